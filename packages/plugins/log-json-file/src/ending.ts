import type { LineJoint } from '@arca/plugin-kit';

/** What comes before the text of a line. */
export const head = Buffer.from('{"log":"');

const [zero, one, nine] = [0x30, 0x31, 0x39];
/** Digits of the fraction of a second. */
const digits = 9;
const second = 1_000_000_000n;

/** What comes after the text of a line up to its time. `attributes`: JSON of the extra attributes, empty for none. */
export const beforeTime = (stream: string, attributes: string): string =>
  `","stream":"${stream}"${attributes && `,"attrs":${attributes}`},"time":"`;

/** What comes after the time. */
export const afterTime = 'Z"}\n';

/** Date and time up to the whole second. */
export const wholeSecond = (seconds: bigint): string =>
  new Date(Number(seconds) * 1000).toISOString().slice(0, 19);

/**
 * What stands between the texts of the lines of one batch. The lines have been read at once, but times are what tells
 * them apart to a reader that wants those since the last one it saw: each is a nanosecond after the one before. Docker
 * writes no zeros at the end of a fraction, so times that would have some are left out: all have the same length.
 */
export class LineEnding implements LineJoint {
  readonly bytes: Buffer;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly zero = zero;
  readonly one = one;
  readonly nine = nine;
  readonly escaped = true;
  readonly #time: number;
  #seconds: bigint;

  /** `time`: nanoseconds since the epoch, of the first line. */
  constructor(stream: string, attributes: string, time: bigint) {
    this.#seconds = time / second;
    const before = `\\n${beforeTime(stream, attributes)}`;
    const fraction = (time % second).toString().padStart(digits, '0').replace(/0$/, '1');
    const text = `${before}${wholeSecond(this.#seconds)}.${fraction}${afterTime}`;
    this.bytes = Buffer.concat([Buffer.from(text), head]);
    this.end = this.bytes.length - head.length;
    this.#time = Buffer.byteLength(before);
    this.first = this.#time + 20;
    this.last = this.first + digits - 1;
  }

  /** From the end of a piece's text to the end of the line. */
  get piece(): Buffer {
    return this.bytes.subarray(2, this.end);
  }

  carry(): void {
    this.#seconds++;
    this.bytes.write(wholeSecond(this.#seconds), this.#time, 'latin1');
  }
}
