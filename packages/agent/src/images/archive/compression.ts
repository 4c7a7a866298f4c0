import { pipeline, Readable, type Duplex } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { unlessAborted } from '../../containerd/abort.js';
import { FilterProgram } from '../../linux/dependents.js';

/** How a stream of bytes is packed, told by how it begins. */
export type Compression = 'none' | 'gzip' | 'zstd' | 'xz' | 'bzip2';

const MAGIC: [Exclude<Compression, 'none'>, Buffer][] = [
  ['gzip', Buffer.from([0x1f, 0x8b, 0x08])],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
  ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])],
  ['bzip2', Buffer.from('BZh')],
];

const STEP = 256 * 1024;

/** Bytes that sniff() wants to see. */
export const SNIFF_LENGTH = 6;

export function sniff(beginning: Uint8Array): Compression {
  const found = MAGIC.find(
    ([, magic]) => magic.compare(beginning, 0, Math.min(magic.length, beginning.length)) === 0,
  );
  return found?.[0] ?? 'none';
}

/** Of a sequence its beginning, at least SNIFF_LENGTH bytes where there are as many, and all of it again. */
export async function peek(
  source: AsyncIterable<Uint8Array>,
): Promise<{ head: Buffer; all: AsyncGenerator<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  const head = await beginning(iterator);
  async function* all() {
    try {
      if (head.length > 0) yield head;
      yield* { [Symbol.asyncIterator]: () => iterator };
    } finally {
      await iterator.return?.();
    }
  }
  return { head, all: all() };
}

async function beginning(iterator: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < SNIFF_LENGTH) {
    const { done, value } = await iterator.next();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  return Buffer.concat(chunks);
}

/**
 * Somebody else's stream, read through one that may be destroyed: the other is not, since its owner may have use for
 * it (the body of a request goes with the connection on which the answer is to be sent).
 */
class Borrowed extends Readable {
  constructor(
    private readonly source: AsyncIterator<Uint8Array>,
    head: Buffer,
  ) {
    super({ highWaterMark: STEP });
    if (head.length > 0) this.push(head);
  }

  override _read(): void {
    this.source.next().then(
      ({ done, value }) => this.push(done ? null : value),
      (error: unknown) => this.destroy(error as Error),
    );
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    // Not awaited: it may wait for bytes that never come.
    this.source.return?.().catch(() => undefined);
    callback(error);
  }
}

function iterate(source: Readable): AsyncIterator<Uint8Array> {
  const keep = { destroyOnReturn: false };
  // Streams that are not Node's own have no iterator().
  return typeof source.iterator === 'function' ? source.iterator(keep) : source[Symbol.asyncIterator]();
}

/**
 * The archive without its compression, whichever it is, as a stream that its reader destroys. Errors of the archive
 * and of the decompression come out of it.
 */
export async function decompressed(source: Readable, signal: AbortSignal): Promise<Readable> {
  const iterator = iterate(source);
  const head = await unlessAborted(beginning(iterator), signal);
  const input = new Borrowed(iterator, head);
  const transform = decompressor(sniff(head));
  if (transform === undefined) return input;
  // Errors reach the reader through the transform, which the pipeline destroys with them.
  pipeline(input, transform, () => undefined);
  return transform;
}

function decompressor(compression: Compression): Duplex | undefined {
  const chunkSize = STEP;
  switch (compression) {
    case 'none':
      return undefined;
    case 'gzip':
      return createGunzip({ chunkSize });
    case 'zstd':
      return createZstdDecompress({ chunkSize });
    case 'xz':
      return new FilterProgram('xz', ['-dc']);
    case 'bzip2':
      return new FilterProgram('bzip2', ['-dc']);
  }
}
