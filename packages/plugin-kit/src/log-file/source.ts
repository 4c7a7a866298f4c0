import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { rotatedFiles } from './rotation.js';

const blockSize = 256 * 1024;
const newline = 10;

/** A file of a log, opened, so that it can be read to its end even when it is rotated away meanwhile. */
export interface Source {
  /** Bytes from an offset up to `end` (default: the end that the file had when it was opened). */
  blocks(start: number, end?: number): AsyncIterable<Buffer>;
  /**
   * Where the last `lines` lines begin, or how many lines there are when there are fewer (then `start` is 0).
   * A plain file is read from its end; a compressed one has to be read whole.
   */
  last(lines: number): Promise<{ start: number; found: number }>;
  /** Bytes that the file has by now. */
  size(): Promise<number>;
  close(): Promise<void>;
}

async function* blocksOf(file: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let position = start; position < end;) {
    const block = Buffer.allocUnsafe(Math.min(blockSize, end - position));
    const { bytesRead } = await file.read(block, 0, block.length, position);
    if (bytesRead === 0) return;
    yield block.subarray(0, bytesRead);
    position += bytesRead;
  }
}

/** A plain file. `size`: how much of it to read. */
export class PlainSource implements Source {
  private constructor(
    private readonly file: FileHandle,
    private readonly length: number,
  ) {}

  static async open(path: string, size?: number): Promise<PlainSource> {
    const file = await open(path, 'r');
    return new PlainSource(file, size ?? (await file.stat()).size);
  }

  blocks(start: number, end: number = this.length): AsyncGenerator<Buffer> {
    return blocksOf(this.file, start, end);
  }

  async last(lines: number): Promise<{ start: number; found: number }> {
    let found = 0;
    const block = Buffer.allocUnsafe(64 * 1024);
    for (let end = this.length; end > 0;) {
      const start = Math.max(0, end - block.length);
      const { bytesRead } = await this.file.read(block, 0, end - start, start);
      // The newline at the very end of the file ends the last line; each further one ends the line before.
      for (let at = bytesRead; (at = block.lastIndexOf(newline, at - 1)) >= 0;) {
        if (start + at + 1 < this.length && ++found === lines) return { start: start + at + 1, found };
        if (at === 0) break;
      }
      end = start;
    }
    return { start: 0, found: this.length > 0 ? found + 1 : 0 };
  }

  async size(): Promise<number> {
    return (await this.file.stat()).size;
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

/** A rotated file that has been compressed. */
class CompressedSource implements Source {
  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<CompressedSource> {
    return new CompressedSource(await open(path, 'r'));
  }

  async *blocks(start: number): AsyncGenerator<Buffer> {
    const plain = createGunzip();
    pipeline(blocksOf(this.file, 0, Infinity), plain).catch((error: unknown) =>
      plain.destroy(error as Error),
    );
    let skip = start;
    for await (const block of plain as AsyncIterable<Buffer>) {
      if (block.length > skip) yield block.subarray(skip);
      skip = Math.max(0, skip - block.length);
    }
  }

  async last(lines: number): Promise<{ start: number; found: number }> {
    let total = 0;
    for await (const block of this.blocks(0)) total += newlines(block);
    if (total <= lines) return { start: 0, found: total };
    return { start: await this.#startOf(total - lines), found: lines };
  }

  /** Where the line of this number (from 0) begins. */
  async #startOf(line: number): Promise<number> {
    let count = 0;
    let position = 0;
    for await (const block of this.blocks(0)) {
      for (let at = -1; (at = block.indexOf(newline, at + 1)) >= 0;) {
        if (++count === line) return position + at + 1;
      }
      position += block.length;
    }
    return position;
  }

  /** Of its plain form: all there is. */
  size(): Promise<number> {
    return Promise.resolve(Infinity);
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

/** A file of a log, whether it has been compressed or not; undefined when there is none. */
export async function openSource(path: string): Promise<Source | undefined> {
  return (await found(PlainSource.open(path))) ?? (await found(CompressedSource.open(`${path}.gz`)));
}

function found<T>(opening: Promise<T>): Promise<T | undefined> {
  return opening.catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
}

function newlines(block: Buffer): number {
  let count = 0;
  for (let at = -1; (at = block.indexOf(newline, at + 1)) >= 0;) count++;
  return count;
}

/** The rotated files of a log, eldest first. */
export async function openRotated(path: string): Promise<Source[]> {
  const places = new Set((await rotatedFiles(path)).map(({ place }) => place));
  const eldestFirst = [...places].sort((a, b) => b - a);
  const sources = await Promise.all(eldestFirst.map((place) => openSource(`${path}.${place}`)));
  return sources.filter((source) => source !== undefined);
}
