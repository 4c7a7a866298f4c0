import { parseInstant, type LogEntry } from '@arca/plugin-kit';
import { afterTime, beforeTime, head, wholeSecond } from './ending.js';

/** One line of the file as Docker writes it. */
interface FileLine {
  log?: string;
  stream?: string;
  attrs?: Record<string, string>;
  time: string;
}

const backslash = 0x5c;
const newlineEscape = Buffer.from('\\n');
const after = Buffer.from(afterTime);
/** `.` and the digits of the fraction. */
const fractionLength = 10;
const second = 1_000_000_000n;

/** What the lines of one second, of one stream, have in common. */
interface Common {
  stream: LogEntry['stream'];
  attributes: LogEntry['attributes'];
  /** Nanoseconds since the epoch. */
  second: bigint;
  /** From the end of the text to the point of the seconds. */
  bytes: Buffer;
}

/** An entry whose time is worked out when somebody asks. */
class FileEntry implements LogEntry {
  constructor(
    private readonly common: Common,
    private readonly fraction: number,
    readonly line: Buffer,
    readonly partial: boolean,
  ) {}

  get stream(): LogEntry['stream'] {
    return this.common.stream;
  }
  get attributes(): LogEntry['attributes'] {
    return this.common.attributes;
  }
  get time(): bigint {
    return this.common.second + BigInt(this.fraction);
  }
}

/**
 * Reads lines of the file. Neighbouring lines mostly share all that follows their text but for the fraction of the second
 * (stream, attributes, time), which is then compared instead of parsed; and a text without escapes is a part of the
 * file's bytes.
 */
export class LineDecoder {
  #common: Common | undefined;

  /** The entry of the line in `data[start, end)`, `end` being after its newline; undefined for what is no such line. */
  decode(data: Buffer, start: number, end: number): LogEntry | undefined {
    const common = this.#common;
    if (common) {
      const fraction = end - after.length - fractionLength;
      const textEnd = fraction - common.bytes.length;
      if (textEnd >= start + head.length && this.#matches(common, data, start, textEnd, end)) {
        const [line, partial] = textOf(data, start + head.length, textEnd);
        return new FileEntry(common, digitsOf(data, fraction + 1), line, partial);
      }
    }
    return this.#parse(data, start, end);
  }

  #matches({ bytes }: Common, data: Buffer, start: number, textEnd: number, end: number): boolean {
    const length = bytes.length;
    return (
      data.compare(bytes, 0, length, textEnd, textEnd + length) === 0 &&
      data.compare(after, 0, after.length, end - after.length, end) === 0 &&
      data.compare(head, 0, head.length, start, start + head.length) === 0
    );
  }

  #parse(data: Buffer, start: number, end: number): LogEntry | undefined {
    try {
      const {
        log: text = '',
        stream,
        attrs,
        time,
      } = JSON.parse(data.toString('utf8', start, end)) as FileLine;
      const nanoseconds = parseInstant(time);
      const common = commonOf(stream, attrs, nanoseconds);
      // Only a line that is just as this package writes it tells what others look like.
      if (/\.\d{9}Z$/.test(time)) this.#common = common;
      const partial = !text.endsWith('\n');
      const line = Buffer.from(partial ? text : text.slice(0, -1));
      return new FileEntry(common, Number(nanoseconds - common.second), line, partial);
    } catch {
      return undefined;
    }
  }
}

function commonOf(stream: string | undefined, attributes: LogEntry['attributes'], time: bigint): Common {
  const name = stream === 'stderr' ? 'stderr' : 'stdout';
  const seconds = time / second;
  const before = beforeTime(name, attributes ? JSON.stringify(attributes) : '');
  return {
    stream: name,
    attributes,
    second: seconds * second,
    bytes: Buffer.from(before + wholeSecond(seconds)),
  };
}

/** The number of nine digits. */
function digitsOf(data: Buffer, start: number): number {
  let number = 0;
  for (let place = start; place < start + fractionLength - 1; place++)
    number = number * 10 + data[place]! - 0x30;
  return number;
}

/** The text between `start` and `end`, which may hold escapes, and whether it is a piece of a line. */
function textOf(data: Buffer, start: number, end: number): [line: Buffer, partial: boolean] {
  const escape = data.indexOf(backslash, start);
  if (escape === -1 || escape >= end) return [data.subarray(start, end), true];
  // A newline at the end is the only escape of most lines.
  if (escape === end - 2 && data.compare(newlineEscape, 0, 2, escape, end) === 0) {
    return [data.subarray(start, escape), false];
  }
  const text = JSON.parse(`"${data.toString('utf8', start, end)}"`) as string;
  const partial = !text.endsWith('\n');
  return [Buffer.from(partial ? text : text.slice(0, -1)), partial];
}
