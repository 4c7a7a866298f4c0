import { constants, ftruncateSync, writeSync } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Lock } from '../lock.js';
import type { LogBatch, LogWriter } from '../ports/logs.js';
import { bufferSize, giveBuffer, takeBuffer } from './buffers.js';
import { Compression } from './compression.js';
import type { LogFormat } from './format.js';
import { shift, type RotationPolicy } from './rotation.js';

/** Bytes that may wait to be written before the container has to. The most that a crash of the daemon can lose. */
const highWater = 256 * 1024;
/** Milliseconds that a write may take before the disk counts as slow. */
const slow = 4;
/** Milliseconds for which a slow disk is written by the thread pool; longer each time that it is slow again. */
const pauses = { first: 1000, longest: 16_000 };
/** What the logs of this process know of their disk: one that finds it slow tells the others. */
const disk = { slowUntil: 0, pause: pauses.first };
const newline = 10;
const appending = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;

/** What one write call takes; `rotate`: a new file is begun before it. */
interface Segment {
  buffer: Buffer;
  used: number;
  rotate: boolean;
}

/** How far a log has been written: how many rotations since it was opened, and bytes of the current file. */
export interface LogPosition {
  generation: number;
  size: number;
}

/**
 * The writer of one container's log. Lines are encoded into large buffers while the write before is under way, so that a
 * busy container costs one write call for many lines. Readers in this process wait for `changed`.
 */
export class LogFile implements LogWriter {
  /** Held while the files change their names; readers hold it while they open files. */
  readonly names = new Lock();
  readonly #segments: Segment[] = [];
  #waiting = 0;
  #planned: number;
  #written: LogPosition;
  #flush: Promise<void> | undefined;
  #compression: Compression | undefined;
  #failure: unknown;
  #closed = false;
  #relief = Promise.withResolvers<void>();
  #change = Promise.withResolvers<void>();

  private constructor(
    readonly path: string,
    private readonly policy: RotationPolicy,
    private readonly format: LogFormat,
    private file: FileHandle,
    size: number,
  ) {
    this.#planned = size;
    this.#written = { generation: 0, size };
  }

  /** Makes the directory when it is missing, and cuts off a last line that a crash left unfinished. */
  static async open(path: string, policy: RotationPolicy, format: LogFormat): Promise<LogFile> {
    const file = await openForAppend(path);
    const log = new LogFile(path, policy, format, file, await repair(file));
    await log.#openCompression();
    return log;
  }

  get position(): LogPosition {
    return this.#written;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Resolves after the next write, and when the log is closed. */
  get changed(): Promise<void> {
    return this.#change.promise;
  }

  /** Rejects when it, or a write before it, has failed; what is given later is tried again. */
  write(batch: LogBatch): Promise<void> | void {
    this.#encode(batch);
    const idle = this.#flush === undefined;
    if (!idle || !this.#writeAtOnce()) this.#flush ??= this.#flushAll();
    if (this.#waiting > highWater) return this.#relief.promise.then(() => this.#tell());
    return this.#tell();
  }

  /** What is left to compress goes on until `settle`. */
  async close(): Promise<void> {
    await this.#flush;
    void this.#compression?.finish();
    await this.file.close();
    this.#closed = true;
    this.#announce();
    await this.#tell();
  }

  /** Gives up what is left to compress, of a log that has been closed. Then its files change no more. */
  async settle(): Promise<void> {
    await this.#compression?.stop();
  }

  async #openCompression(): Promise<void> {
    const { compress, maxFiles } = this.policy;
    if (!compress || maxFiles < 2) return;
    const failed = (error: unknown) => (this.#failure = error);
    this.#compression = await Compression.open(this.path, maxFiles, this.names, failed);
  }

  #tell(): Promise<void> | void {
    const failure = this.#failure;
    if (failure === undefined) return;
    this.#failure = undefined;
    return Promise.reject(failure as Error);
  }

  #encode(batch: LogBatch): void {
    const { data } = batch;
    const encoder = this.format.encoder(batch);
    for (let start = 0; start < data.length; start = encoder.consumed) {
      const segment = this.#segmentWith(encoder.room);
      const { buffer, used } = segment;
      const limit =
        this.policy.maxSize === undefined ? buffer.length : used + this.policy.maxSize - this.#planned;
      encoder.encode(buffer, used, limit, data, start);
      segment.used = encoder.position;
      this.#planned += segment.used - used;
      this.#waiting += segment.used - used;
    }
  }

  /** The segment that the next line goes to: a new one when the last has too little room or the file is full. */
  #segmentWith(room: number): Segment {
    const rotate = this.policy.maxSize !== undefined && this.#planned >= this.policy.maxSize;
    if (rotate) this.#planned = 0;
    const last = this.#segments.at(-1);
    if (last && !rotate && last.buffer.length - last.used >= room) return last;
    const buffer = room > bufferSize ? Buffer.allocUnsafe(room) : takeBuffer();
    const segment = { buffer, used: 0, rotate };
    this.#segments.push(segment);
    return segment;
  }

  /**
   * What has been read from the pipe is written before more is read, since nobody else has it. Where the disk turns out
   * to be slow, writes go through the thread pool instead, so that it does not hold up the daemon.
   */
  #writeAtOnce(): boolean {
    const [segment, more] = this.#segments;
    if (!segment || more || segment.rotate || performance.now() < disk.slowUntil) return false;
    this.#segments.length = 0;
    const begin = performance.now();
    try {
      for (let at = 0; at < segment.used;) {
        at += writeSync(this.file.fd, segment.buffer, at, segment.used - at);
      }
      this.#advance(segment.used);
    } catch (error) {
      this.#failed(error);
    }
    noteWrite(begin, performance.now());
    this.#finish(segment);
    return this.#failure === undefined;
  }

  async #flushAll(): Promise<void> {
    await Promise.resolve(); // what comes in the same turn of the event loop goes into the same write
    for (let segment = this.#segments.shift(); segment; segment = this.#segments.shift()) {
      await this.#flushOne(segment);
      this.#finish(segment);
    }
    this.#flush = undefined;
  }

  #advance(bytes: number): void {
    this.#written = { generation: this.#written.generation, size: this.#written.size + bytes };
  }

  /** A segment is in the file, or has failed to get there. */
  #finish({ buffer, used }: Segment): void {
    this.#waiting -= used;
    if (buffer.length === bufferSize) giveBuffer(buffer);
    if (this.#waiting <= highWater / 2) {
      this.#relief.resolve();
      this.#relief = Promise.withResolvers();
    }
    this.#announce();
  }

  async #flushOne({ buffer, used, rotate }: Segment): Promise<void> {
    try {
      if (rotate) await this.#rotate();
    } catch (error) {
      this.#failure = error; // the file before goes on
    }
    try {
      for (let at = 0; at < used;) at += (await this.file.write(buffer, at, used - at)).bytesWritten;
      this.#advance(used);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** A write has failed, on a full disk perhaps: what it has left must not become the beginning of the next line. */
  #failed(error: unknown): void {
    this.#failure = error;
    try {
      ftruncateSync(this.file.fd, this.#written.size);
    } catch {
      // The next opening cuts it off.
    }
  }

  #rotate(): Promise<void> {
    return this.names.run(async () => {
      await shift(this.path, this.policy);
      const next = await open(this.path, appending | constants.O_TRUNC, 0o640);
      this.#compression?.rotated();
      await this.file.close();
      this.file = next;
      this.#written = { generation: this.#written.generation + 1, size: 0 };
    });
  }

  #announce(): void {
    this.#change.resolve();
    this.#change = Promise.withResolvers();
  }
}

function noteWrite(begin: number, end: number): void {
  if (end - begin <= slow) return;
  const again = begin - disk.slowUntil < pauses.longest;
  disk.pause = again ? Math.min(disk.pause * 2, pauses.longest) : pauses.first;
  disk.slowUntil = end + disk.pause;
}

async function openForAppend(path: string): Promise<FileHandle> {
  try {
    return await open(path, appending, 0o640);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(dirname(path), { recursive: true, mode: 0o710 });
    return open(path, appending, 0o640);
  }
}

/** Cuts off a last line that a crash left unfinished. Gives the file's size. */
async function repair(file: FileHandle): Promise<number> {
  const { size } = await file.stat();
  const block = Buffer.alloc(64 * 1024);
  for (let end = size; end > 0;) {
    const start = Math.max(0, end - block.length);
    const { bytesRead } = await file.read(block, 0, end - start, start);
    const last = block.subarray(0, bytesRead).lastIndexOf(newline);
    if (last >= 0) {
      const whole = start + last + 1;
      if (whole < size) await file.truncate(whole);
      return whole;
    }
    end = start;
  }
  if (size > 0) await file.truncate(0);
  return 0;
}
