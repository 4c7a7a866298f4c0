import type { OutputChunk } from '@arca/plugin-kit';

/** Size of the header of a frame of Docker's multiplexed stream. */
export const headerLength = 8;

const numbers = { stdout: 1, stderr: 2 } as const;

/** Chunks in Docker's multiplexed form: stream number, three zeros, length (big endian, 32 bits), then the bytes. */
export function frames(chunks: readonly OutputChunk[]): Buffer {
  const total = chunks.reduce((sum, { data }) => sum + headerLength + data.length, 0);
  const out = Buffer.allocUnsafe(total);
  let at = 0;
  for (const { stream, data } of chunks) {
    out.writeUInt32BE(numbers[stream] * 2 ** 24, at);
    out.writeUInt32BE(data.length, at + 4);
    at += headerLength;
    at += data.copy(out, at);
  }
  return out;
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
