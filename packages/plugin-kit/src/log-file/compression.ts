import { createWriteStream } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip, type Gzip } from 'node:zlib';
import { Lock } from '../lock.js';
import { rotatedFiles } from './rotation.js';

/** Bytes that are compressed at a time: each time costs a round through the thread pool. */
const blockSize = 512 * 1024;
/**
 * Milliseconds that a file rests before it is compressed. A container that fills its files faster than that would have
 * them compressed to be deleted, on a processor that it could use itself.
 */
const rest = 1000;

/** Held by the one log whose file is compressed: many busy logs must not take the thread pool from everybody else. */
const turn = new Lock();

interface RotatedFile {
  /** `.1`, `.2` … */
  place: number;
  /** Milliseconds, as `performance.now` has them. */
  due: number;
}

/**
 * Compresses the rotated files of a log behind its writer, which never waits for it: a file may be moved on, or deleted,
 * while it is compressed.
 */
export class Compression {
  /** Eldest first. */
  #files: RotatedFile[] = [];
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;

  private constructor(
    private readonly path: string,
    private readonly maxFiles: number,
    /** Held while files change their names. */
    private readonly names: Lock,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Finds what a daemon that was killed has left to do. */
  static async open(
    path: string,
    maxFiles: number,
    names: Lock,
    failed: (error: unknown) => void,
  ): Promise<Compression> {
    const compression = new Compression(path, maxFiles, names, failed);
    for (const { place, compressed } of await rotatedFiles(path)) {
      if (!compressed) compression.#files.push({ place, due: 0 });
    }
    compression.#files.sort((a, b) => b.place - a.place);
    compression.#next();
    return compression;
  }

  /** All files have been moved on by one place. To be called while `names` is held. */
  rotated(): void {
    for (const file of this.#files) file.place++;
    this.#files = this.#files.filter(({ place }) => place < this.maxFiles);
    if (this.maxFiles > 1) this.#files.push({ place: 1, due: performance.now() + rest });
    this.#next();
  }

  /** Compresses at once what is left: nothing more will be written. */
  async finish(): Promise<void> {
    for (const file of this.#files) file.due = 0;
    this.#next();
    while (this.#running) await this.#running;
  }

  /** Lets go of the files; what is under way is given up. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    while (this.#running) await this.#running;
  }

  #next(): void {
    clearTimeout(this.#timer);
    const file = this.#files[0];
    if (!file || this.#running || this.#stopped) return;
    const wait = file.due - performance.now();
    if (wait > 0) {
      this.#timer = setTimeout(() => this.#next(), wait).unref();
      return;
    }
    this.#running = turn
      .run(() => this.#compress(file))
      .catch((error: unknown) => this.failed(error))
      .finally(() => {
        this.#files = this.#files.filter((other) => other !== file);
        this.#running = undefined;
        this.#next();
      });
  }

  #gone(file: RotatedFile): boolean {
    return this.#stopped || !this.#files.includes(file);
  }

  async #compress(file: RotatedFile): Promise<void> {
    const source = await this.names.run(() => this.#open(file));
    if (!source) return;
    const unfinished = `${this.path}.gz.tmp`;
    try {
      const gzip = createGzip({ level: constants.Z_BEST_SPEED, chunkSize: blockSize });
      const written = pipeline(gzip, createWriteStream(unfinished, { mode: 0o640 }));
      await Promise.all([feed(source, gzip, () => this.#gone(file)), written]);
      await this.names.run(() => this.#replace(file, unfinished));
    } finally {
      await source.close();
      await rm(unfinished, { force: true });
    }
  }

  async #open(file: RotatedFile): Promise<FileHandle | undefined> {
    if (this.#gone(file)) return undefined;
    try {
      return await open(`${this.path}.${file.place}`, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined; // somebody has removed it
      throw error;
    }
  }

  /** The plain file goes last, so that a reader always finds one of the two whole. */
  async #replace(file: RotatedFile, compressed: string): Promise<void> {
    if (this.#gone(file)) return;
    const plain = `${this.path}.${file.place}`;
    await rename(compressed, `${plain}.gz`);
    await rm(plain, { force: true });
  }
}

/**
 * Writes a file to a stream through one block of memory, until its end or until nobody wants it. A log is compressed while
 * its container writes on, so speed is worth more than the last tenth of the size.
 */
async function feed(file: FileHandle, gzip: Gzip, unwanted: () => boolean): Promise<void> {
  try {
    const block = Buffer.allocUnsafeSlow(blockSize);
    while (!unwanted()) {
      const { bytesRead } = await file.read(block, 0, blockSize);
      if (bytesRead === 0) break;
      await new Promise<void>((resolve, reject) => {
        gzip.write(block.subarray(0, bytesRead), (error) => (error ? reject(error) : resolve()));
      });
    }
    gzip.end();
  } catch (error) {
    gzip.destroy(error as Error);
    throw error;
  }
}
