import type { Image } from '@arca/agent-proto';

interface Layer {
  bytes: number;
  images: number;
}

type Stack = Pick<Image, 'id' | 'layers' | 'layerSizes'>;

/** What the layers of images take on disk, of all their platforms. A layer is one with all that is below it: the same files may lie on others. */
export class LayerUsage {
  readonly #layers = new Map<string, Layer>();
  readonly #chains = new Map<string, string[]>();

  constructor(images: readonly (Stack & Partial<Pick<Image, 'manifests'>>)[]) {
    for (const { id, layers, layerSizes } of images.flatMap(platformsOf)) {
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

/** The image as it is, and what its index has for other platforms. */
function platformsOf({
  id,
  layers,
  layerSizes,
  manifests = [],
}: Stack & Partial<Pick<Image, 'manifests'>>): Stack[] {
  const others = manifests.filter(({ imageId }) => imageId !== '' && imageId !== id);
  return [{ id, layers, layerSizes }, ...others.map((other) => ({ ...other, id: other.imageId }))];
}

const sum = (layers: readonly Layer[]) => layers.reduce((bytes, layer) => bytes + layer.bytes, 0);
