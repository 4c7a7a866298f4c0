import { AgentError } from '@arca/agent-proto';
import { together } from '../containerd/abort.js';
import type { Containerd } from '../containerd/containerd.js';
import type { Descriptor } from '../containerd/image-records.js';
import type { Lease } from '../containerd/leases.js';
import { KeyedLocks } from '../containerd/locks.js';
import type { ImageConfig } from './config.js';

/**
 * Told how many bytes of a layer's archive have been extracted: none before, now and then an estimate that only grows,
 * and all of them after.
 */
export type LayerWatch = (index: number, current: number) => void;

interface UnpackOptions {
  signal?: AbortSignal;
  watch?: LayerWatch;
}

/** How much larger than its archive a compressed layer is on disk, as a rule. */
const USUAL_RATIO = 2.5;

/** Turns layer archives into snapshots, each once, whoever asks for it at the same time. */
export class Unpacker {
  readonly #containerd: Containerd;
  readonly #locks = new KeyedLocks();
  /** Chain ids that are known to exist and that an image record keeps. */
  readonly #sure = new Set<string>();

  constructor(containerd: Containerd) {
    this.#containerd = containerd;
  }

  /**
   * Makes the snapshot of one layer, those below being there, or being made until `below` resolves. Resolves at once, and
   * to false, when it exists.
   * INVALID_ARGUMENT when the archive is not what the configuration says, or no archive.
   */
  layer(
    lease: Lease,
    config: ImageConfig,
    index: number,
    blob: Descriptor,
    options: UnpackOptions & { below?: Promise<unknown> } = {},
  ): Promise<boolean> {
    const chainId = config.chainIds[index]!;
    const diffId = config.diffIds[index]!;
    const { snapshots } = this.#containerd;
    const work = async () => {
      if (await this.#hold(lease, chainId)) return false;
      options.watch?.(index, 0);
      const verify = (found: string) => {
        if (found === diffId) return;
        throw invalid(`invalid diffID for layer ${index}: expected "${diffId}", got "${found}"`);
      };
      const parent = config.chainIds[index - 1] ?? '';
      const { signal, watch, below } = options;
      const onUsage = watch && estimates(blob, (current) => watch(index, current));
      const isThere = parent === '' || (await snapshots.exists(parent));
      const extraction = { parent, chainId, verify, onUsage, signal, below: isThere ? undefined : below };
      await snapshots.extract(lease, blob, extraction);
      watch?.(index, blob.size);
      return true;
    };
    return this.#locks.run(chainId, work, { signal: options.signal });
  }

  /** Makes the snapshots of all layers of an image. */
  async image(
    lease: Lease,
    config: ImageConfig,
    blobs: Descriptor[],
    { signal, watch }: UnpackOptions = {},
  ): Promise<void> {
    matchLayers(config, blobs);
    signal?.throwIfAborted();
    await together(signal, (stop) => {
      let below: Promise<unknown> | undefined;
      return blobs.map((blob, index) => {
        const made = this.layer(lease, config, index, blob, { signal: stop, watch, below });
        below = made;
        return made;
      });
    });
  }

  /** Makes sure that the snapshots of a stored image exist; costs nothing once it is known. */
  async ensure(config: ImageConfig, blobs: Descriptor[]): Promise<void> {
    const top = config.chainIds.at(-1);
    if (top === undefined || this.#sure.has(top)) return;
    if (!(await this.#containerd.snapshots.exists(top))) {
      await this.#containerd.leases.hold((lease) => this.image(lease, config, blobs));
    }
    this.#sure.add(top);
  }

  /** To be told when an image is stored, unpacked, and when its snapshots may have gone. */
  remember(config: ImageConfig, exists: boolean): void {
    const top = config.chainIds.at(-1);
    if (top === undefined) return;
    if (exists) this.#sure.add(top);
    else this.#sure.delete(top);
  }

  /** True when the snapshot exists; the lease keeps it then. */
  async #hold(lease: Lease, chainId: string): Promise<boolean> {
    if (!(await this.#containerd.snapshots.exists(chainId))) return false;
    await lease.add('snapshots/overlayfs', chainId);
    // It may have been collected before the lease knew it.
    return this.#containerd.snapshots.exists(chainId);
  }
}

/** INVALID_ARGUMENT when there are not as many layers as the configuration says. */
export function matchLayers(config: ImageConfig, blobs: Descriptor[]): void {
  const [expected, found] = [config.diffIds.length, blobs.length];
  if (expected !== found)
    throw invalid(`invalid manifest, layers length mismatch: expected ${found}, got ${expected}`);
}

/** Bytes of the archive by bytes on disk. Only extraction's end tells that all are done. */
function estimates({ mediaType, size }: Descriptor, tell: (current: number) => void) {
  const ratio = /[.+](gzip|zstd)$/.test(mediaType) ? USUAL_RATIO : 1;
  let told = 0;
  return (bytes: number) => {
    const current = Math.min(Math.floor(bytes / ratio), size - 1);
    if (current <= told) return;
    told = current;
    tell(current);
  };
}

function invalid(message: string): AgentError {
  return new AgentError('INVALID_ARGUMENT', message);
}
