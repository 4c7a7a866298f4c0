import type { LogEntry } from '../ports/logs.js';
import { randomBytes } from 'node:crypto';

/** What tells the pieces of one overlong line to belong together, under Docker's names. */
export interface PieceMark {
  id: string;
  /** From 1 on. */
  ordinal: number;
  last: boolean;
}

/** Marks the pieces of one container's overlong lines. Entries are given in order. */
export class PieceMarks {
  readonly #open = new Map<LogEntry['stream'], { id: string; ordinal: number }>();

  /** Undefined for a line that came whole. The end of a stream without a newline is a piece that is not the last, as in dockerd. */
  mark({ stream, partial }: LogEntry): PieceMark | undefined {
    let current = this.#open.get(stream);
    if (!current && !partial) return undefined;
    current ??= { id: randomBytes(32).toString('hex'), ordinal: 0 };
    current.ordinal++;
    if (partial) this.#open.set(stream, current);
    else this.#open.delete(stream);
    return { id: current.id, ordinal: current.ordinal, last: !partial };
  }
}
