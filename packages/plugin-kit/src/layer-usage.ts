import type { Image } from '@arca/agent-proto';

interface Layer {
  bytes: number;
  images: number;
}

/** What the layers of images take on disk. A layer is one with all that is below it: the same files may lie on others. */
export class LayerUsage {
  readonly #layers = new Map<string, Layer>();
  readonly #chains = new Map<string, string[]>();

  constructor(images: readonly Pick<Image, 'id' | 'layers' | 'layerSizes'>[]) {
    for (const { id, layers, layerSizes } of images) {
      const chain = layers.map((_, index) => layers.slice(0, index + 1).join());
      this.#chains.set(id, chain);
      chain.forEach((name, index) => {
        const known = this.#layers.get(name)?.images ?? 0;
        this.#layers.set(name, { bytes: layerSizes[index] ?? 0, images: known + 1 });
      });
    }
  }

  /** Bytes of all layers, each counted once. */
  get total(): number {
    return sum([...this.#layers.values()]);
  }

  /** Bytes of an image that other images have, too. */
  sharedBy(imageId: string): number {
    const layers = (this.#chains.get(imageId) ?? []).map((name) => this.#layers.get(name)!);
    return sum(layers.filter(({ images }) => images > 1));
  }
}

const sum = (layers: readonly Layer[]) => layers.reduce((bytes, layer) => bytes + layer.bytes, 0);
