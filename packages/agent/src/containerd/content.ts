import { createHash } from 'node:crypto';
import { create } from '@bufbuild/protobuf';
import { AgentError } from '@arca/agent-proto';
import type { Client } from '@connectrpc/connect';
import {
  Content,
  WriteAction,
  WriteContentRequestSchema,
  type WriteContentRequest,
} from '../generated/containerd/services/content/v1/content_pb.js';
import { unlessAborted } from './abort.js';
import type { Connection } from './connection.js';
import { isAlreadyExists, isNotFound } from './errors.js';
import { fill, ingestFile, ingestReference } from './ingest-file.js';
import type { Lease } from './leases.js';

/** A blob of the content store. */
export interface Blob {
  /** `sha256:` and 64 hex digits. */
  digest: string;
  /** Bytes. */
  size: number;
}

const LARGEST_DOCUMENT = 8 * 1024 * 1024;
const PIECE = 512 * 1024;

/** The digest of some bytes, `sha256:…`. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** containerd's content store: blobs by digest. */
export class ContentStore {
  readonly #client: Client<typeof Content>;

  constructor(
    connection: Connection,
    /** Where a private containerd keeps writes that have begun. */
    private readonly ingests?: string,
  ) {
    this.#client = connection.client(Content);
  }

  /** The size of a blob in bytes; undefined when there is none. */
  async size(digest: string): Promise<number | undefined> {
    try {
      const { info } = await this.#client.info({ digest });
      return Number(info?.size ?? 0);
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  /** A whole small blob: a manifest or a configuration. INVALID_ARGUMENT beyond 8 MiB. */
  async read(digest: string): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of this.stream(digest)) {
      size += chunk.length;
      if (size > LARGEST_DOCUMENT) throw new AgentError('INVALID_ARGUMENT', `content ${digest}: too large`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  async *stream(digest: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    for await (const { data } of this.#client.read({ digest }, { signal })) yield data;
  }

  /** Writes a small blob. */
  async put(lease: Lease, bytes: Uint8Array, labels: Record<string, string> = {}): Promise<Blob> {
    const blob = await this.write(lease, [bytes], { expected: digestOf(bytes), size: bytes.length });
    // A blob that was there before keeps its labels otherwise.
    if (Object.keys(labels).length > 0) await this.label(blob.digest, labels);
    return blob;
  }

  async labels(digest: string): Promise<Record<string, string>> {
    const { info } = await this.#client.info({ digest });
    return info?.labels ?? {};
  }

  /** Adds labels to a blob. */
  async label(digest: string, labels: Record<string, string>): Promise<void> {
    const paths = Object.keys(labels).map((key) => `labels.${key}`);
    await this.#client.update({ info: { digest, labels }, updateMask: { paths } });
  }

  /**
   * Writes a blob as it comes and verifies digest and size where they are given. A blob that exists is held by the
   * lease, too. On failure nothing of it is left; errors of the source are thrown as they are.
   */
  async write(
    lease: Lease,
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    expectations: Expectations = {},
  ): Promise<Blob> {
    const { blob, stored } = await this.receive(lease, source, expectations);
    await stored;
    return blob;
  }

  /** The same, resolving once the source has ended: `stored` resolves when the blob is on disk. */
  async receive(
    lease: Lease,
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    { expected, size, signal, onCut }: Expectations = {},
  ): Promise<{ blob: Blob; stored: Promise<void> }> {
    const ingest = new Ingest(source, { expected, size, signal, onCut });
    let path: string | undefined;
    try {
      path = size === undefined || size > PIECE ? await this.#fileOf(lease, ingest) : undefined;
      if (path === undefined) {
        await this.#send(lease, ingest, ingest.requests());
        return { blob: ingest.blob(), stored: Promise.resolve() };
      }
      await fill(path, ingest.pieces());
    } catch (error) {
      if (path !== undefined && ingest.failure !== undefined) await onCut?.(path, ingest.failure);
      await this.#recover(lease, ingest, error);
      return { blob: ingest.blob(), stored: Promise.resolve() };
    } finally {
      ingest.release();
    }
    const stored = this.#send(lease, ingest, [ingest.commit()]).catch((error: unknown) =>
      this.#recover(lease, ingest, error),
    );
    stored.catch(() => undefined); // the caller awaits it in its own time
    return { blob: ingest.blob(), stored };
  }

  async #send(
    { headers }: Lease,
    ingest: Ingest,
    requests: AsyncIterable<WriteContentRequest> | Iterable<WriteContentRequest>,
  ): Promise<void> {
    for await (const _ of this.#client.write(stream(requests), { headers }));
    if (ingest.failure !== undefined) throw ingest.failure;
  }

  /** That the blob exists is no failure; another one leaves nothing of it. */
  async #recover(lease: Lease, ingest: Ingest, error: unknown): Promise<void> {
    if (ingest.failure === undefined && isAlreadyExists(error)) return this.#hold(lease, ingest.blob());
    await this.#client.abort({ ref: ingest.ref }).catch(() => undefined);
    throw ingest.failure ?? error;
  }

  /** Begins the write, and gives the file to be written to. Undefined: it is to be sent. */
  async #fileOf(lease: Lease, ingest: Ingest): Promise<string | undefined> {
    if (this.ingests === undefined) return undefined;
    for await (const _ of this.#client.write(stream([ingest.begin()]), { headers: lease.headers }));
    return ingestFile(this.ingests, ingest.ref);
  }

  async #hold(lease: Lease, { digest }: Blob): Promise<void> {
    await lease.add('content', digest);
    if ((await this.size(digest)) !== undefined) return;
    throw new AgentError('UNAVAILABLE', `content ${digest} was removed meanwhile`);
  }
}

interface Expectations {
  expected?: string;
  size?: number;
  signal?: AbortSignal;
  /** Told the file with what has come when the source fails, before it is removed. */
  onCut?: (file: string, failure: unknown) => Promise<void>;
}

/** One write: turns a source into requests and sums up what went through. */
class Ingest {
  readonly ref: string;
  failure: unknown;
  readonly #hash = createHash('sha256');
  readonly #source: AsyncIterator<Uint8Array[]>;
  readonly #expected: string | undefined;
  readonly #size: number | undefined;
  readonly #signal: AbortSignal | undefined;
  #digest: string | undefined;
  #offset = 0;

  constructor(
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    { expected, size, signal, onCut }: Expectations,
  ) {
    this.ref = ingestReference(onCut && expected);
    this.#source = inPieces(source);
    this.#expected = expected;
    this.#size = size;
    this.#signal = signal;
  }

  /** What was written; of one that was there from before, what was expected. */
  blob(): Blob {
    return { digest: this.#expected ?? this.#digest ?? '', size: this.#offset || (this.#size ?? 0) };
  }

  /** Gives the source back when it was not read to its end. Not awaited: it may be stuck. */
  release(): void {
    this.#source.return?.().catch(() => undefined);
  }

  /**
   * Ends without a commit, and never throws, when the source fails or the signal is aborted; `failure` has the error
   * then. The call is not cut off, as containerd would still be writing while the ingest is being removed.
   */
  async *requests(): AsyncGenerator<WriteContentRequest> {
    const { ref } = this;
    yield this.begin();
    try {
      for await (const pieces of this.pieces()) {
        const data = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
        const offset = BigInt(this.#offset - data.length);
        yield create(WriteContentRequestSchema, { action: WriteAction.WRITE, ref, offset, data });
      }
    } catch {
      return;
    }
    yield this.commit();
  }

  begin(): WriteContentRequest {
    const total = BigInt(this.#size ?? 0);
    const expected = this.#expected;
    return create(WriteContentRequestSchema, { action: WriteAction.STAT, ref: this.ref, total, expected });
  }

  /** After all pieces. */
  commit(): WriteContentRequest {
    const offset = BigInt(this.#offset);
    return create(WriteContentRequestSchema, {
      ...{ action: WriteAction.COMMIT, ref: this.ref, offset, total: offset, expected: this.#digest },
    });
  }

  /** The source, verified at its end. What it throws is kept as `failure`, too. */
  async *pieces(): AsyncGenerator<Uint8Array[]> {
    try {
      for (;;) {
        const { done, value: pieces } = await unlessAborted(this.#source.next(), this.#signal);
        if (done) break;
        for (const piece of pieces) this.#take(piece);
        yield pieces;
      }
      this.#finish();
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  #take(data: Uint8Array): void {
    this.#offset += data.length;
    if (this.#size !== undefined && this.#offset > this.#size) throw sizeMismatch(this.#size, this.#offset);
    this.#hash.update(data);
  }

  #finish(): void {
    if (this.#size !== undefined && this.#offset !== this.#size) throw sizeMismatch(this.#size, this.#offset);
    this.#digest = `sha256:${this.#hash.digest('hex')}`;
    if (this.#expected !== undefined && this.#expected !== this.#digest) {
      throw new AgentError(
        'INVALID_ARGUMENT',
        `content does not match its digest: expected ${this.#expected}, got ${this.#digest}`,
      );
    }
  }
}

/** Few large writes cost less than many small ones. */
async function* inPieces(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array[]> {
  let pending: Uint8Array[] = [];
  let size = 0;
  for await (const data of source) {
    pending.push(data);
    size += data.length;
    if (size < PIECE) continue;
    yield pending;
    pending = [];
    size = 0;
  }
  if (size > 0) yield pending;
}

async function* stream<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

function sizeMismatch(expected: number, actual: number): AgentError {
  const relation = actual > expected ? 'more than' : 'of';
  return new AgentError(
    'INVALID_ARGUMENT',
    `content does not match its size: ${actual} ${relation} ${expected} bytes`,
  );
}
