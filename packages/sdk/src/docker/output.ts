import type { OutputFrame } from '../frames.js';

/** Both outputs of a process as text. */
export interface Output {
  stdout: string;
  stderr: string;
}

/** Reads output to its end. */
export async function collect(frames: AsyncIterable<OutputFrame>): Promise<Output> {
  const pieces = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  for await (const { stream, data } of frames) pieces[stream].push(data);
  const text = (list: Buffer[]) => Buffer.concat(list).toString('utf8');
  return { stdout: text(pieces.stdout), stderr: text(pieces.stderr) };
}

/** The output of a terminal, which is one stream. */
export async function* plain(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<OutputFrame> {
  for await (const data of bytes) yield { stream: 'stdout', data: Buffer.from(data) };
}
