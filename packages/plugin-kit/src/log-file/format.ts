import type { LogBatch, LogEntry } from '../ports/logs.js';

/** How lines look in a file: any way in which each record ends with a newline and holds no other. */
export interface LogFormat {
  encoder(batch: LogBatch): LogEncoder;
  decoder(): LogDecoder;
}

/** Writes the lines of one batch. */
export interface LogEncoder {
  /** Bytes that a buffer must have free for one more line. */
  readonly room: number;
  /** Where the last `encode` stopped: in `out`, and in `data`. */
  readonly position: number;
  readonly consumed: number;
  /**
   * Writes the lines of `data` from `start` on to `out` from `at` on; stops at the first line end at or after `limit` (a
   * place in `out`), or when there is no room for one more line.
   */
  encode(out: Buffer, at: number, limit: number, data: Buffer, start: number): void;
}

/** Reads the lines of one file, in order. */
export interface LogDecoder {
  /** The entry of the line in `data[start, end)`, `end` being after its newline; undefined for what is no such line. */
  decode(data: Buffer, start: number, end: number): LogEntry | undefined;
}
