import { head, type LineEnding } from './ending.js';

/** Bytes that stand for themselves in a JSON string as Docker writes it: ASCII from space on, but not `" \ < > &`. */
const plain = new Uint8Array(256);
for (let byte = 0x20; byte < 0x80; byte++) plain[byte] = '"\\<>&'.includes(String.fromCharCode(byte)) ? 0 : 1;

/** The escapes of the other ASCII bytes. */
const escapes: Buffer[] = [];
for (let byte = 0; byte < 0x80; byte++) escapes.push(Buffer.from(escapeOf(String.fromCharCode(byte))));

function escapeOf(character: string): string {
  const short = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r' }[character];
  return short ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const newline = 10;
/** No line, or piece of one, is longer: 16 KiB each byte of which may become six. */
const longestLine = 16 * 1024 * 6;

/**
 * Writes lines as Docker does into a buffer. A loop over bytes with a table is the fastest way there is in JavaScript: a
 * string would be made and thrown away for each line, and a native copy costs as much as a short line.
 */
export class LineEncoder {
  /** Bytes that a buffer must have free for one more line. */
  readonly room: number;

  constructor(private readonly ending: LineEnding) {
    this.room = longestLine + 2 * ending.joint.length;
  }

  /** Where the last `encode` stopped: in `out`, and in `data`. */
  position = 0;
  consumed = 0;

  /**
   * Writes the lines of `data` from `start` on to `out` from `at` on; stops at the first line end at or after `limit` (a
   * place in `out`), or when there is no room for one more line.
   */
  encode(out: Buffer, at: number, limit: number, data: Buffer, start: number): void {
    const { ending } = this;
    const { joint, line, piece } = ending;
    const last = Math.min(limit, out.length - this.room);
    out.set(head, at);
    let position = at + head.length;
    let index = start;
    while (index < data.length) {
      const byte = data[index]!;
      if (plain[byte] === 1) {
        out[position++] = byte;
        index++;
      } else if (byte === newline) {
        index++;
        if (index === data.length || position + line.length >= last) {
          out.set(line, position);
          this.position = position + line.length;
          this.consumed = index;
          ending.advance();
          return;
        }
        out.set(joint, position);
        position += joint.length;
        ending.advance();
      } else if (byte < 0x80) {
        const escape = escapes[byte]!;
        for (let i = 0; i < escape.length; i++) out[position++] = escape[i]!;
        index++;
      } else {
        const length = sequenceLength(data, index);
        position = encodeSequence(out, position, data, index, length);
        index += length || 1;
      }
    }
    out.set(piece, position);
    this.position = position + piece.length;
    this.consumed = index;
  }
}

/** Writes the UTF-8 sequence of `length` bytes; U+FFFD for a byte that begins none. Gives the place after it. */
function encodeSequence(out: Buffer, at: number, data: Buffer, index: number, length: number): number {
  if (length === 0) return at + out.write('\\ufffd', at, 'latin1');
  if (isLineSeparator(data, index, length)) {
    return at + out.write(`\\u202${(data[index + 2]! & 0xf).toString(16)}`, at, 'latin1');
  }
  for (let i = 0; i < length; i++) out[at + i] = data[index + i]!;
  return at + length;
}

/** U+2028 and U+2029, which JavaScript once took for line ends: Docker escapes them. */
const isLineSeparator = (data: Buffer, index: number, length: number): boolean =>
  length === 3 && data[index] === 0xe2 && data[index + 1] === 0x80 && (data[index + 2]! & 0xfe) === 0xa8;

/** Bytes of the UTF-8 sequence at `index` (2 to 4), 0 when it is none. Overlong forms and surrogates are none. */
function sequenceLength(data: Buffer, index: number): number {
  const first = data[index]!;
  const length = first >= 0xf5 ? 0 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || index + length > data.length) return 0;
  const second = data[index + 1]!;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let i = 2; i < length; i++) if ((data[index + i]! & 0xc0) !== 0x80) return 0;
  return length;
}
