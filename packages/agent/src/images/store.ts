import type { Containerd } from '../containerd/containerd.js';
import type { Descriptor } from '../containerd/image-records.js';
import type { Lease } from '../containerd/leases.js';
import {
  anyManifest,
  Catalogue,
  manifestOf,
  tagTarget,
  type ImageManifest,
  type StoredImage,
} from './catalogue.js';
import { parseConfig, type ImageConfig } from './config.js';
import { Holdings } from './holdings.js';
import { platformOf } from './indexes.js';
import { linkIndexes, linkParts, linkSnapshot } from './links.js';
import { DOCKER_CONFIG, DOCKER_MANIFEST, OWN_MANIFEST, writeManifest, type Manifest } from './manifest.js';
import { formatPlatform, isPlatform, parsePlatform } from './platform.js';
import { RecordWriter } from './records.js';
import type { Removed, RemoveRequest } from './removal.js';
import { noSuchPlatform, Remover } from './remover.js';
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
export interface ImageParts extends Manifest {
  /** From the one that is named down to the one that has the manifest; absent: none has. */
  indexes?: Descriptor[];
}

/**
 * The images of the instance: containerd's image records, and all about them in memory. The memory is true because
 * only this class writes them; with a containerd that others write to, too, it is read again when a name is missing.
 */
export class ImageStore {
  readonly unpacker: Unpacker;
  readonly sizes: LayerSizes;
  readonly holdings: Holdings;
  readonly #containerd: Containerd;
  readonly #log: StoreOptions['log'];
  readonly #catalogue = new Catalogue();
  readonly #writer: RecordWriter;
  readonly #remover: Remover;

  private constructor(containerd: Containerd, { log }: StoreOptions) {
    this.#containerd = containerd;
    this.#log = log;
    this.unpacker = new Unpacker(containerd);
    this.sizes = new LayerSizes(containerd.snapshots);
    this.holdings = new Holdings(containerd, this.sizes);
    const catalogue = this.#catalogue;
    const writer = (this.#writer = new RecordWriter(containerd, catalogue));
    this.#remover = new Remover({
      ...{ containerd, catalogue, writer },
      ...{ unpacker: this.unpacker, sizes: this.sizes, holdings: this.holdings },
    });
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
      await this.#writer.exclusively(() => this.#load());
      return this.#catalogue.resolve(reference);
    }
  }

  /** What a reference has for a platform, `os/arch[/variant]`; NOT_FOUND where that is not here. */
  async getFor(reference: string, platform: string): Promise<StoredImage> {
    const image = await this.get(reference);
    if (platform === '') return image;
    const wanted = parsePlatform(platform);
    const { index } = manifestOf(image, reference);
    if (index === undefined && isPlatform(wanted, image.config)) return image;
    const member = index?.members.find((one) => one.image && isPlatform(wanted, platformOf(one)));
    if (member === undefined) throw noSuchPlatform(reference, formatPlatform(wanted));
    return this.#catalogue.byId(member.image!.id)!;
  }

  async list(): Promise<StoredImage[]> {
    if (this.#containerd.shared) await this.#writer.exclusively(() => this.#load());
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
    await this.#writer.exclusively(() => {
      const image = this.#catalogue.resolve(source);
      return this.#writer.name({ ...image, ...manifestOf(image, source) }, [name]);
    });
  }

  /** Gives names to an image that is there and unpacked; false when it is not. */
  async nameKnown(imageId: string, names: string[]): Promise<boolean> {
    if (this.#catalogue.byId(imageId) === undefined) return false;
    await this.chainId(imageId);
    return this.#writer.exclusively(async () => {
      const image = this.#catalogue.byId(imageId);
      if (image !== undefined) await this.#writer.name({ ...image, ...anyManifest(image) }, names);
      return image !== undefined;
    });
  }

  /** Gives names to an index of which an image is there and unpacked; false when it is not. */
  async nameIndexed(digest: string, manifest: string, names: string[]): Promise<boolean> {
    const find = () => {
      const index = this.#catalogue.indexes().find(({ descriptor }) => descriptor.digest === digest);
      return { index, image: index?.members.find((member) => member.digest === manifest)?.image };
    };
    const known = find().image;
    if (known === undefined) return false;
    await this.unpacker.ensure(known.config, known.layers);
    return this.#writer.exclusively(async () => {
      const { index, image } = find();
      const named = image && (await this.#writer.refresh(index!.descriptor));
      if (named !== undefined) await this.#writer.name(named, names);
      return named !== undefined;
    });
  }

  /** Gives names to an index of which something is there. */
  async nameIndex(descriptor: Descriptor, names: string[]): Promise<void> {
    await this.#writer.exclusively(async () => {
      const named = await this.#writer.refresh(descriptor);
      if (named !== undefined) await this.#writer.name(named, names);
    });
  }

  /** Gives an image that is there names for a manifest of its own, of which all is in the content store. NOT_FOUND. */
  async nameManifest(imageId: string, { manifest, layers }: ImageManifest, names: string[]): Promise<void> {
    const config = { mediaType: DOCKER_CONFIG, digest: imageId, size: 0 };
    await linkParts(this.#containerd.content, manifest.digest, { config, layers });
    await this.#writer.exclusively(() => {
      const image = this.#catalogue.resolve(imageId);
      return this.#writer.name({ ...image, manifest, layers }, names);
    });
  }

  /** Gives up the results of builds' steps. Gives the images that went, and the bytes of the layers that went with them, unpacked and packed. */
  forgetBuilds(imageIds: string[]): Promise<{ imageIds: string[]; reclaimed: number }> {
    return this.#remover.forgetBuilds(imageIds);
  }

  /** Takes note of a container that gets a layer, so that its image stays, or that has none any more. */
  holds(containerId: string, imageId: string | undefined): void {
    this.#remover.holds(containerId, imageId);
  }

  /** Untags and deletes by Docker's rules. Gives what went, familiar names and digests, in order. */
  async remove(request: RemoveRequest): Promise<Removed> {
    await this.get(request.asked);
    return this.#remover.remove(request);
  }

  /**
   * Stores an image whose content and snapshots the lease holds, under the given record names, or without a name. With
   * indexes, the topmost first, the names stand for that one, and the image is what it has for one platform; gives the
   * one that suits this host.
   */
  async add(lease: Lease, parts: ImageParts, names: string[], manifest?: Descriptor): Promise<StoredImage> {
    const { content } = this.#containerd;
    const { indexes = [] } = parts;
    const config = parseConfig(await content.read(parts.config.digest));
    matchLayers(config, parts.layers);
    const target = manifest ?? (await this.#writeManifest(lease, parts));
    const top = config.chainIds.at(-1);
    if (top !== undefined) await linkSnapshot(content, parts.config.digest, top);
    await this.link(target, parts);
    this.unpacker.remember(config, true);
    const image = { id: parts.config.digest, config, manifest: target, layers: parts.layers };
    const { id } = await this.#writer.exclusively(async () => {
      const named = (indexes[0] && (await this.#writer.refresh(indexes[0]))) ?? image;
      await this.#writer.name(named, names);
      return named;
    });
    void this.sizes.of(config.chainIds).catch(() => undefined); // known when it is asked for
    return this.#catalogue.byId(id)!;
  }

  /** Lets a manifest keep its parts, and indexes keep the manifest. */
  async link(manifest: Descriptor, parts: ImageParts): Promise<void> {
    const { content } = this.#containerd;
    await linkParts(content, manifest.digest, parts);
    await linkIndexes(content, parts.indexes ?? [], manifest);
  }

  async #writeManifest(lease: Lease, parts: ImageParts): Promise<Descriptor> {
    const bytes = writeManifest(parts);
    const labels = { [OWN_MANIFEST]: 'true' };
    return { mediaType: DOCKER_MANIFEST, ...(await this.#containerd.content.put(lease, bytes, labels)) };
  }

  async #load(): Promise<void> {
    const known = (id: string) => this.#catalogue.byId(id)?.config;
    const stored = await readStored(this.#containerd, known, this.#log);
    this.#catalogue.clear();
    for (const { image, record } of stored) this.#catalogue.put(image, record);
  }
}
