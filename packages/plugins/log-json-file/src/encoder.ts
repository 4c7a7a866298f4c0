import { copyLines, type LogEncoder } from '@arca/plugin-kit';
import { head, type LineEnding } from './ending.js';

/** No line, or piece of one, is longer: 16 KiB each byte of which may become six. */
const longestLine = 16 * 1024 * 6;

/** Writes lines as Docker does into a buffer. */
export class LineEncoder implements LogEncoder {
  readonly room: number;
  position = 0;
  consumed = 0;

  constructor(private readonly ending: LineEnding) {
    this.room = longestLine + 2 * ending.bytes.length;
  }

  encode(out: Buffer, at: number, limit: number, data: Buffer, start: number): void {
    const { ending } = this;
    out.set(head, at);
    const text = at + head.length;
    const last = Math.min(limit, out.length - this.room);
    const { written, read, piece } = copyLines(ending, out, text, last, data, start);
    this.position = text + written;
    this.consumed = start + read;
    if (!piece) return;
    out.set(ending.piece, this.position);
    this.position += ending.piece.length;
  }
}
