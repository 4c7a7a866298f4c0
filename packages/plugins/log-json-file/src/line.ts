import type { LogEntry } from '@arca/plugin-kit';
import { formatInstant, parseInstant } from '@arca/plugin-kit';
import { head, tail } from './encoder.js';

/** One line of the file as Docker writes it. */
interface FileLine {
  log?: string;
  stream?: string;
  attrs?: Record<string, string>;
  time: string;
}

const backslash = 0x5c;
const newlineEscape = Buffer.from('\\n');

type Facts = Omit<LogEntry, 'line' | 'partial'>;

/**
 * Reads lines of the file. Neighbouring lines mostly share all that follows their text (stream, attributes, time), which
 * is then compared instead of parsed; and a text without escapes is a part of the file's bytes.
 */
export class LineDecoder {
  #tail: Buffer = Buffer.alloc(0);
  #facts: Facts | undefined;

  /** The entry of the line in `data[start, end)`, `end` being after its newline; undefined for what is no such line. */
  decode(data: Buffer, start: number, end: number): LogEntry | undefined {
    const textEnd = end - this.#tail.length;
    if (this.#facts && textEnd >= start + head.length && this.#matches(data, start, textEnd, end)) {
      return { ...this.#facts, ...textOf(data, start + head.length, textEnd) };
    }
    return this.#parse(data, start, end);
  }

  #matches(data: Buffer, start: number, textEnd: number, end: number): boolean {
    return (
      data.compare(this.#tail, 0, this.#tail.length, textEnd, end) === 0 &&
      data.compare(head, 0, head.length, start, start + head.length) === 0
    );
  }

  #parse(data: Buffer, start: number, end: number): LogEntry | undefined {
    try {
      const line = JSON.parse(data.toString('utf8', start, end)) as FileLine;
      const stream = line.stream === 'stderr' ? 'stderr' : 'stdout';
      const facts: Facts = { stream, time: parseInstant(line.time) };
      if (line.attrs) facts.attributes = line.attrs;
      this.#remember(facts, line, data, start, end);
      const text = line.log ?? '';
      const partial = !text.endsWith('\n');
      return { ...facts, line: Buffer.from(partial ? text : text.slice(0, -1)), partial };
    } catch {
      return undefined;
    }
  }

  /** Keeps the line's tail for the next one, if the line is just as this package writes it. */
  #remember(facts: Facts, line: FileLine, data: Buffer, start: number, end: number): void {
    const attributes = line.attrs ? JSON.stringify(line.attrs) : '';
    const expected = Buffer.from(tail(facts.stream, attributes, formatInstant(facts.time)));
    const from = end - expected.length;
    if (from < start || data.compare(expected, 0, expected.length, from, end) !== 0) return;
    this.#facts = facts;
    this.#tail = expected;
  }
}

/** The text between `start` and `end`, which may hold escapes. */
function textOf(data: Buffer, start: number, end: number): Pick<LogEntry, 'line' | 'partial'> {
  const escape = data.indexOf(backslash, start);
  if (escape === -1 || escape >= end) return { line: data.subarray(start, end), partial: true };
  // A newline at the end is the only escape of most lines.
  if (escape === end - 2 && data.compare(newlineEscape, 0, 2, escape, end) === 0) {
    return { line: data.subarray(start, escape), partial: false };
  }
  const text = JSON.parse(`"${data.toString('utf8', start, end)}"`) as string;
  const partial = !text.endsWith('\n');
  return { line: Buffer.from(partial ? text : text.slice(0, -1)), partial };
}
