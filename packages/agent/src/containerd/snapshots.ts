import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { create } from '@bufbuild/protobuf';
import { AgentError } from '@arca/agent-proto';
import { ConnectError, type Client } from '@connectrpc/connect';
import { Diff } from '../generated/containerd/services/diff/v1/diff_pb.js';
import { Snapshots as SnapshotService } from '../generated/containerd/services/snapshots/v1/snapshots_pb.js';
import { MountSchema, type Mount } from '../generated/containerd/types/mount_pb.js';
import { overlayOption } from '../linux/overlay.js';
import type { Connection } from './connection.js';
import { isAlreadyExists, isConnectionLoss, isNotFound } from './errors.js';
import type { Descriptor } from './image-records.js';
import type { Lease } from './leases.js';
import { Slots } from './locks.js';

/** The snapshotter that the agent uses: its name in containerd's calls and labels. */
export const SNAPSHOTTER = 'overlayfs';

const snapshotter = SNAPSHOTTER;

/** Extractions at a time: more would only keep each other from the disk. */
const SIDE_BY_SIDE = Math.min(4, Math.max(2, availableParallelism()));
const LAST_WRITES = 100; // ms
const USAGE_EVERY = 250; // ms

interface Extraction {
  parent: string;
  chainId: string;
  /** Resolves when the parent is there; absent: it is. */
  below?: Promise<unknown>;
  /** Told the archive's diff id; what it throws fails the extraction. */
  verify: (diffId: string) => void;
  /** Told now and then how many bytes on disk have been written. */
  onUsage?: (bytes: number) => void;
  signal?: AbortSignal;
}

/** containerd's overlay snapshots: committed ones are layers, named by chain id; active ones are writable. */
export class Snapshots {
  readonly #client: Client<typeof SnapshotService>;
  readonly #diff: Client<typeof Diff>;

  readonly #slots = new Slots(SIDE_BY_SIDE);

  constructor(
    connection: Connection,
    /** Whether its directories are where it says they are. */
    private readonly isLocal: boolean,
  ) {
    this.#client = connection.client(SnapshotService);
    this.#diff = connection.client(Diff);
  }

  /**
   * Makes a writable snapshot on a layer, which lives until remove(). Idempotent per key. An empty chain id makes it
   * on nothing. Rejects with containerd's NOT_FOUND without the layer.
   */
  async prepare(key: string, chainId: string): Promise<Mount[]> {
    try {
      const labels = { 'containerd.io/gc.root': new Date().toISOString() };
      const { mounts } = await this.#client.prepare({ snapshotter, key, parent: chainId, labels });
      return mounts;
    } catch (error) {
      if (isAlreadyExists(error)) return this.mounts(key);
      throw error;
    }
  }

  /** Keeps a layer to be mounted read-only, until remove(). Idempotent per key. */
  async view(key: string, chainId: string): Promise<void> {
    const labels = { 'containerd.io/gc.root': new Date().toISOString() };
    await this.#client.view({ snapshotter, key, parent: chainId, labels }).catch((error: unknown) => {
      if (!isAlreadyExists(error)) throw error;
    });
  }

  /** How to mount an active snapshot or a view; containerd's NOT_FOUND when there is none. */
  async mounts(key: string): Promise<Mount[]> {
    const { mounts } = await this.#client.mounts({ snapshotter, key });
    return mounts;
  }

  /** No error when there is none. */
  async remove(key: string): Promise<void> {
    await this.#client.remove({ snapshotter, key }).catch((error: unknown) => {
      if (!isNotFound(error)) throw error;
    });
  }

  /** Of this snapshot without its parents: bytes on disk and inodes. */
  async usage(key: string): Promise<{ bytes: number; inodes: number }> {
    const { size, inodes } = await this.#client.usage({ snapshotter, key });
    return { bytes: Number(size), inodes: Number(inodes) };
  }

  /** Keys of the snapshots whose key starts so. */
  async list(prefix: string): Promise<string[]> {
    const keys: string[] = [];
    for await (const { info } of this.#client.list({ snapshotter })) {
      keys.push(...info.map(({ name }) => name).filter((name) => name.startsWith(prefix)));
    }
    return keys;
  }

  async exists(key: string): Promise<boolean> {
    try {
      await this.#client.stat({ snapshotter, key });
      return true;
    } catch (error) {
      if (isNotFound(error)) return false;
      throw error;
    }
  }

  /** How a layer would be mounted read-only. */
  async layerMounts(chainId: string): Promise<Mount[]> {
    const key = `arca-view-${randomUUID()}`;
    const { mounts } = await this.#client.view({ snapshotter, key, parent: chainId });
    await this.remove(key);
    return mounts;
  }

  /**
   * Extracts a layer archive of the content store on top of `parent` and makes it the layer `chainId`. Where the parent is
   * still being made it is extracted apart, and put in its place once the parent is there: what a layer's files are does
   * not depend on those below.
   */
  async extract(lease: Lease, layer: Descriptor, extraction: Extraction): Promise<void> {
    const { parent, chainId, below, verify, signal } = extraction;
    const isApart = below !== undefined && this.isLocal;
    if (!isApart) await below;
    const keys = [`arca-extract-${randomUUID()}`];
    const { headers } = lease;
    const prepare = async (key: string, on: string) =>
      (await this.#client.prepare({ snapshotter, key, parent: on }, { headers })).mounts;
    const mounts = await prepare(keys[0]!, isApart ? '' : parent);
    try {
      const apply = () => this.#apply(lease, layer, { ...extraction, key: keys[0]!, mounts });
      verify(await this.#slots.run(apply, { signal }));
      if (isApart) {
        await below;
        keys.push(`arca-extract-${randomUUID()}`);
        await rename(directoryOf(mounts), directoryOf(await prepare(keys[1]!, parent)));
        await this.remove(keys[0]!);
      }
      await this.#commit(lease, keys.at(-1)!, chainId);
    } catch (error) {
      if (signal?.aborted) await this.#settled(keys[0]!).catch(() => undefined);
      for (const key of keys) await this.remove(key).catch(() => undefined);
      signal?.throwIfAborted();
      throw error;
    }
  }

  /** Gives the archive's diff id. */
  async #apply(
    { headers }: Lease,
    { mediaType, digest, size }: Descriptor,
    { parent, key, mounts, onUsage, signal }: Extraction & { key: string; mounts: Mount[] },
  ): Promise<string> {
    const diff = { mediaType, digest, size: BigInt(size) };
    // Without the layers below: a directory that the archive does not list gets the usual mode, as with dockerd.
    const upper = [`upperdir=${directoryOf(mounts)}`];
    const overlay = create(MountSchema, { type: 'overlay', source: 'overlay', options: upper });
    const places = parent === '' ? mounts : [overlay];
    const applying = this.#diff.apply({ diff, mounts: places }, { headers, signal }).catch(extractionError);
    if (onUsage !== undefined) await this.#watchUsage(key, applying, onUsage);
    return (await applying).applied?.digest ?? '';
  }

  /**
   * containerd is told to stop, not asked whether it has: what it still writes must not be in the way of the removal. The
   * question for the usage comes after the word to stop, so an answer that stays the same means that it has.
   */
  async #settled(key: string): Promise<void> {
    let before = -1;
    for (let asked = 0; asked < 50; asked++) {
      const { bytes } = await this.usage(key);
      if (bytes === before) return;
      before = bytes;
      await delay(LAST_WRITES);
    }
  }

  /** Until the work ends. Usage costs a walk over all files: it is asked for a tenth of the time at most. */
  async #watchUsage(key: string, work: Promise<unknown>, tell: (bytes: number) => void): Promise<void> {
    let ended = false;
    const end = work.then(
      () => (ended = true),
      () => (ended = true),
    );
    let pause = USAGE_EVERY;
    for (;;) {
      const timer = new AbortController();
      await Promise.race([end, delay(pause, undefined, { signal: timer.signal }).catch(() => undefined)]);
      timer.abort();
      if (ended) return;
      const asked = performance.now();
      const usage = await Promise.race([end, this.usage(key).catch(() => undefined)]);
      if (typeof usage === 'object') tell(usage.bytes);
      pause = Math.max(USAGE_EVERY, 9 * (performance.now() - asked));
    }
  }

  async #commit(lease: Lease, key: string, name: string): Promise<void> {
    try {
      await this.#client.commit({ snapshotter, key, name }, { headers: lease.headers });
    } catch (error) {
      // Another client of the same containerd was faster, or a repeated call found the first one's work.
      if (!(await this.exists(name))) throw error;
      await lease.add('snapshots/overlayfs', name);
      await this.remove(key);
    }
  }
}

/** Where the files of an active snapshot are that it has not got from its parents. */
function directoryOf([mount]: Mount[]): string {
  return overlayOption(mount?.options ?? [], 'upperdir') ?? mount?.source ?? '';
}

/** Without the places of containerd's temporary mount: paths in the layer are what a person can look for. */
function extractionError(error: unknown): never {
  if (!(error instanceof ConnectError) || isConnectionLoss(error)) throw error;
  const reason = error.rawMessage
    .replace(/^mount callback failed on \S+: /, '')
    .replace(/\/\S*\/containerd-mount\d+/g, '')
    .replace(/: unknown$/, '');
  throw new AgentError('INTERNAL', `failed to extract layer: ${reason}`, undefined, { cause: error });
}
