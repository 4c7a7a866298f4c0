import type { ImageUsage } from '@arca/agent-proto';

/** What images take on disk, with layers as they are unpacked and as they came: the agent's `Usage` summed up. */
export class StoreUsage {
  /** By name: bytes, and how many images have the part. */
  readonly #parts = new Map<string, { bytes: number; images: number }>();
  readonly #images = new Map<string, string[]>();

  constructor(images: readonly Pick<ImageUsage, 'id' | 'parts'>[]) {
    for (const { id, parts } of images) {
      this.#images.set(
        id,
        parts.map(({ name }) => name),
      );
      for (const { name, bytes } of parts)
        this.#parts.set(name, { bytes, images: (this.#parts.get(name)?.images ?? 0) + 1 });
    }
  }

  /** Bytes of all, each part counted once. */
  get total(): number {
    return sum([...this.#parts.values()]);
  }

  /** Bytes of an image, with what others have, too. */
  sizeOf(imageId: string): number {
    return sum(this.#partsOf(imageId));
  }

  /** Bytes of an image that other images have, too. */
  sharedBy(imageId: string): number {
    return sum(this.#partsOf(imageId).filter(({ images }) => images > 1));
  }

  #partsOf(imageId: string) {
    return (this.#images.get(imageId) ?? []).map((name) => this.#parts.get(name)!);
  }
}

const sum = (parts: readonly { bytes: number }[]) => parts.reduce((all, { bytes }) => all + bytes, 0);
