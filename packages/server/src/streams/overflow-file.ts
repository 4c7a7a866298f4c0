import { close, mkdirSync, openSync, read, unlinkSync, write } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { OutputChunk } from '@arca/plugin-kit';
import { frames, headerLength, parseFrames } from './frames.js';

const [readAt, writeAt, closeFile] = [promisify(read), promisify(write), promisify(close)];
const blockSize = 256 * 1024;
let count = 0;

/**
 * Keeps what a client has yet to read in a file, first in, first out. The file has no name from the start on, so that
 * nothing is left of it whatever happens to the daemon.
 */
export class OverflowFile {
  readonly #file: number;
  #pending: OutputChunk[] = [];
  #waiting = 0;
  #written = 0;
  #read = 0;
  #writing: Promise<void> | undefined;
  #reading: Promise<unknown> = Promise.resolve();
  #failure: unknown;

  /** `progress` is called after each write to the file. */
  constructor(
    directory: string,
    private readonly progress: () => void,
  ) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const path = join(directory, `attach-${process.pid}-${count++}`);
    this.#file = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
  }

  /** Bytes in memory that wait to be written. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Bytes in the file that wait to be read. */
  get size(): number {
    return this.#written - this.#read;
  }

  append(chunk: OutputChunk): void {
    if (this.#failure !== undefined) return;
    this.#pending.push(chunk);
    this.#waiting += chunk.data.length;
    this.#writing ??= this.#writeAll();
  }

  /** The next chunks; none when all has been read. Rejects when some could not be written. */
  next(): Promise<OutputChunk[]> {
    const chunks = this.#next();
    this.#reading = chunks.catch(() => undefined);
    return chunks;
  }

  async close(): Promise<void> {
    this.#pending = [];
    await this.#writing;
    await this.#reading;
    await closeFile(this.#file);
  }

  async #next(): Promise<OutputChunk[]> {
    if (this.size === 0) await this.#writing;
    if (this.#failure !== undefined) throw this.#failure;
    let length = Math.min(blockSize, this.size);
    while (length > 0) {
      const block = Buffer.allocUnsafe(length);
      const { bytesRead } = await readAt(this.#file, block, 0, length, this.#read);
      const { chunks, consumed } = parseFrames(block.subarray(0, bytesRead));
      this.#read += consumed;
      if (chunks.length > 0 || bytesRead < headerLength) return chunks;
      length = headerLength + block.readUInt32BE(4); // one frame larger than a block
    }
    return [];
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#pending.length > 0) await this.#writePending();
    } catch (error) {
      this.#failure = error;
      this.#pending = [];
      this.#waiting = 0;
    }
    this.#writing = undefined;
    this.progress();
  }

  async #writePending(): Promise<void> {
    const data = frames(this.#pending);
    const taken = this.#pending.reduce((sum, chunk) => sum + chunk.data.length, 0);
    this.#pending = [];
    for (let at = 0; at < data.length;) {
      at += (await writeAt(this.#file, data, at, data.length - at, this.#written + at)).bytesWritten;
    }
    this.#written += data.length;
    this.#waiting -= taken;
    this.progress();
  }
}
