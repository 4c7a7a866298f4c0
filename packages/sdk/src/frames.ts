import type { Readable } from 'node:stream';
import { dockerError } from './docker-error.js';

/** A piece of a container's output. */
export interface OutputFrame {
  stream: 'stdout' | 'stderr';
  data: Buffer;
}

const HEADER_LENGTH = 8;
const STDERR = 2;
const SYSTEM_ERROR = 3;

/**
 * Takes a multiplexed stream apart: before each piece stand its stream (0 and 1 stdout, 2 stderr, 3 a failure of the
 * daemon), three zeros and its length as a big-endian 32-bit number. Rejects with a DockerError for such a failure, and
 * when the stream ends inside a frame.
 */
export async function* demultiplex(
  bytes: Readable | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>,
  operation = 'ContainerAttach',
): AsyncGenerator<OutputFrame> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let wanted = HEADER_LENGTH;
  for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
    pieces.push(chunk);
    length += chunk.length;
    // Put together once a frame is whole: a long one comes in very many pieces.
    if (length < wanted) continue;
    let rest = joined(pieces, length);
    for (;;) {
      wanted = HEADER_LENGTH + (rest.length < HEADER_LENGTH ? 0 : rest.readUInt32BE(4));
      if (rest.length < wanted) break;
      yield frame(rest.subarray(0, wanted), operation);
      rest = rest.subarray(wanted);
    }
    pieces = [rest];
    length = rest.length;
  }
  if (length > 0) throw new Error('the output ended inside a frame');
}

function frame(bytes: Buffer, operation: string): OutputFrame {
  const data = bytes.subarray(HEADER_LENGTH);
  if (bytes[0] === SYSTEM_ERROR) throw dockerError(200, data.toString('utf8'), operation);
  return { stream: bytes[0] === STDERR ? 'stderr' : 'stdout', data };
}

function joined(pieces: readonly Uint8Array[], length: number): Buffer {
  const [first] = pieces;
  if (pieces.length > 1 || !first) return Buffer.concat(pieces, length);
  return Buffer.from(first.buffer, first.byteOffset, first.byteLength);
}
