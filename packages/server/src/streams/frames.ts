import type { OutputChunk } from '@arca/plugin-kit';

/** Size of the header of a frame of Docker's multiplexed stream. */
export const headerLength = 8;

const numbers = { stdout: 1, stderr: 2 } as const;

/** A chunk that lies in memory behind the header of its frame, to be sent with it or without it as it is. */
export class FramedChunk implements OutputChunk {
  readonly frame: Buffer;
  readonly data: Buffer;

  /** Copies the bytes. */
  constructor(
    readonly stream: OutputChunk['stream'],
    bytes: Buffer,
  ) {
    this.frame = Buffer.allocUnsafe(headerLength + bytes.length);
    writeHeader(this.frame, 0, stream, bytes.length);
    bytes.copy(this.frame, headerLength);
    this.data = this.frame.subarray(headerLength);
  }
}

/** Chunks in Docker's multiplexed form: stream number, three zeros, length (big endian, 32 bits), then the bytes. */
export function frames(chunks: readonly OutputChunk[]): Buffer {
  const [first] = chunks;
  if (chunks.length === 1 && first instanceof FramedChunk) return first.frame;
  const total = chunks.reduce((sum, { data }) => sum + headerLength + data.length, 0);
  const out = Buffer.allocUnsafe(total);
  let at = 0;
  for (const { stream, data } of chunks) {
    at = writeHeader(out, at, stream, data.length);
    at += data.copy(out, at);
  }
  return out;
}

/** Gives where the bytes begin. */
function writeHeader(out: Buffer, at: number, stream: OutputChunk['stream'], length: number): number {
  out.writeUInt32BE(numbers[stream] * 2 ** 24, at);
  return out.writeUInt32BE(length, at + 4);
}

/** The whole frames at the begin of `data`, and how many bytes they take. */
export function parseFrames(data: Buffer): { chunks: OutputChunk[]; consumed: number } {
  const chunks: OutputChunk[] = [];
  let at = 0;
  while (at + headerLength <= data.length) {
    const end = at + headerLength + data.readUInt32BE(at + 4);
    if (end > data.length) break;
    const stream = data[at] === numbers.stderr ? 'stderr' : 'stdout';
    chunks.push({ stream, data: data.subarray(at + headerLength, end) });
    at = end;
  }
  return { chunks, consumed: at };
}
