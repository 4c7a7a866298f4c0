import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { decompressed } from '../images/archive/compression.js';
import { O_NOFOLLOW, O_RDONLY } from '../linux/directory.js';
import { openInRoot } from '../linux/syscalls.js';

const HEADER = 512;

/** The file without its compression, whichever it is; the reader destroys it. */
export async function openArchive(root: number, path: string, signal?: AbortSignal): Promise<Readable> {
  const fd = openInRoot(root, path, O_RDONLY | O_NOFOLLOW);
  const file = createReadStream('', { fd, highWaterMark: 256 * 1024 });
  const plain = await decompressed(file, signal ?? new AbortController().signal).catch((error: unknown) => {
    file.destroy();
    throw error;
  });
  return plain.once('close', () => file.destroy());
}

/** Whether a file is a tar, compressed or not. What is compressed and no tar inside is a file like any other. */
export async function isArchive(root: number, path: string): Promise<boolean> {
  const plain = await openArchive(root, path);
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= HEADER) break;
    }
    return Buffer.concat(chunks).toString('latin1', 257, 262) === 'ustar';
  } catch {
    return false;
  } finally {
    plain.destroy();
  }
}
