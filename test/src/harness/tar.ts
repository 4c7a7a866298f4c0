import { createHash } from 'node:crypto';
import { pack, extract, type Header } from 'tar-stream';

/** One entry to write: tar header fields, and the content of a regular file. */
export interface TarEntry extends Partial<Omit<Header, 'name' | 'size'>> {
  name: string;
  content?: Uint8Array | string;
}

/** Times of every entry, so that the same tree always gives the same digest. */
const EPOCH = new Date(0);

/** Writes a tar archive in memory. */
export async function writeTar(entries: TarEntry[]): Promise<Buffer> {
  const tar = pack();
  for (const { content, ...header } of entries) {
    const body = Buffer.from((content ?? '') as Uint8Array);
    tar.entry({ mtime: EPOCH, uid: 0, gid: 0, ...header, size: body.length }, body);
  }
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Reads a tar archive: name (without a trailing slash) to header and content. */
export async function readTar(archive: Buffer): Promise<Map<string, { header: Header; content: Buffer }>> {
  const files = new Map<string, { header: Header; content: Buffer }>();
  const reader = extract();
  reader.end(archive);
  for await (const entry of reader) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    files.set(entry.header.name.replace(/\/$/, ''), { header: entry.header, content: Buffer.concat(chunks) });
  }
  return files;
}

/** Hex SHA-256 of some bytes. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
