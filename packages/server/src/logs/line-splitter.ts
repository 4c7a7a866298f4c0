import type { LogBatch } from '@arca/plugin-kit';

/** Longer lines are logged in pieces of this size, as dockerd's. Bytes, without the newline. */
export const maxLineLength = 16 * 1024;

const newline = 10;

/**
 * Cuts one stream of a process into whole lines and pieces of overlong ones. What follows the last newline is kept until
 * its line is complete. A line has the time at which it was completed; the pieces of a line have the time of the first.
 */
export class LineSplitter {
  #pending: Buffer = Buffer.alloc(0);
  /** Where what is pending lies, and where it is put together with its end. */
  readonly #kept = new Space();
  readonly #spare = new Space();
  /** Set while inside a line of which a piece has been given away. */
  #pieceTime: bigint | undefined;

  constructor(readonly stream: LogBatch['stream']) {}

  /**
   * The batches that a chunk, read at `time`, completes. Their
   * memory is the chunk's, or this splitter's, until the next chunk comes.
   */
  push(chunk: Buffer, time: bigint): LogBatch[] {
    const batches: LogBatch[] = [];
    let data = chunk;
    if (this.#pending.length > 0) {
      const end = this.#pieceTime === undefined ? chunk.indexOf(newline) + 1 : 0;
      if (end > 0 && this.#pending.length + end <= maxLineLength) {
        // The line alone is put together: the rest of the chunk stays where it is.
        const line = this.#spare.join(this.#pending, chunk.subarray(0, end));
        batches.push({ stream: this.stream, time, data: line });
        data = chunk.subarray(end);
        time++;
      } else data = Buffer.concat([this.#pending, chunk]);
    }
    let position = 0;
    for (;;) {
      const start = position;
      let batchTime = time;
      if (this.#pieceTime === undefined) {
        position = endOfLines(data, start);
        if (position === start) {
          if (data.length - start < maxLineLength) break;
          this.#pieceTime = time;
        }
      }
      if (position === start) {
        batchTime = this.#pieceTime ?? time;
        position = this.#endOfPiece(data, start);
        if (position === start) break;
      }
      batches.push({ stream: this.stream, time: batchTime, data: data.subarray(start, position) });
    }
    this.#pending = this.#kept.join(data.subarray(position));
    return batches;
  }

  /** What is left when the stream has ended: a last line without a newline. */
  end(time: bigint): LogBatch | undefined {
    const data = this.#pending;
    this.#pending = Buffer.alloc(0);
    return data.length > 0 ? { stream: this.stream, time: this.#pieceTime ?? time, data } : undefined;
  }

  /** End of the next piece of the overlong line that goes on at `start`; `start` itself when there is too little. */
  #endOfPiece(data: Buffer, start: number): number {
    const end = data.subarray(start, start + maxLineLength).indexOf(newline);
    if (end >= 0) {
      this.#pieceTime = undefined;
      return start + end + 1;
    }
    return data.length - start >= maxLineLength ? start + maxLineLength : start;
  }
}

/** Memory that is used again and again: a busy log makes no garbage. */
class Space {
  #memory = Buffer.alloc(0);

  /** A copy of the parts, which is there until the next one is made. */
  join(...parts: Buffer[]): Buffer {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (length > this.#memory.length) this.#memory = Buffer.allocUnsafeSlow(Math.max(256, length * 2));
    let at = 0;
    for (const part of parts) at += part.copy(this.#memory, at);
    return this.#memory.subarray(0, length);
  }
}

/** End of the longest run of whole lines from `start` on of which none is overlong. */
function endOfLines(data: Buffer, start: number): number {
  let position = start;
  while (position < data.length) {
    const last = data.lastIndexOf(newline, position + maxLineLength - 1);
    if (last < position) break;
    position = last + 1;
  }
  return position;
}
