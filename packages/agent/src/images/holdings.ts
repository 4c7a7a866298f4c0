import type { Containerd } from '../containerd/containerd.js';
import type { Descriptor } from '../containerd/image-records.js';
import { platformsOf, type StoredImage } from './catalogue.js';
import type { ImageIndex } from './indexes.js';
import type { LayerSizes } from './sizes.js';

/** Something that the store keeps, for one image or several. */
export interface Part {
  /** An unpacked layer: `layer@` and its chain id; a blob: its digest. */
  name: string;
  bytes: number;
  /** A configuration, manifest or index. */
  document: boolean;
}

const LAYER = 'layer@';

/** What images take on disk: layers as they are unpacked, and the blobs that they came as, which a push sends again. */
export class Holdings {
  constructor(
    private readonly containerd: Pick<Containerd, 'content' | 'snapshots'>,
    private readonly sizes: LayerSizes,
  ) {}

  /** All that is kept of an image and of what its names stand for, each once. */
  async of(image: Pick<StoredImage, 'id' | 'config' | 'records'>): Promise<Part[]> {
    const chainIds = [...new Set(platformsOf(image).flatMap(({ config }) => config.chainIds))];
    const sizes = await this.sizes.of(chainIds);
    const layers = chainIds.map((chainId, index): Part => {
      return { name: LAYER + chainId, bytes: sizes[index] ?? 0, document: false };
    });
    return [...layers, ...blobsOf(image).values()];
  }

  /** Bytes of those parts that are there no more. */
  async freed(parts: readonly Part[]): Promise<number> {
    const gone = await Promise.all(
      parts.map(async ({ name, bytes }) => ((await this.#isThere(name)) ? 0 : bytes)),
    );
    return gone.reduce((sum, bytes) => sum + bytes, 0);
  }

  async #isThere(name: string): Promise<boolean> {
    const { content, snapshots } = this.containerd;
    if (name.startsWith(LAYER)) return snapshots.exists(name.slice(LAYER.length));
    return (await content.size(name)) !== undefined;
  }
}

/** Several parts once: different names of an image may have different manifests. */
export const distinct = (parts: readonly Part[]): Part[] => [
  ...new Map(parts.map((part) => [part.name, part])).values(),
];

function blobsOf({ id, config, records }: Pick<StoredImage, 'id' | 'config' | 'records'>): Map<string, Part> {
  const parts = new Map<string, Part>();
  const add = (document: boolean, blobs: readonly Pick<Descriptor, 'digest' | 'size'>[]) => {
    for (const { digest, size } of blobs) parts.set(digest, { name: digest, bytes: size, document });
  };
  add(true, [{ digest: id, size: Buffer.byteLength(config.text) }]);
  for (const { manifest, layers, index } of records.values()) {
    add(true, [manifest]);
    add(false, layers);
    if (index !== undefined) addIndex(index, add);
  }
  return parts;
}

function addIndex(
  { indexes, members }: ImageIndex,
  add: (document: boolean, blobs: readonly Pick<Descriptor, 'digest' | 'size'>[]) => void,
): void {
  add(true, indexes);
  for (const { digest, size, parts } of members) {
    if (parts === undefined) continue; // not here
    add(true, [{ digest, size }, parts.config]);
    add(false, parts.layers);
  }
}
