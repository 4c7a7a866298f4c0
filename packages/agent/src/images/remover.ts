import { AgentError } from '@arca/agent-proto';
import type { Containerd } from '../containerd/containerd.js';
import {
  buildRecord,
  givenNames,
  manifestOf,
  platformsOf,
  type Catalogue,
  type StoredImage,
} from './catalogue.js';
import { distinct, type Holdings } from './holdings.js';
import type { PlatformImage } from './indexes.js';
import { unlink } from './links.js';
import { formatPlatform, isPlatform, parsePlatform } from './platform.js';
import type { RecordWriter } from './records.js';
import {
  familiarRecord,
  planPlatformRemoval,
  planRemoval,
  type ImageUse,
  type Removed,
  type RemoveRequest,
} from './removal.js';
import type { LayerSizes } from './sizes.js';
import type { Unpacker } from './unpacker.js';

interface Parts {
  containerd: Containerd;
  catalogue: Catalogue;
  writer: RecordWriter;
  unpacker: Unpacker;
  sizes: LayerSizes;
  holdings: Holdings;
}

/** Removes images of the store, with the layers that nobody else needs. */
export class Remover {
  /** Images of the containers whose layers were made since the start, by container. */
  readonly #holders = new Map<string, string>();

  constructor(private readonly parts: Parts) {}

  /** Takes note of a container that gets a layer, so that its image stays, or that has none any more. */
  holds(containerId: string, imageId: string | undefined): void {
    if (imageId === undefined) this.#holders.delete(containerId);
    else this.#holders.set(containerId, imageId);
  }

  /** Untags and deletes by Docker's rules. Gives what went, familiar names and digests, in order. */
  remove(request: RemoveRequest): Promise<Removed> {
    const { writer } = this.parts;
    const { platforms = [] } = request;
    if (platforms.length > 0) return writer.exclusively(() => this.#removePlatforms(request, platforms));
    return writer.exclusively(() => this.#remove(request));
  }

  /** Gives up the results of builds' steps. Gives the images that went, and the bytes of the layers that went with them, unpacked and packed. */
  forgetBuilds(imageIds: string[]): Promise<{ imageIds: string[]; reclaimed: number }> {
    const { catalogue, containerd, holdings, writer } = this.parts;
    return writer.exclusively(async () => {
      const known = imageIds.flatMap((id) => catalogue.byId(id) ?? []);
      const images = known.filter(({ id, records }) => records.has(buildRecord(id)));
      const parts = distinct((await Promise.all(images.map((image) => holdings.of(image)))).flat());
      for (const { id } of images) catalogue.drop(buildRecord(id));
      const gone = images.filter(({ id }) => catalogue.byId(id) === undefined);
      this.#forget(gone, this.#uses([]));
      for (const [index, { id }] of images.entries())
        await containerd.records.remove(buildRecord(id), index === images.length - 1);
      const reclaimed = await holdings.freed(parts.filter(({ document }) => !document));
      return { imageIds: gone.map(({ id }) => id), reclaimed };
    });
  }

  async #remove({ asked, force, unusedOnly, inUse }: RemoveRequest): Promise<Removed> {
    const { catalogue, holdings, writer } = this.parts;
    const image = catalogue.resolve(asked);
    const platforms = platformsOf(image);
    const uses = this.#uses(inUse);
    if (catalogue.isFurtherPlatform(image.id)) return this.#unlink(platforms, force, uses);
    const users = uses.filter(({ imageId }) => platforms.some(({ id }) => id === imageId));
    const question = { imageId: image.id, asked, force, unusedOnly, names: givenNames(image), users };
    const plan = planRemoval(question);
    const untagged = plan.untag.map((name) => ({ untagged: familiarRecord(name) }));
    if (!plan.delete) {
      await writer.untag(image, plan.untag);
      return { removed: untagged, reclaimed: 0 };
    }
    const names = [...image.records.keys()];
    const parts = unusedOnly ? await holdings.of(image) : [];
    for (const name of names) catalogue.drop(name);
    const layers = this.#forget(platforms, uses);
    await writer.remove(names);
    const reclaimed = await holdings.freed(parts);
    const deleted = [image.id, ...layers];
    return { removed: [...untagged, ...deleted.map((digest) => ({ deleted: digest }))], reclaimed };
  }

  /** What is here for some platforms. With the last one the whole image goes. */
  #removePlatforms({ asked, force, inUse }: RemoveRequest, platforms: string[]): Promise<Removed> {
    const image = this.parts.catalogue.resolve(asked);
    const { index } = manifestOf(image, asked);
    const here = index?.members.flatMap((member) => (member.image ? [{ member, image: member.image }] : []));
    const all = here ?? [{ member: { platform: image.config }, image: platformsOf(image)[0]! }];
    const chosen = platforms.map(parsePlatform).map((platform) => {
      const found = all.find(({ member }) => isPlatform(platform, member.platform ?? image.config));
      if (found === undefined) throw noSuchPlatform(asked, formatPlatform(platform));
      return found.image;
    });
    const isAll = all.every(({ image: { id } }) => chosen.some((one) => one.id === id));
    if (isAll) return this.#remove({ asked: image.id, force, inUse });
    return this.#unlink(chosen, force, this.#uses(inUse));
  }

  /** Takes images of single platforms out of all indexes. */
  async #unlink(chosen: PlatformImage[], force: boolean, uses: ImageUse[]): Promise<Removed> {
    const { catalogue, containerd, writer } = this.parts;
    for (const { id } of chosen)
      planPlatformRemoval({ imageId: id, force, users: uses.filter(({ imageId }) => imageId === id) });
    for (const { descriptor, indexes, members } of catalogue.indexes()) {
      const named = chosen.filter(({ manifest }) => members.some(({ digest }) => digest === manifest.digest));
      for (const { manifest } of named)
        for (const { digest } of indexes) await unlink(containerd.content, digest, manifest.digest);
      if (named.length > 0) await writer.refresh(descriptor);
    }
    const gone = chosen.filter(({ id }) => catalogue.byId(id) === undefined);
    this.#forget(gone, uses);
    await containerd.leases.hold(() => Promise.resolve(), { collect: true });
    return { removed: chosen.map(({ manifest }) => ({ deleted: manifest.digest })), reclaimed: 0 };
  }

  /** Those that the caller knows, and those that are only being made. */
  #uses(known: ImageUse[]): ImageUse[] {
    const ids = new Set(known.map(({ containerId }) => containerId));
    const others = [...this.#holders].filter(([containerId]) => !ids.has(containerId));
    return [...known, ...others.map(([containerId, imageId]) => ({ containerId, imageId, running: false }))];
  }

  /** Images that have left the catalogue: gives the layers that go with them. */
  #forget(gone: Pick<PlatformImage, 'id' | 'config'>[], uses: ImageUse[]): string[] {
    const { sizes, unpacker } = this.parts;
    const layers = [...new Set(gone.flatMap((image) => this.#unusedLayers(image, uses)))];
    sizes.forget(layers);
    for (const { config } of gone) unpacker.remember(config, false);
    return layers;
  }

  /** Layers that neither another image nor a container needs, the topmost first. */
  #unusedLayers({ id, config }: Pick<StoredImage, 'id' | 'config'>, uses: ImageUse[]): string[] {
    const held = uses.some(({ imageId }) => imageId === id) ? config.chainIds : [];
    const kept = this.parts.catalogue.list().flatMap(platformsOf);
    const needed = new Set([...held, ...kept.flatMap((image) => image.config.chainIds)]);
    return config.chainIds.filter((chainId) => !needed.has(chainId)).reverse();
  }
}

export function noSuchPlatform(reference: string, platform: string): AgentError {
  const text =
    `image with reference ${reference} was found but does not provide the specified platform ` +
    `(${platform})`;
  return new AgentError('NOT_FOUND', text);
}
