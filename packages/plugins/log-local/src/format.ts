import {
  copyLines,
  type LineJoint,
  type LogBatch,
  type LogDecoder,
  type LogEncoder,
  type LogEntry,
  type LogFormat,
} from '@arca/plugin-kit';

/**
 * A record: one byte that tells the stream and whether it is a piece of a line, nine of the time, the text as it is, a
 * newline. The time's bytes carry seven bits each, highest first, and have the eighth bit set: none is a newline.
 */
const kinds: Readonly<Record<LogEntry['stream'], { line: number; piece: number }>> = {
  stdout: { line: 0x6f, piece: 0x4f },
  stderr: { line: 0x65, piece: 0x45 },
};
const timeBytes = 9;
const headLength = 1 + timeBytes;
const newline = 10;
const longestLine = 16 * 1024;

export const recordFormat: LogFormat = {
  encoder: (batch) => new RecordEncoder(batch),
  decoder: () => new RecordDecoder(),
};

class RecordEncoder implements LogEncoder {
  readonly room = longestLine + 2 * (headLength + 1);
  position = 0;
  consumed = 0;
  readonly #kind: (typeof kinds)['stdout'];
  readonly #joint: LineJoint;

  constructor({ stream, time }: LogBatch) {
    this.#kind = kinds[stream];
    const bytes = Buffer.from([newline, this.#kind.line, ...new Uint8Array(timeBytes)]);
    for (let place = bytes.length - 1, rest = time; place > 1; place--, rest >>= 7n) {
      bytes[place] = 0x80 | Number(rest & 0x7fn);
    }
    // Each line is a nanosecond after the one before, so that readers can tell them apart.
    this.#joint = {
      ...{ bytes, end: 1, first: 2, last: bytes.length - 1 },
      ...{ zero: 0x80, one: 0x80, nine: 0xff, escaped: false },
    };
  }

  encode(out: Buffer, at: number, limit: number, data: Buffer, start: number): void {
    const joint = this.#joint;
    out.set(joint.bytes.subarray(1), at);
    const text = at + headLength;
    const last = Math.min(limit, out.length - this.room);
    const { written, read, piece } = copyLines(joint, out, text, last, data, start);
    this.position = text + written;
    this.consumed = start + read;
    if (!piece) return;
    const begin = data.lastIndexOf(newline, this.consumed - 1) + 1;
    const length = this.consumed - Math.max(start, begin);
    out[this.position - length - headLength] = this.#kind.piece;
    out[this.position++] = newline;
  }
}

class RecordDecoder implements LogDecoder {
  decode(data: Buffer, start: number, end: number): LogEntry | undefined {
    if (end - start <= headLength) return undefined;
    const kind = data[start]!;
    const name = (kind | 0x20) === kinds.stdout.line ? 'stdout' : 'stderr';
    if (kind !== kinds[name].line && kind !== kinds[name].piece) return undefined;
    return new RecordEntry(name, kind === kinds[name].piece, data.subarray(start, end));
  }
}

/** An entry whose time is worked out when somebody asks. */
class RecordEntry implements LogEntry {
  constructor(
    readonly stream: LogEntry['stream'],
    readonly partial: boolean,
    private readonly record: Buffer,
  ) {}

  get line(): Buffer {
    return this.record.subarray(headLength, -1);
  }

  get time(): bigint {
    // Two halves, for a bigint a byte is slow.
    let high = 0;
    let low = 0;
    for (let i = 1; i <= 5; i++) high = high * 128 + (this.record[i]! & 0x7f);
    for (let i = 6; i <= timeBytes; i++) low = low * 128 + (this.record[i]! & 0x7f);
    return (BigInt(high) << 28n) | BigInt(low);
  }
}
