import type { ContainerRecord } from '../container.js';

/** What a process wrote, as it was read: the unit in which drivers get it, so that a line costs next to nothing. */
export interface LogBatch {
  stream: 'stdout' | 'stderr';
  /**
   * Nanoseconds since the epoch, when the first line was read. The others were read with it, but each has a later time
   * (a nanosecond is enough), for it is by their times that readers tell lines apart.
   */
  time: bigint;
  /**
   * Lines, each ended by a newline and none longer than 16 KiB. Only the last may lack its newline: it is then a piece
   * that goes on in the stream's next batch, or the end of the stream. The memory is somebody else's: it is there for as
   * long as the call of `write` lasts, and must not be changed.
   */
  data: Buffer;
}

/** One line, or a piece of one (at most 16 KiB) with `partial`. */
export interface LogEntry {
  stream: 'stdout' | 'stderr';
  /** Nanoseconds since the epoch. */
  time: bigint;
  /** Without the newline. */
  line: Buffer;
  partial: boolean;
  /** What the driver's `labels`, `env` and `tag` options added, for `docker logs --details`. */
  attributes?: Readonly<Record<string, string>>;
}

/** The lines of a batch one by one, for drivers that send each by itself. */
export function* logEntries(batch: LogBatch): Generator<LogEntry> {
  const { stream, time, data } = batch;
  for (let start = 0; start < data.length;) {
    const newline = data.indexOf(10, start);
    const partial = newline === -1;
    const end = partial ? data.length : newline;
    yield { stream, time, line: data.subarray(start, end), partial };
    start = end + 1;
  }
}

/** How many entries a batch has. */
export function countEntries({ data }: LogBatch): number {
  let count = data.length === 0 || data.at(-1) === 10 ? 0 : 1;
  for (let at = -1; (at = data.indexOf(10, at + 1)) >= 0;) count++;
  return count;
}

/**
 * The first lines of a batch that need no more than `bytes`, and are no more than `entries`; undefined when not even one
 * does. The memory is the batch's.
 */
export function headOfBatch(batch: LogBatch, bytes: number, entries = Infinity): LogBatch | undefined {
  const { data } = batch;
  let end = data.length <= bytes ? data.length : bytes < 1 ? 0 : data.lastIndexOf(10, bytes - 1) + 1;
  if (entries !== Infinity && countEntries({ ...batch, data: data.subarray(0, end) }) > entries) {
    end = 0;
    for (let count = 0; count < entries; count++) end = data.indexOf(10, end) + 1;
  }
  return end > 0 ? { ...batch, data: data.subarray(0, end) } : undefined;
}

/** The first line of a batch, or piece of one. The memory is the batch's. */
export function firstOfBatch(batch: LogBatch): LogBatch {
  const newline = batch.data.indexOf(10);
  return newline < 0 ? batch : { ...batch, data: batch.data.subarray(0, newline + 1) };
}

export interface LogReadOptions {
  /** Nanoseconds since the epoch, inclusive. */
  since?: bigint;
  until?: bigint;
  /** Number of last lines; undefined: all. */
  tail?: number;
  /** Goes on with what is written later until the writer closes; ends at once when the container does not run. */
  follow: boolean;
  signal: AbortSignal;
}

/** One container's log while it runs. */
export interface LogWriter {
  /**
   * Takes the lines; copies what it keeps after it has returned. Resolves when more may be written (back-pressure: the container waits); several writes may be
   * under way, `close` waits for all. Rejects when the log cannot be kept; the container goes on.
   */
  write(batch: LogBatch): Promise<void> | void;
  close(): Promise<void>;
}

/** A logging driver: `HostConfig.LogConfig.Type` chooses one by name. */
export interface LogDriver {
  readonly name: string;
  /** Throws InvalidParameter for an unknown or bad option, with dockerd's text. */
  validate(options: Readonly<Record<string, string>>): void;
  open(container: ContainerRecord, options: Readonly<Record<string, string>>): Promise<LogWriter>;
  /** Absent: `docker logs` answers that the driver does not support reading. Entries come in groups, for speed. */
  read?(container: ContainerRecord, options: LogReadOptions): AsyncIterable<readonly LogEntry[]>;
  /** Path shown as `LogPath` in inspect. */
  path?(container: ContainerRecord): string;
  /** Removes what is kept of a removed container. */
  remove?(container: ContainerRecord): Promise<void>;
}

/** The log of a container, whatever its driver. */
export interface Logs {
  /** Throws NotImplemented `configured logging driver does not support reading`. */
  read(container: ContainerRecord, options: LogReadOptions): AsyncIterable<readonly LogEntry[]>;
  /** Checks a log configuration. Throws InvalidParameter for an unknown driver, or what the driver says of its options. */
  validate(driver: string, options: Readonly<Record<string, string>>): void;
  /** Messages that `mode=non-blocking` has dropped since the container was last started; undefined in the other mode. */
  dropped(container: ContainerRecord): number | undefined;
  /** Names of the drivers that are loaded. */
  readonly drivers: readonly string[];
}
