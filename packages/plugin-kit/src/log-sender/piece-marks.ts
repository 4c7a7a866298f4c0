import type { LogEntry } from '../ports/logs.js';
import { randomBytes } from 'node:crypto';

/** What tells the pieces of one overlong line to belong together, under Docker's names. */
export interface PieceMark {
  id: string;
  /** From 1 on. */
  ordinal: number;
  last: boolean;
}

/** Longer lines come in pieces of this size. */
const pieceSize = 16 * 1024;

/** Marks the pieces of one container's overlong lines. Entries are given in order. */
export class PieceMarks {
  readonly #open = new Map<LogEntry['stream'], { id: string; ordinal: number }>();

  /** Undefined for a line that came whole. */
  mark({ stream, line, partial }: LogEntry): PieceMark | undefined {
    // The last line of a stream may lack its newline without being a piece.
    const goesOn = partial && line.length >= pieceSize;
    let current = this.#open.get(stream);
    if (!current && !goesOn) return undefined;
    current ??= { id: randomBytes(32).toString('hex'), ordinal: 0 };
    current.ordinal++;
    if (goesOn) this.#open.set(stream, current);
    else this.#open.delete(stream);
    return { id: current.id, ordinal: current.ordinal, last: !goesOn };
  }
}
