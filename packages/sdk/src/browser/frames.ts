import { dockerError } from '../docker-error.js';
import { chunks } from './bytes.js';

/** A piece of a container's output. */
export interface OutputFrame {
  stream: 'stdout' | 'stderr';
  data: Uint8Array;
}

const HEADER_LENGTH = 8;
const STDERR = 2;
const SYSTEM_ERROR = 3;

/**
 * Takes multiplexed output apart: before each piece stand its stream (0 and 1 stdout, 2 stderr, 3 a failure of the engine),
 * three zeros and its length as a big-endian 32-bit number. Nothing is copied or held back: a long piece comes as it
 * arrives. Rejects with a DockerError for such a failure, and when the output ends inside a piece.
 */
export async function* demultiplex(
  bytes: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>,
  operation = 'ContainerLogs',
): AsyncGenerator<OutputFrame> {
  const header = new Uint8Array(HEADER_LENGTH);
  const view = new DataView(header.buffer);
  let headed = 0;
  let left = 0;
  let failure = '';
  const decoder = new TextDecoder();
  for await (const chunk of bytes instanceof ReadableStream ? chunks(bytes) : bytes) {
    for (let at = 0; at < chunk.length;) {
      if (headed < HEADER_LENGTH) {
        // Byte by byte: a view of the part would take most of the time that a short line needs.
        while (headed < HEADER_LENGTH && at < chunk.length) header[headed++] = chunk[at++]!;
        if (headed < HEADER_LENGTH) continue;
        left = view.getUint32(4);
      }
      const data = chunk.subarray(at, at + left);
      at += data.length;
      left -= data.length;
      if (header[0] === SYSTEM_ERROR) failure += decoder.decode(data, { stream: left > 0 });
      else if (data.length > 0) yield { stream: header[0] === STDERR ? 'stderr' : 'stdout', data };
      if (left > 0) continue;
      if (header[0] === SYSTEM_ERROR) throw dockerError(200, failure, operation);
      headed = 0;
    }
  }
  if (headed > 0) throw new Error('the output ended inside a frame');
}

/** Reads output to its end, as text. */
export async function collect(
  frames: AsyncIterable<OutputFrame>,
): Promise<{ stdout: string; stderr: string }> {
  const texts = { stdout: '', stderr: '' };
  const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  for await (const { stream, data } of frames)
    texts[stream] += decoders[stream].decode(data, { stream: true });
  return {
    stdout: texts.stdout + decoders.stdout.decode(),
    stderr: texts.stderr + decoders.stderr.decode(),
  };
}
