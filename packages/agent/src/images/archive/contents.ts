import { posix } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AgentError } from '@arca/agent-proto';
import { extract, type Header } from 'tar-stream';
import type { Blob, ContentStore } from '../../containerd/content.js';
import type { Lease } from '../../containerd/leases.js';
import { peek, sniff, type Compression } from './compression.js';

/** A file of the archive that went to the content store. */
export interface ArchivedBlob extends Blob {
  compression: Compression;
}

type Entry = AsyncIterable<Uint8Array> & { header: Header };

const DOCUMENTS = new Set(['manifest.json', 'index.json', 'oci-layout']);
const LARGEST_DOCUMENT = 8 * 1024 * 1024;
const MOST_FILES = 20_000;
const MOST_LINKS = 10;
const blobPattern = /^blobs\/sha256\/([a-f0-9]{64})$/;

const invalid = (message: string) => new AgentError('INVALID_ARGUMENT', `invalid archive: ${message}`);

/** What an image archive holds: small documents in memory, the rest in the content store. */
export class ArchiveContents {
  readonly #documents = new Map<string, Buffer>();
  readonly #blobs = new Map<string, ArchivedBlob>();
  readonly #links = new Map<string, string>();
  readonly #stored: Promise<void>[] = [];

  private constructor(
    private readonly content: ContentStore,
    private readonly lease: Lease,
  ) {}

  /**
   * Reads a tar archive as it comes; files of any size pass through. INVALID_ARGUMENT when it is no tar archive, when
   * it is cut off, when a blob is not what its name says, and for paths and links that leave the archive.
   */
  static async read(
    content: ContentStore,
    lease: Lease,
    archive: Readable,
    signal: AbortSignal,
  ): Promise<ArchiveContents> {
    const contents = new ArchiveContents(content, lease);
    const reader = extract();
    const piped = pipeline(archive, reader as unknown as Writable, { signal }).catch(
      (error: unknown) => error,
    );
    try {
      for await (const entry of reader) await contents.#take(entry as Entry, signal);
      await Promise.all(contents.#stored);
    } catch (error) {
      archive.destroy();
      reader.destroy();
      await piped;
      await Promise.allSettled(contents.#stored);
      signal.throwIfAborted();
      throw error instanceof AgentError ? error : invalid(tarMessage(error as Error));
    }
    const failure = await piped;
    if (failure !== undefined) throw invalid(tarMessage(failure as Error));
    return contents;
  }

  /** A document by its path; undefined when there is none. */
  document(path: string): Buffer | undefined {
    return this.#documents.get(path);
  }

  /** A blob by its path, through links of the archive. INVALID_ARGUMENT when there is none. */
  blob(path: string): ArchivedBlob {
    const blob = this.#find(path);
    if (blob === undefined) throw invalid(`${path} is missing`);
    return blob;
  }

  has(path: string): boolean {
    return this.#find(path) !== undefined;
  }

  #find(path: string): ArchivedBlob | undefined {
    let name = safePath(path);
    for (let links = 0; links <= MOST_LINKS; links++) {
      const blob = this.#blobs.get(name);
      if (blob !== undefined) return blob;
      const target = this.#links.get(name);
      if (target === undefined) return undefined;
      name = target;
    }
    return undefined;
  }

  async #take(entry: Entry, signal: AbortSignal): Promise<void> {
    const { type, linkname, size } = entry.header;
    const path = safePath(entry.header.name);
    if (type === 'symlink' || type === 'link') {
      const base = type === 'symlink' ? posix.dirname(path) : '';
      this.#links.set(path, safePath(posix.join(base, linkname)));
    }
    if (type !== 'file' && type !== 'contiguous-file') return drain(entry);
    if (this.#blobs.size + this.#documents.size >= MOST_FILES) throw invalid('too many files');
    if (DOCUMENTS.has(path)) {
      if (size > LARGEST_DOCUMENT) throw invalid(`${path} is too large`);
      this.#documents.set(path, await collect(entry));
    } else {
      this.#blobs.set(path, await this.#store(path, entry, signal));
    }
  }

  async #store(path: string, entry: Entry, signal: AbortSignal): Promise<ArchivedBlob> {
    const { head, all } = await peek(entry);
    const { blob, stored } = await this.content.receive(this.lease, all, { signal });
    this.#stored.push(stored);
    const [, hex] = blobPattern.exec(path) ?? [];
    if (hex !== undefined && blob.digest !== `sha256:${hex}`) {
      throw invalid(`${path} does not match its digest: it is ${blob.digest}`);
    }
    return { ...blob, compression: sniff(head) };
  }
}

/** A path inside the archive without `./` and `..`. INVALID_ARGUMENT when it leads out of it. */
export function safePath(path: string): string {
  const plain = posix.normalize(path).replace(/\/$/, '');
  if (plain.startsWith('/') || plain === '..' || plain.startsWith('../') || plain.includes('\0')) {
    throw invalid(`path ${JSON.stringify(path)} leads out of it`);
  }
  return plain;
}

function tarMessage({ message }: Error): string {
  if (/tar header|Invalid header/.test(message)) return 'not a tar archive, or damaged';
  return /Unexpected end|unexpected end|Premature close|aborted/.test(message) ? 'unexpected EOF' : message;
}

async function drain(entry: Entry): Promise<void> {
  for await (const _ of entry);
}

async function collect(entry: Entry): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  return Buffer.concat(chunks);
}
