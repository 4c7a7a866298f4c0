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
export class LineEnding {
  /** From the end of a whole line's text to the begin of the next text. */
  readonly joint: Buffer;
  /** From the end of a whole line's text to the end of the line. */
  readonly line: Buffer;
  /** The same for a piece of a line. */
  readonly piece: Buffer;
  readonly #time: number;
  #seconds: bigint;

  /** `time`: nanoseconds since the epoch, of the first line. */
  constructor(stream: string, attributes: string, time: bigint) {
    this.#seconds = time / second;
    const before = `\\n${beforeTime(stream, attributes)}`;
    const fraction = (time % second).toString().padStart(digits, '0').replace(/0$/, '1');
    const text = `${before}${wholeSecond(this.#seconds)}.${fraction}${afterTime}`;
    this.joint = Buffer.concat([Buffer.from(text), head]);
    this.line = this.joint.subarray(0, this.joint.length - head.length);
    this.piece = this.line.subarray(2);
    this.#time = Buffer.byteLength(before);
  }

  /** Goes on to the time of the next line. */
  advance(): void {
    const first = this.#time + 20;
    const last = first + digits - 1;
    for (let place = last; place >= first; place--) {
      if (this.joint[place] !== nine) {
        this.joint[place]!++;
        return;
      }
      this.joint[place] = place === last ? one : zero;
    }
    this.#seconds++;
    this.joint.write(wholeSecond(this.#seconds), this.#time, 'latin1');
  }
}
