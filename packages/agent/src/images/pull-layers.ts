import { AgentError } from '@arca/agent-proto';
import { together } from '../containerd/abort.js';
import type { Containerd } from '../containerd/containerd.js';
import { NoRoom } from '../containerd/disk.js';
import type { Descriptor } from '../containerd/image-records.js';
import type { Lease } from '../containerd/leases.js';
import { KeyedLocks, Slots } from '../containerd/locks.js';
import type { ImageConfig } from './config.js';
import { retrying, type Report } from './progress.js';
import { shortId } from './reference.js';
import type { RegistryClient } from './registry/client.js';
import { download, type DownloadOptions } from './registry/download.js';
import type { Unpacker } from './unpacker.js';

const SIDE_BY_SIDE = 3; // dockerd's default of max-concurrent-downloads
const QUIET = 100; // ms between two lines about the same layer

export interface LayerPull {
  client: RegistryClient;
  lease: Lease;
  config: ImageConfig;
  layers: Descriptor[];
  report: Report;
  signal: AbortSignal;
}

/** Brings layers from a registry into snapshots: several downloads at a time, each extracted once those below it are. */
export class LayerPuller {
  readonly #slots = new Slots(SIDE_BY_SIDE);
  readonly #downloads = new KeyedLocks();

  constructor(
    private readonly containerd: Containerd,
    private readonly unpacker: Unpacker,
    private readonly retryDelay: number,
  ) {}

  /** Resolves when all are unpacked. When one fails the others are given up before it rejects. */
  async pull(request: LayerPull): Promise<void> {
    const { layers, report } = request;
    const missing = await Promise.all(layers.map((layer, index) => this.#isMissing(request, layer, index)));
    for (const [index, { digest }] of layers.entries())
      report({ id: shortId(digest), status: missing[index] ? 'Pulling fs layer' : 'Already exists' });
    await together(request.signal, (signal) => {
      const job = { ...request, signal };
      let below: Promise<unknown> | undefined;
      return layers.map((layer, index) => {
        const under = below;
        const work = async () => {
          if (!missing[index]) return;
          await this.#fetch(job, layer);
          await this.#extract(job, layer, index, under);
        };
        return (below = work());
      });
    });
  }

  async #extract(
    { lease, config, report, signal }: LayerPull,
    layer: Descriptor,
    index: number,
    below: Promise<unknown> | undefined,
  ): Promise<void> {
    const id = shortId(layer.digest);
    const watch = (_: number, current: number) =>
      report({ id, status: 'Extracting', current, total: layer.size });
    const made = await this.unpacker.layer(lease, config, index, layer, { signal, watch, below });
    report({ id, status: made ? 'Pull complete' : 'Already exists' });
  }

  async #isMissing({ lease, config }: LayerPull, layer: Descriptor, index: number): Promise<boolean> {
    if (!(await this.#hold(lease, layer))) return true;
    return !(await this.containerd.snapshots.exists(config.chainIds[index]!));
  }

  async #fetch(job: LayerPull, layer: Descriptor): Promise<void> {
    const { report, signal } = job;
    const id = shortId(layer.digest);
    let waits = false;
    const onWait = () => {
      if (!waits) report({ id, status: 'Waiting' });
      waits = true;
    };
    // In this order, so that who waits for another pull's download takes up no slot.
    const work = () => this.#slots.run(() => this.#download(job, layer, id), { signal, onWait });
    await this.#downloads.run(layer.digest, work, { signal, onWait });
    report({ id, status: 'Download complete' });
  }

  async #download(
    { client, lease, report, signal }: LayerPull,
    layer: Descriptor,
    id: string,
  ): Promise<void> {
    if (await this.#hold(lease, layer)) return;
    const { digest, size } = layer;
    const { content, partials } = this.containerd;
    const onRetry = (pause: number) => report({ id, status: retrying(pause) });
    // What has come is worth keeping unless it is wrong, or there is no room.
    const onCut = (file: string, failure: unknown) =>
      isWrong(failure) || failure instanceof NoRoom ? partials.drop(digest) : partials.keep(digest, file);
    const write = async (begun?: DownloadOptions['begun']) => {
      const source = download(client, layer, { signal, retryDelay: this.retryDelay, onRetry, begun });
      const counted = countBytes(source, (current) =>
        report({ id, status: 'Downloading', current, total: size }),
      );
      const verified = announceEnd(counted, () => report({ id, status: 'Verifying Checksum' }));
      await content.write(lease, verified, { expected: digest, size, signal, onCut });
      await partials.drop(digest);
    };
    try {
      const there = await partials.size(digest);
      if (there === 0) return await write();
      await write({ size: there, bytes: partials.read(digest) }).catch((error: unknown) => {
        // It may have been the beginning that was wrong, or that was given up meanwhile.
        if (!isWrong(error) && !isGone(error)) throw error;
        return write();
      });
    } catch (error) {
      if (!isWrong(error)) throw error;
      throw new AgentError(
        'INTERNAL',
        `filesystem layer verification failed for digest ${digest}`,
        undefined,
        { cause: error },
      );
    }
  }

  /** True when the blob is there; the lease keeps it then. */
  async #hold(lease: Lease, { digest, size }: Descriptor): Promise<boolean> {
    const { content } = this.containerd;
    if ((await content.size(digest)) !== size) return false;
    await lease.add('content', digest);
    // It may have been collected before the lease knew it.
    return (await content.size(digest)) === size;
  }
}

/** Whether bytes are not those that the digest stands for. */
const isWrong = (error: unknown): boolean => error instanceof AgentError && error.code === 'INVALID_ARGUMENT';

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function* countBytes(
  source: AsyncIterable<Buffer>,
  tell: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  let told = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    const now = Date.now();
    if (now - told >= QUIET) {
      told = now;
      tell(bytes);
    }
    yield chunk;
  }
  tell(bytes); // so that a fast one moves, too
}

async function* announceEnd(source: AsyncIterable<Buffer>, tell: () => void): AsyncGenerator<Buffer> {
  yield* source;
  tell();
}
