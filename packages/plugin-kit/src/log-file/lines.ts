import { lines } from '../generated/lines.gen.js';
import { bufferSize } from './buffers.js';

/** What stands between the texts of a batch's lines. */
export interface LineJoint {
  /** From the end of one text to the begin of the next: the end of a line, then the begin of another. */
  readonly bytes: Buffer;
  /** How many of them end a line. */
  readonly end: number;
  /**
   * The digits that count up from line to line, highest first: places of `bytes`, the last one included. They are the
   * number of the line that they stand in: of the one that ends, or of the one that begins.
   */
  readonly first: number;
  readonly last: number;
  /** Bytes of digits: the lowest, the lowest of the last place, and the highest. */
  readonly zero: number;
  readonly one: number;
  readonly nine: number;
  /** Texts are escaped as in JSON; else they are copied as they are. */
  readonly escaped: boolean;
  /** All digits have begun anew: `bytes` may be changed, not in their number. */
  carry?(): void;
}

export interface CopiedLines {
  /** Bytes that have been written, and that have been read. */
  written: number;
  read: number;
  /** The input ended inside of a line, of which the text alone has been written. */
  piece: boolean;
}

/** What lines.wat exports. */
interface Kernel {
  memory: { readonly buffer: ArrayBuffer; grow(pages: number): void };
  read: { readonly value: number };
  written: { readonly value: number };
  encode(...parameters: number[]): number;
}

/** The part of it that is used here; TypeScript knows it only of browsers. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: unknown };
};

const newline = 10;
/** The kernel reads and writes up to 15 bytes too many. */
const slack = 64;
const tableLength = 0x80 * 8;
const inputAt = tableLength;
const outputAt = inputAt + bufferSize + slack;
const page = 64 * 1024;

const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(lines, 'base64')), {
  lines: { sequence, carry },
});
const kernel = exports as Kernel;
let memory = Buffer.from(kernel.memory.buffer);
let carrying: (() => void) | undefined;
for (let byte = 0; byte < 0x80; byte++) {
  const escape = escapeOf(String.fromCharCode(byte));
  memory.write(escape, byte * 8, 'latin1');
  memory[byte * 8 + 7] = escape.length;
}

/** Docker's escapes of ASCII, HTML's characters among them. */
function escapeOf(character: string): string {
  const short = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r' }[character];
  return short ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * Copies lines of `data` from `start` on to `out` from `at` on, a joint after each; stops after the first line that ends
 * at or after `limit`, a place in `out`. The caller has seen to it that one line more has room after `limit`.
 */
export function copyLines(
  joint: LineJoint,
  out: Buffer,
  at: number,
  limit: number,
  data: Buffer,
  start: number,
): CopiedLines {
  const jointAt = outputAt + Math.max(bufferSize, out.length - at) + slack;
  reserve(jointAt + joint.bytes.length + slack);
  const end = endOfInput(data, start, out.length - at);
  memory.set(data.subarray(start, end), inputAt);
  memory.set(joint.bytes, jointAt);
  carrying = joint.carry && (() => carryIn(joint, jointAt));
  const piece = kernel.encode(
    ...[inputAt, inputAt + end - start, outputAt, outputAt + Math.max(0, limit - at)],
    ...[jointAt, joint.bytes.length, joint.end],
    ...[jointAt + joint.first, jointAt + joint.last, joint.zero, joint.one, joint.nine],
    ...[joint.escaped ? 1 : 0, joint.first >= joint.end ? 1 : 0],
  );
  const written = kernel.written.value - outputAt;
  out.set(memory.subarray(outputAt, outputAt + written), at);
  joint.bytes.set(memory.subarray(jointAt + joint.first, jointAt + joint.last + 1), joint.first);
  return { written, read: kernel.read.value - inputAt, piece: piece === 1 };
}

/** As much input as fits, cut after a line. No output is shorter than its input. */
function endOfInput(data: Buffer, start: number, room: number): number {
  const most = start + Math.min(bufferSize, room);
  return data.length <= most ? data.length : data.lastIndexOf(newline, most - 1) + 1;
}

function reserve(bytes: number): void {
  const missing = bytes - memory.length;
  if (missing <= 0) return;
  kernel.memory.grow(Math.ceil(missing / page));
  memory = Buffer.from(kernel.memory.buffer);
}

function carry(): void {
  carrying?.();
}

function carryIn(joint: LineJoint, jointAt: number): void {
  joint.bytes.set(memory.subarray(jointAt + joint.first, jointAt + joint.last + 1), joint.first);
  joint.carry!();
  memory.set(joint.bytes, jointAt);
}

/** Writes one UTF-8 sequence; U+FFFD for a byte that begins none. */
function sequence(at: number, end: number, to: number): number {
  const length = sequenceLength(at, end);
  const read = length || 1;
  if (length === 0) return (read << 8) | memory.write('\\ufffd', to, 'latin1');
  if (isLineSeparator(at, length)) {
    return (read << 8) | memory.write(`\\u202${(memory[at + 2]! & 0xf).toString(16)}`, to, 'latin1');
  }
  for (let i = 0; i < length; i++) memory[to + i] = memory[at + i]!;
  return (read << 8) | length;
}

/** U+2028 and U+2029, which JavaScript once took for line ends: Docker escapes them. */
const isLineSeparator = (at: number, length: number): boolean =>
  length === 3 && memory[at] === 0xe2 && memory[at + 1] === 0x80 && (memory[at + 2]! & 0xfe) === 0xa8;

/** Bytes of the UTF-8 sequence at a place (2 to 4), 0 when it is none. Overlong forms and surrogates are none. */
function sequenceLength(at: number, end: number): number {
  const first = memory[at]!;
  const length = first >= 0xf5 ? 0 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || at + length > end) return 0;
  const second = memory[at + 1]!;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let i = 2; i < length; i++) if ((memory[at + i]! & 0xc0) !== 0x80) return 0;
  return length;
}
