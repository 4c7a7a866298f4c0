import type { ContainerRecord } from '../container.js';

/** One line, or a piece of one (at most 16 KiB) with `partial`. */
export interface LogEntry {
  stream: 'stdout' | 'stderr';
  /** Nanoseconds since the epoch. */
  time: bigint;
  /** Without the newline. */
  line: Buffer;
  partial: boolean;
}

export interface LogReadOptions {
  /** Nanoseconds since the epoch, inclusive. */
  since?: bigint;
  until?: bigint;
  /** Number of last lines; undefined: all. */
  tail?: number;
  follow: boolean;
  signal: AbortSignal;
}

/** One container's log while it runs. */
export interface LogWriter {
  /** Resolves when more may be written: back-pressure. The entry is kept once it resolves. */
  write(entries: readonly LogEntry[]): Promise<void> | void;
  close(): Promise<void>;
}

/** A logging driver: `HostConfig.LogConfig.Type` chooses one by name. */
export interface LogDriver {
  readonly name: string;
  /** Throws InvalidParameter for an unknown or bad option, with dockerd's text. */
  validate(options: Readonly<Record<string, string>>): void;
  open(container: ContainerRecord, options: Readonly<Record<string, string>>): Promise<LogWriter>;
  /** Absent: `docker logs` answers that the driver does not support reading. */
  read?(container: ContainerRecord, options: LogReadOptions): AsyncIterable<LogEntry>;
  /** Path shown as `LogPath` in inspect. */
  path?(container: ContainerRecord): string;
  /** Removes what is kept of a removed container. */
  remove?(container: ContainerRecord): Promise<void>;
}

/** The log of a container, whatever its driver. */
export interface Logs {
  read(container: ContainerRecord, options: LogReadOptions): AsyncIterable<LogEntry>;
}
