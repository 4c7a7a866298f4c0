import type { Snapshots } from '../containerd/snapshots.js';

/** Sizes of unpacked layers, bytes on disk. A layer does not change, so each is asked for once. */
export class LayerSizes {
  readonly #snapshots: Pick<Snapshots, 'usage'>;
  readonly #sizes = new Map<string, Promise<number>>();

  constructor(snapshots: Pick<Snapshots, 'usage'>) {
    this.#snapshots = snapshots;
  }

  /** Of each layer; 0 for one that is not unpacked. */
  of(chainIds: string[]): Promise<number[]> {
    return Promise.all(chainIds.map((chainId) => this.#sizes.get(chainId) ?? this.#ask(chainId)));
  }

  forget(chainIds: string[]): void {
    for (const chainId of chainIds) this.#sizes.delete(chainId);
  }

  #ask(chainId: string): Promise<number> {
    const size = this.#snapshots.usage(chainId).then(
      ({ bytes }) => bytes,
      () => {
        this.#sizes.delete(chainId);
        return 0;
      },
    );
    this.#sizes.set(chainId, size);
    return size;
  }
}
