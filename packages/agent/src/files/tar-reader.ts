import { parseNumber, parsePax, parseText, type PaxFields } from './tar-fields.js';

const BLOCK = 512;

/** Bytes of headers of names and attributes that are taken at most; more is no archive that a person made. */
const LARGEST_HEADER = 1024 * 1024;

/** Type flags of tar(5). */
export type TarType = 'file' | 'link' | 'symlink' | 'character' | 'block' | 'directory' | 'fifo';

const types: Readonly<Record<string, TarType>> = {
  '0': 'file',
  '\0': 'file',
  '7': 'file',
  '1': 'link',
  '2': 'symlink',
  '3': 'character',
  '4': 'block',
  '5': 'directory',
  '6': 'fifo',
};

export interface TarEntry {
  name: string;
  type: TarType;
  /** Permissions with setuid, setgid and sticky. */
  mode: number;
  uid: number;
  gid: number;
  /** ns since the epoch */
  modified: bigint;
  /** Bytes of content that follow. */
  size: number;
  linkName: string;
  major: number;
  minor: number;
  /** Extended attributes by name. */
  attributes: ReadonlyMap<string, Buffer>;
  /** The header as it is written, where there is one. */
  header?: TarHeader;
  /** The content, to be read before the next entry; what is left is skipped. */
  content: AsyncGenerator<Buffer>;
}

/**
 * The entries of a tar (ustar, pax and GNU's long names), one after the other, none of them held in memory. Throws an
 * Error for what is no tar, ends early, or has a type that nobody unpacks.
 */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const bytes = new ByteReader(source);
  try {
    let pax: PaxFields = new Map();
    for (;;) {
      const header = await bytes.take(BLOCK);
      if (header === undefined || header.every((byte) => byte === 0)) return void (await bytes.drain());
      const entry = parseHeader(header);
      const extension = entry.flag;
      if (extension === 'x' || extension === 'L' || extension === 'K') {
        const body = await bytes.body(entry.size, LARGEST_HEADER);
        if (extension === 'x') pax = new Map([...pax, ...parsePax(body)]);
        else pax.set(extension === 'L' ? 'path' : 'linkpath', Buffer.from(parseText(body)));
        continue;
      }
      const complete = applied(entry, pax);
      pax = new Map();
      const content = bytes.content(complete.size);
      if (extension !== 'g') {
        const type = types[extension];
        if (type === undefined) throw new Error(`unhandled tar header type ${extension.charCodeAt(0)}`);
        const size = type === 'file' ? complete.size : 0;
        const header = { ...complete, flag: extension === '\0' ? '0' : extension };
        yield { ...complete, mode: complete.mode & 0o7777, type, size, header, content };
      }
      for await (const _rest of content);
    }
  } finally {
    await bytes.close();
  }
}

/** `mode` is all of the field: some archives have the file's type in it. */
export interface TarHeader extends Omit<TarEntry, 'type' | 'content' | 'header'> {
  flag: string;
}

/** ustar: fields of fixed places, the checksum over all of them with blanks in its own. */
function parseHeader(block: Buffer): TarHeader {
  const field = (start: number, length: number) => block.subarray(start, start + length);
  const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  if (sum !== parseNumber(field(148, 8))) throw new Error('archive/tar: invalid tar header');
  const prefix = field(257, 6).toString('latin1') === 'ustar\0' ? parseText(field(345, 155)) : '';
  const name = parseText(field(0, 100));
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    flag: String.fromCharCode(block[156]!),
    mode: parseNumber(field(100, 8)),
    uid: parseNumber(field(108, 8)),
    gid: parseNumber(field(116, 8)),
    size: parseNumber(field(124, 12)),
    modified: BigInt(parseNumber(field(136, 12))) * 1_000_000_000n,
    linkName: parseText(field(157, 100)),
    major: parseNumber(field(329, 8)),
    minor: parseNumber(field(337, 8)),
    attributes: new Map(),
  };
}

const XATTR = 'SCHILY.xattr.';

/** What a pax header says in place of the fixed fields. */
function applied(header: TarHeader, pax: PaxFields): TarHeader {
  const text = (key: string) => pax.get(key)?.toString();
  const number = (key: string, otherwise: number) => Number(text(key) ?? otherwise);
  const attributes = [...pax].flatMap(([key, value]) =>
    key.startsWith(XATTR) ? [[key.slice(XATTR.length), value] as const] : [],
  );
  const modified = text('mtime');
  return {
    ...header,
    name: text('path') ?? header.name,
    linkName: text('linkpath') ?? header.linkName,
    size: number('size', header.size),
    uid: number('uid', header.uid),
    gid: number('gid', header.gid),
    modified: modified === undefined ? header.modified : nanoseconds(modified),
    attributes: new Map(attributes),
  };
}

/** `seconds[.fraction]` */
function nanoseconds(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (!match) throw new Error('archive/tar: invalid tar header');
  const value = BigInt(match[2]!) * 1_000_000_000n + BigInt((match[3] ?? '').slice(0, 9).padEnd(9, '0'));
  return match[1] === '-' ? -value : value;
}

/** Takes bytes off a stream in pieces of given sizes. */
class ByteReader {
  private readonly iterator: AsyncIterator<Uint8Array>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.iterator = source[Symbol.asyncIterator]();
  }

  /** Undefined at the end of the stream. Throws when it ends within the bytes. */
  async take(length: number): Promise<Buffer | undefined> {
    const chunks: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      const chunk = await this.some(missing);
      if (chunk === undefined) {
        if (missing === length) return undefined;
        throw new Error('unexpected EOF');
      }
      chunks.push(chunk);
      missing -= chunk.length;
    }
    return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, length);
  }

  async body(length: number, most: number): Promise<Buffer> {
    if (length > most) throw new Error('archive/tar: header too large');
    const chunks: Buffer[] = [];
    for await (const chunk of this.content(length)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** Bytes in the pieces in which they come, and then what fills the last block. */
  async *content(length: number): AsyncGenerator<Buffer> {
    let missing = length;
    while (missing > 0) {
      const chunk = await this.some(missing);
      if (chunk === undefined) throw new Error('unexpected EOF');
      missing -= chunk.length;
      yield chunk;
    }
    const padding = (BLOCK - (length % BLOCK)) % BLOCK;
    if (padding > 0) await this.take(padding);
  }

  /** Reads what comes behind the archive: the sender must be able to finish. */
  async drain(): Promise<void> {
    while ((await this.some(2 ** 20)) !== undefined);
  }

  async close(): Promise<void> {
    await this.iterator.return?.();
  }

  private async some(most: number): Promise<Buffer | undefined> {
    while (this.rest.length === 0) {
      const { done, value } = await this.iterator.next();
      if (done) return undefined;
      this.rest = Buffer.isBuffer(value) ? value : Buffer.from(value);
    }
    const chunk = this.rest.subarray(0, most);
    this.rest = this.rest.subarray(chunk.length);
    return chunk;
  }
}
