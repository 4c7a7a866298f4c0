import type { Readable } from 'node:stream';

/** A piece of a container's output. */
export interface OutputFrame {
  stream: 'stdout' | 'stderr';
  data: Buffer;
}

const HEADER_LENGTH = 8;

/**
 * Takes a multiplexed stream apart: before each piece stand its stream (0 and 1 stdout, 2 stderr), three zeros and its
 * length as a big-endian 32-bit number. Rejects when the stream ends inside a frame.
 */
export async function* demultiplex(
  bytes: Readable | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<OutputFrame> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    while (rest.length >= HEADER_LENGTH) {
      const end = HEADER_LENGTH + rest.readUInt32BE(4);
      if (rest.length < end) break;
      yield { stream: rest[0] === 2 ? 'stderr' : 'stdout', data: rest.subarray(HEADER_LENGTH, end) };
      rest = rest.subarray(end);
    }
  }
  if (rest.length > 0) throw new Error('the output ended inside a frame');
}
