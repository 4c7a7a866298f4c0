/** What is put into a tar. */
export interface TarEntry {
  /** Its path, with slashes. */
  name: string;
  /** Default: a symbolic link when there is a `target`, else a file. `link` is a further name of an entry before it. */
  type?: 'file' | 'directory' | 'symlink' | 'link';
  /** Of a file; what is read as it comes needs a `size`. */
  content?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Bytes. Content beyond is left out, and too little is an error. */
  size?: number;
  /** Where a link leads. */
  target?: string;
  /** Permissions, such as 0o644. Default: 0o644, of folders 0o755, of links 0o777. */
  mode?: number;
  /** Default: 0, which is root. */
  uid?: number;
  gid?: number;
  /** Default: now. Told in whole seconds. */
  mtime?: Date;
}

const BLOCK = 512;
/** Small pieces are sent together, up to about this size. */
const PIECE = 64 * 1024;
const TYPES = { file: '0', link: '1', symlink: '2', directory: '5' } as const;
const MODES = { file: 0o644, link: 0o644, symlink: 0o777, directory: 0o755 } as const;
const encoder = new TextEncoder();

/**
 * Writes a tar while it is read: ustar headers, and before them pax headers for what these have no room for (long names
 * and names beyond ASCII, files of 8 GiB and more, large owners, times before 1970). Throws a RangeError when a content
 * is shorter than its size, and a TypeError for an entry that is none.
 */
export async function* tarOf(
  entries: Iterable<TarEntry> | AsyncIterable<TarEntry>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const part of partsOf(entries)) {
    waiting.push(part);
    length += part.length;
    if (length < PIECE) continue;
    yield joined(waiting, length);
    waiting = [];
    length = 0;
  }
  yield joined(waiting, length);
}

async function* partsOf(
  entries: Iterable<TarEntry> | AsyncIterable<TarEntry>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const entry of entries) {
    const { name, type = entry.target === undefined ? 'file' : 'symlink' } = entry;
    const content = typeof entry.content === 'string' ? encoder.encode(entry.content) : entry.content;
    const size = type === 'file' ? sizeOf(entry, content) : 0;
    yield* headersOf(entry, type, size);
    let left = size;
    for await (const piece of content instanceof Uint8Array ? [content] : (content ?? [])) {
      if (left === 0) break;
      const taken = piece.length > left ? piece.subarray(0, left) : piece;
      left -= taken.length;
      yield taken;
    }
    if (left > 0) throw new RangeError(`${name} has ${left} bytes less than the ${size} that were told`);
    yield padding(size);
  }
  yield new Uint8Array(2 * BLOCK);
}

function sizeOf({ name, size }: TarEntry, content: TarEntry['content']): number {
  const told = size ?? (content === undefined ? 0 : (content as { length?: number }).length);
  if (told === undefined) throw new TypeError(`${name} needs a size, as its content is read as it comes`);
  return told;
}

const padding = (size: number): Uint8Array => new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK);

function* headersOf(entry: TarEntry, type: keyof typeof TYPES, size: number): Generator<Uint8Array> {
  const name = type === 'directory' ? `${entry.name.replace(/\/+$/, '')}/` : entry.name;
  if (entry.name === '') throw new TypeError('an entry of a tar needs a name');
  const { target = '', mode = MODES[type], uid = 0, gid = 0, mtime = new Date() } = entry;
  const seconds = Math.floor(mtime.getTime() / 1000);
  const header = new Uint8Array(BLOCK);
  const beyond: [key: string, value: string | number][] = [];
  const text = (at: number, length: number, key: string, value: string) => {
    const bytes = encoder.encode(value);

    if (bytes.length > length || /[^\x01-\x7f]/.test(value)) beyond.push([key, value]);
    header.set(bytes.subarray(0, length), at);
  };
  const number = (at: number, length: number, key: string, value: number) => {
    const fits = value >= 0 && value < 8 ** (length - 1);
    if (!fits) beyond.push([key, value]);
    header.set(encoder.encode((fits ? value : 0).toString(8).padStart(length - 1, '0')), at);
  };
  text(0, 100, 'path', name);
  number(100, 8, 'mode', mode & 0o7777);
  number(108, 8, 'uid', uid);
  number(116, 8, 'gid', gid);
  number(124, 12, 'size', size);
  number(136, 12, 'mtime', seconds);
  text(157, 100, 'linkpath', target);
  finish(header, TYPES[type]);
  if (beyond.length > 0) yield* paxOf(beyond);
  yield header;
}

/** Type, magic and check sum, which counts itself as spaces. */
function finish(header: Uint8Array, type: string): void {
  header.set(encoder.encode(type), 156);
  header.set(encoder.encode('ustar\x0000'), 257);
  header.fill(0x20, 148, 156);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.set(encoder.encode(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
}

/** An entry of lines `<length> <key>=<value>`, whose length counts its own digits. */
function* paxOf(records: [string, string | number][]): Generator<Uint8Array> {
  const lines = records.map(([key, value]) => {
    const rest = encoder.encode(` ${key}=${value}\n`).length;
    let length = rest;
    while (length !== rest + String(length).length) length = rest + String(length).length;
    return `${length} ${key}=${value}\n`;
  });
  const body = encoder.encode(lines.join(''));
  const header = new Uint8Array(BLOCK);
  const fields = { 0: 'pax', 100: '0000644', 108: '0000000', 116: '0000000', 136: '00000000000' };
  for (const [at, value] of Object.entries(fields)) header.set(encoder.encode(value), Number(at));
  header.set(encoder.encode(body.length.toString(8).padStart(11, '0')), 124);
  finish(header, 'x');
  yield header;
  yield body;
  yield padding(body.length);
}

function joined(parts: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  if (parts.length === 1) return parts[0] as Uint8Array<ArrayBuffer>;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
