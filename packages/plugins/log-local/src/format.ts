import type { LogBatch, LogDecoder, LogEncoder, LogEntry, LogFormat } from '@arca/plugin-kit';

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
/** Texts up to here are copied byte by byte: a native copy costs more. */
const short = 48;

export const recordFormat: LogFormat = {
  encoder: (batch) => new RecordEncoder(batch),
  decoder: () => new RecordDecoder(),
};

class RecordEncoder implements LogEncoder {
  readonly room = longestLine + headLength + 1;
  position = 0;
  consumed = 0;
  readonly #kind: (typeof kinds)['stdout'];
  readonly #time = new Uint8Array(timeBytes);

  constructor({ stream, time }: LogBatch) {
    this.#kind = kinds[stream];
    for (let place = timeBytes - 1, rest = time; place >= 0; place--, rest >>= 7n) {
      this.#time[place] = 0x80 | Number(rest & 0x7fn);
    }
  }

  encode(out: Buffer, at: number, limit: number, data: Buffer, start: number): void {
    const last = Math.min(limit, out.length - this.room);
    let position = at;
    let index = start;
    do {
      const found = data.indexOf(newline, index);
      const end = found === -1 ? data.length : found;
      out[position] = found === -1 ? this.#kind.piece : this.#kind.line;
      for (let i = 0; i < timeBytes; i++) out[position + 1 + i] = this.#time[i]!;
      this.#advance();
      position += headLength;
      if (end - index > short) data.copy(out, position, index, end);
      else for (let i = 0; i < end - index; i++) out[position + i] = data[index + i]!;
      position += end - index;
      out[position++] = newline;
      index = end + 1;
    } while (index < data.length && position < last);
    this.position = position;
    this.consumed = Math.min(index, data.length);
  }

  /** Each line is a nanosecond after the one before, so that readers can tell them apart. */
  #advance(): void {
    for (let place = timeBytes - 1; place >= 0; place--) {
      if (this.#time[place] !== 0xff) {
        this.#time[place]!++;
        return;
      }
      this.#time[place] = 0x80;
    }
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
