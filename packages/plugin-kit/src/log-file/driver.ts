import { readdir, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { ContainerRecord } from '../container.js';
import type { LogDriver, LogEntry, LogReadOptions, LogWriter } from '../ports/logs.js';
import type { LogFormat } from './format.js';
import { LogFile } from './log-file.js';
import { readLog } from './reader.js';
import type { RotationPolicy } from './rotation.js';

type Options = Readonly<Record<string, string>>;

/** What two drivers that keep files differ in. */
export interface FileDriverParts {
  readonly name: string;
  validate(options: Options): void;
  /** The current file; rotated ones stand beside it. */
  file(container: ContainerRecord): string;
  /** The file's path is `LogPath` of inspect. */
  inspected: boolean;
  /** Throws System for bad values. */
  policy(options: Options): RotationPolicy;
  /** Without options: for reading. */
  format(container: ContainerRecord, options?: Options): LogFormat;
}

/** A driver that keeps a container's log in a file and its rotated siblings. */
export class FileDriver implements LogDriver {
  readonly name: string;
  readonly path?: (container: ContainerRecord) => string;
  /** By path, the logs that are being written. */
  readonly #live = new Map<string, LogFile>();
  /** By path, the logs that were closed last: their rotated files may still be being compressed. */
  readonly #closed = new Map<string, LogFile>();

  constructor(private readonly parts: FileDriverParts) {
    this.name = parts.name;
    if (parts.inspected) this.path = (container) => parts.file(container);
  }

  validate(options: Options): void {
    this.parts.validate(options);
  }

  async open(container: ContainerRecord, options: Options): Promise<LogWriter> {
    const path = this.parts.file(container);
    await this.#settle(path);
    const policy = this.parts.policy(options);
    const file = await LogFile.open(path, policy, this.parts.format(container, options));
    this.#live.set(path, file);
    return {
      write: (batch) => file.write(batch),
      close: async () => {
        if (this.#live.get(path) === file) this.#live.delete(path);
        this.#closed.set(path, file);
        await file.close();
      },
    };
  }

  read(container: ContainerRecord, options: LogReadOptions): AsyncIterable<readonly LogEntry[]> {
    const path = this.parts.file(container);
    return readLog(path, this.#live.get(path), this.parts.format(container), options);
  }

  async remove(container: ContainerRecord): Promise<void> {
    const path = this.parts.file(container);
    await this.#settle(path);
    const names = await readdir(dirname(path)).catch(() => []);
    const own = names.filter((name) => name.startsWith(basename(path)));
    await Promise.all(own.map((name) => rm(`${dirname(path)}/${name}`, { force: true })));
  }

  async #settle(path: string): Promise<void> {
    const file = this.#closed.get(path);
    this.#closed.delete(path);
    await file?.settle();
  }
}
