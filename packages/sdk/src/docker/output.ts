import type { DockerClient } from '../docker-client.js';
import type { OutputFrame } from '../frames.js';

/** Both outputs of a process as text. */
export interface Output {
  stdout: string;
  stderr: string;
}

/** Reads output to its end. */
export async function collect(frames: AsyncIterable<OutputFrame>): Promise<Output> {
  const decoders = { stdout: new TextDecoder('utf-8', { ignoreBOM: true }), stderr: new TextDecoder() };
  const pieces = { stdout: [] as string[], stderr: [] as string[] };
  for await (const { stream, data } of frames)
    pieces[stream].push(decoders[stream].decode(data, { stream: true }));
  const text = (stream: keyof Output) => pieces[stream].join('') + decoders[stream].decode();
  return { stdout: text('stdout'), stderr: text('stderr') };
}

/** The output of a terminal, which is one stream. */
export async function* plain(bytes: AsyncIterable<unknown>): AsyncGenerator<OutputFrame> {
  for await (const data of bytes as AsyncIterable<Buffer>) yield { stream: 'stdout', data };
}

/**
 * What comes from a connection that was taken over. Such a one has no mark of its end, and that of a daemon that was killed
 * ends like any other: so the daemon has to answer once more. Throws a ConnectionError when it does not.
 */
export async function* untilEnd(
  stream: AsyncIterable<unknown>,
  client: DockerClient,
  operation: string,
): AsyncGenerator<unknown> {
  yield* stream;
  await client.get({
    ...{ operation: { id: operation, result: 'text', unversioned: true }, url: '/_ping' },
    throwOnError: true,
  });
}
