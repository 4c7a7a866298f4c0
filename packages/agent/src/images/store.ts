import type { Containerd } from '../containerd/containerd.js';
import type { Descriptor } from '../containerd/image-records.js';
import type { Lease } from '../containerd/leases.js';
import { KeyedLocks } from '../containerd/locks.js';
import { SNAPSHOTTER } from '../containerd/snapshots.js';
import {
  anyManifest,
  buildRecord,
  Catalogue,
  givenNames,
  isBuildCache,
  namelessRecord,
  tagTarget,
  type ImageManifest,
  type StoredImage,
} from './catalogue.js';
import { parseConfig, type ImageConfig } from './config.js';
import { DOCKER_MANIFEST, OWN_MANIFEST, writeManifest } from './manifest.js';
import { planRemoval, familiarRecord, type ImageUse, type Removed, type RemoveRequest } from './removal.js';
import { LayerSizes } from './sizes.js';
import { readStored } from './stored.js';
import { matchLayers, Unpacker } from './unpacker.js';

export interface StoreOptions {
  log: (
    level: 'debug' | 'info' | 'warn' | 'error',
    message: string,
    fields?: Record<string, unknown>,
  ) => void;
}

/** A configuration and layer archives that are in the content store. */
export interface ImageParts {
  config: Descriptor;
  layers: Descriptor[];
}

/** What a name can be given to. */
type Nameable = Pick<StoredImage, 'id' | 'config'> & ImageManifest;

const WRITING = 'records';

/**
 * The images of the instance: containerd's image records, and all about them in memory. The memory is true because
 * only this class writes them; with a containerd that others write to, too, it is read again when a name is missing.
 */
export class ImageStore {
  readonly unpacker: Unpacker;
  readonly sizes: LayerSizes;
  readonly #containerd: Containerd;
  readonly #log: StoreOptions['log'];
  readonly #catalogue = new Catalogue();
  readonly #locks = new KeyedLocks();
  /** Images of the containers whose layers were made since the start, by container. */
  readonly #holders = new Map<string, string>();

  private constructor(containerd: Containerd, { log }: StoreOptions) {
    this.#containerd = containerd;
    this.#log = log;
    this.unpacker = new Unpacker(containerd);
    this.sizes = new LayerSizes(containerd.snapshots);
  }

  /** Reads what is stored. */
  static async open(containerd: Containerd, options: StoreOptions): Promise<ImageStore> {
    const store = new ImageStore(containerd, options);
    await store.#load();
    return store;
  }

  /** By name, id or beginning of an id. NOT_FOUND with Docker's message. */
  async get(reference: string): Promise<StoredImage> {
    if (!this.#containerd.shared) return this.#catalogue.resolve(reference);
    try {
      return this.#catalogue.resolve(reference);
    } catch {
      await this.#locks.run(WRITING, () => this.#load());
      return this.#catalogue.resolve(reference);
    }
  }

  async list(): Promise<StoredImage[]> {
    if (this.#containerd.shared) await this.#locks.run(WRITING, () => this.#load());
    return this.#catalogue.list();
  }

  /** The image that has this record name, if any. */
  named(recordName: string): StoredImage | undefined {
    return this.#catalogue.byName(recordName);
  }

  /** The OCI configuration of an image. NOT_FOUND. */
  async config(imageId: string): Promise<ImageConfig> {
    return (await this.get(imageId)).config;
  }

  /** The snapshot of an image's topmost layer, which exists then; empty for an image without layers. NOT_FOUND. */
  async chainId(imageId: string): Promise<string> {
    const image = await this.get(imageId);
    const { config } = image;
    await this.unpacker.ensure(config, anyManifest(image).layers);
    return config.chainIds.at(-1) ?? '';
  }

  /** Gives an image one more name, taking it from another. NOT_FOUND; INVALID_ARGUMENT for a bad name. */
  async tag(source: string, target: string): Promise<void> {
    const name = tagTarget(target);
    await this.get(source);
    await this.#locks.run(WRITING, () => {
      const image = this.#catalogue.resolve(source);
      return this.#name({ ...image, ...anyManifest(image) }, [name]);
    });
  }

  /** Gives names to an image that is there and unpacked; false when it is not. */
  async nameKnown(imageId: string, names: string[]): Promise<boolean> {
    if (this.#catalogue.byId(imageId) === undefined) return false;
    await this.chainId(imageId);
    return this.#locks.run(WRITING, async () => {
      const image = this.#catalogue.byId(imageId);
      if (image !== undefined) await this.#name({ ...image, ...anyManifest(image) }, names);
      return image !== undefined;
    });
  }

  /** Gives an image that is there names for a manifest of its own, of which all is in the content store. NOT_FOUND. */
  async nameManifest(imageId: string, { manifest, layers }: ImageManifest, names: string[]): Promise<void> {
    await this.#containerd.content.label(
      manifest.digest,
      contentLabels({ config: { mediaType: '', digest: imageId, size: 0 }, layers }),
    );
    await this.#locks.run(WRITING, () => {
      const image = this.#catalogue.resolve(imageId);
      return this.#name({ ...image, manifest, layers }, names);
    });
  }

  /** Gives up the results of builds' steps. Gives the images that went, and the bytes of the layers that went with them. */
  forgetBuilds(imageIds: string[]): Promise<{ imageIds: string[]; reclaimed: number }> {
    return this.#locks.run(WRITING, async () => {
      const known = imageIds.flatMap((id) => this.#catalogue.byId(id) ?? []);
      const images = known.filter(({ id, records }) => records.has(buildRecord(id)));
      for (const { id } of images) this.#catalogue.drop(buildRecord(id));
      const gone = images.filter(({ id }) => this.#catalogue.byId(id) === undefined);
      const uses = this.#uses([]);
      const layers = [...new Set(gone.flatMap((image) => this.#unusedLayers(image, uses)))];
      const reclaimed = await this.#bytesOf(layers);
      this.sizes.forget(layers);
      for (const { config } of gone) this.unpacker.remember(config, false);
      for (const [index, { id }] of images.entries())
        await this.#containerd.records.remove(buildRecord(id), index === images.length - 1);
      return { imageIds: gone.map(({ id }) => id), reclaimed };
    });
  }

  /** Takes note of a container that gets a layer, so that its image stays, or that has none any more. */
  holds(containerId: string, imageId: string | undefined): void {
    if (imageId === undefined) this.#holders.delete(containerId);
    else this.#holders.set(containerId, imageId);
  }

  /** Those that the caller knows, and those that are only being made. */
  #uses(known: ImageUse[]): ImageUse[] {
    const ids = new Set(known.map(({ containerId }) => containerId));
    const others = [...this.#holders].filter(([containerId]) => !ids.has(containerId));
    return [...known, ...others.map(([containerId, imageId]) => ({ containerId, imageId, running: false }))];
  }

  /** Untags and deletes by Docker's rules. Gives what went, familiar names and digests, in order. */
  async remove({ asked, force, unusedOnly, inUse }: RemoveRequest): Promise<Removed> {
    await this.get(asked);
    return this.#locks.run(WRITING, async () => {
      const image = this.#catalogue.resolve(asked);
      const uses = this.#uses(inUse);
      const users = uses.filter(({ imageId }) => imageId === image.id);
      const question = { imageId: image.id, asked, force, unusedOnly, names: givenNames(image), users };
      const plan = planRemoval(question);
      const untagged = plan.untag.map((name) => ({ untagged: familiarRecord(name) }));
      if (!plan.delete) {
        await this.#untag(image, plan.untag);
        return { removed: untagged, reclaimed: 0 };
      }
      const names = [...image.records.keys()];
      for (const name of names) this.#catalogue.drop(name);
      const layers = this.#unusedLayers(image, uses);
      const reclaimed = await this.#bytesOf(layers);
      for (const [index, name] of names.entries()) {
        await this.#containerd.records.remove(name, index === names.length - 1);
      }
      this.unpacker.remember(image.config, false);
      this.sizes.forget(layers);
      const deleted = [image.id, ...layers];
      return { removed: [...untagged, ...deleted.map((digest) => ({ deleted: digest }))], reclaimed };
    });
  }

  async #bytesOf(layers: string[]): Promise<number> {
    return (await this.sizes.of(layers)).reduce((sum, size) => sum + size, 0);
  }

  /** Removes names; an image that has none left gets a record without one, so that it stays. */
  async #untag(image: StoredImage, names: string[]): Promise<void> {
    if (names.length === givenNames(image).length) await this.#forgetName(image);
    for (const name of names) {
      this.#catalogue.drop(name);
      await this.#containerd.records.remove(name, false);
    }
  }

  #forgetName(image: StoredImage): Promise<void> {
    return this.#name({ ...image, ...anyManifest(image) }, [namelessRecord(image.id)]);
  }

  /** Layers that neither another image nor a container needs, the topmost first. */
  #unusedLayers(image: StoredImage, uses: ImageUse[]): string[] {
    const held = uses.some(({ imageId }) => imageId === image.id) ? image.config.chainIds : [];
    const needed = new Set([...held, ...this.#catalogue.list().flatMap(({ config }) => config.chainIds)]);
    return image.config.chainIds.filter((chainId) => !needed.has(chainId)).reverse();
  }

  /**
   * Stores an image whose content and snapshots the lease holds, under the given record names, or without a name.
   * Links the blobs for containerd's garbage collector: record → manifest → configuration → topmost snapshot.
   */
  async add(lease: Lease, parts: ImageParts, names: string[], manifest?: Descriptor): Promise<StoredImage> {
    const { content } = this.#containerd;
    const config = parseConfig(await content.read(parts.config.digest));
    matchLayers(config, parts.layers);
    const target = manifest ?? (await this.#writeManifest(lease, parts));
    await content.label(target.digest, contentLabels(parts));
    const top = config.chainIds.at(-1);
    if (top !== undefined)
      await content.label(parts.config.digest, { [`containerd.io/gc.ref.snapshot.${SNAPSHOTTER}`]: top });
    this.unpacker.remember(config, true);
    const image = { id: parts.config.digest, config, manifest: target, layers: parts.layers };
    await this.#locks.run(WRITING, () => this.#name(image, names));
    void this.sizes.of(config.chainIds).catch(() => undefined); // known when it is asked for
    return this.#catalogue.byId(image.id)!;
  }

  async #writeManifest(lease: Lease, parts: ImageParts): Promise<Descriptor> {
    const bytes = writeManifest(parts);
    const labels = { [OWN_MANIFEST]: 'true' };
    return { mediaType: DOCKER_MANIFEST, ...(await this.#containerd.content.put(lease, bytes, labels)) };
  }

  /** Under the lock. No names: only the record without one, unless the image has one already. */
  async #name(image: Nameable, names: string[]): Promise<void> {
    const nameless = namelessRecord(image.id);
    const known = this.#catalogue.byId(image.id);
    if (names.length === 0 && known !== undefined && !isBuildCache(known)) return;
    for (const name of names.length === 0 ? [nameless] : names) {
      const before = this.#catalogue.byName(name);
      if (before !== undefined && before.id !== image.id && givenNames(before).length === 1) {
        await this.#forgetName(before);
      }
      const { manifest, layers } = image;
      const { updatedAt } = await this.#containerd.records.put(name, manifest);
      this.#catalogue.put(image, { name, updatedAt, manifest, layers });
    }
    const isNamed = givenNames(this.#catalogue.byId(image.id)!).length > 0;
    if (isNamed && !names.includes(nameless) && this.#catalogue.byName(nameless) !== undefined) {
      this.#catalogue.drop(nameless);
      await this.#containerd.records.remove(nameless, false);
    }
  }

  async #load(): Promise<void> {
    const known = (id: string) => this.#catalogue.byId(id)?.config;
    const stored = await readStored(this.#containerd, known, this.#log);
    this.#catalogue.clear();
    for (const { image, record } of stored) this.#catalogue.put(image, record);
  }
}

function contentLabels({ config, layers }: ImageParts): Record<string, string> {
  const links = layers.map(({ digest }, index) => [`containerd.io/gc.ref.content.l.${index}`, digest]);
  return Object.fromEntries([['containerd.io/gc.ref.content.config', config.digest], ...links]) as Record<
    string,
    string
  >;
}
