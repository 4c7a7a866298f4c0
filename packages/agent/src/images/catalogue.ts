import { AgentError } from '@arca/agent-proto';
import type { Descriptor } from '../containerd/image-records.js';
import type { ImageConfig } from './config.js';
import type { ImageIndex, PlatformImage } from './indexes.js';
import { isRecordName, noSuchImage, parseDigest, parseReference, recordName } from './reference.js';

/** A manifest of an image and what it says. */
export interface ImageManifest {
  manifest: Descriptor;
  /** Layer archives in the content store, the lowest first. */
  layers: Descriptor[];
}

/** A manifest that a name stands for, or the index that it does. */
export interface NamedManifest extends ImageManifest {
  /** The manifest is the one of its that suits this host best. */
  index?: ImageIndex;
}

/** A name in the store. Two names of one image may have different manifests: compressed and plain layers. */
export interface StoredRecord extends NamedManifest {
  name: string;
  /** ms since the epoch. */
  updatedAt: number;
}

/** An image of the store. */
export interface StoredImage {
  /** Digest of its configuration: Docker's image id. */
  id: string;
  config: ImageConfig;
  /** By name, never none; the nameless one of a dangling image is among them. */
  records: Map<string, StoredRecord>;
}

const NAMELESS = 'dangling@';

/** The name of the record that keeps an image without names. No person can write it: it has no domain. */
export function namelessRecord(imageId: string): string {
  return NAMELESS + imageId;
}

const BUILD = 'build@';

/** The name of the record that keeps the result of a build's step. */
export function buildRecord(imageId: string): string {
  return BUILD + imageId;
}

/** Whether only builds know it. */
export const isBuildCache = ({ records }: StoredImage): boolean =>
  [...records.keys()].every((name) => name.startsWith(BUILD));

/** Names that people gave. Other clients of a shared containerd have records under names that are none. */
export function givenNames(image: StoredImage): string[] {
  return [...image.records.keys()].filter(
    (name) => !name.startsWith(NAMELESS) && !name.startsWith(BUILD) && isRecordName(name),
  );
}

/** What stands for the image when it is not asked for by name. */
export function anyManifest(image: StoredImage): NamedManifest {
  return image.records.values().next().value!;
}

/** What a name of the image stands for, or, where the text is none of its names, any. */
export function manifestOf(image: StoredImage, text: string): NamedManifest {
  const name = parseDigest(text) === undefined ? recordName(parseReference(text)) : '';
  return image.records.get(name) ?? anyManifest(image);
}

/** The image itself, and those of other platforms that its names stand for, too. */
export function platformsOf({ id, config, records }: StoredImage): PlatformImage[] {
  const found = new Map<string, PlatformImage>();
  for (const { index, manifest, layers } of records.values()) {
    found.set(id, { id, config, manifest, layers });
    for (const { image } of index?.members ?? []) if (image) found.set(image.id, image);
  }
  return [...found.values()];
}

/** When it was last given a name, ms since the epoch; 0 for a dangling image. */
export function taggedAt(image: StoredImage): number {
  return givenNames(image).reduce((latest, name) => Math.max(latest, image.records.get(name)!.updatedAt), 0);
}

/** What is in the store, in memory: by id and by record name. */
export class Catalogue {
  readonly #images = new Map<string, StoredImage>();
  readonly #names = new Map<string, StoredImage>();
  /** Images that are here only as a further platform of a name's index. Undefined: to be told anew. */
  #others: Map<string, StoredImage> | undefined;

  list(): StoredImage[] {
    return [...this.#images.values()];
  }

  byId(id: string): StoredImage | undefined {
    return this.#images.get(id) ?? this.#furtherPlatforms().get(id);
  }

  /** Whether it is here only as a further platform of what a name stands for. */
  isFurtherPlatform(id: string): boolean {
    return !this.#images.has(id) && this.#furtherPlatforms().has(id);
  }

  #furtherPlatforms(): Map<string, StoredImage> {
    if (this.#others !== undefined) return this.#others;
    const found = new Map<string, StoredImage>();
    for (const image of this.#images.values()) {
      for (const { name, updatedAt, index } of image.records.values()) {
        for (const { image: other } of index?.members ?? []) {
          if (other === undefined || this.#images.has(other.id)) continue;
          const { id, config, manifest, layers } = other;
          const view = found.get(id) ?? { id, config, records: new Map<string, StoredRecord>() };
          view.records.set(name, { name, updatedAt, manifest, layers });
          found.set(id, view);
        }
      }
    }
    return (this.#others = found);
  }

  /** All indexes that names stand for. */
  indexes(): ImageIndex[] {
    const found = new Map<string, ImageIndex>();
    for (const { records } of this.#images.values())
      for (const { index } of records.values()) if (index) found.set(index.descriptor.digest, index);
    return [...found.values()];
  }

  byName(recordName: string): StoredImage | undefined {
    return this.#names.get(recordName);
  }

  /** By name, id or an id's beginning, as dockerd resolves them. NOT_FOUND, also for a beginning of several ids. */
  resolve(text: string): StoredImage {
    const digest = parseDigest(text);
    const found = digest === undefined ? this.#byNameOrPrefix(text) : this.byId(digest);
    if (found === undefined) throw noSuchImage(text);
    return found;
  }

  #byNameOrPrefix(text: string): StoredImage | undefined {
    const named = this.#names.get(recordName(parseReference(text)));
    if (named !== undefined) return named;
    const prefix = /^(?:sha256:)?([a-f0-9]{1,64})$/.exec(text)?.[1];
    if (prefix === undefined) return undefined;
    const all = [...this.#images.values(), ...this.#furtherPlatforms().values()];
    const matches = all.filter(({ id }) => id.startsWith(prefix, 'sha256:'.length));
    return matches.length === 1 ? matches[0] : undefined;
  }

  /** Adds a record, and its image when it is new. A name that another image had is taken from it. */
  put({ id, config }: Pick<StoredImage, 'id' | 'config'>, record: StoredRecord): void {
    const image = this.#images.get(id) ?? { id, config, records: new Map<string, StoredRecord>() };
    if (this.#names.get(record.name) !== image) this.drop(record.name);
    image.records.set(record.name, record);
    this.#images.set(id, image);
    this.#names.set(record.name, image);
    this.#others = undefined;
  }

  /** Forgets a record, and with the last one the image. */
  drop(recordName: string): void {
    const image = this.#names.get(recordName);
    this.#names.delete(recordName);
    image?.records.delete(recordName);
    if (image?.records.size === 0) this.#images.delete(image.id);
    this.#others = undefined;
  }

  clear(): void {
    this.#others = undefined;
    this.#images.clear();
    this.#names.clear();
  }
}

/** INVALID_ARGUMENT for a reference that names no place for an image. */
export function tagTarget(text: string): string {
  const reference = parseReference(text);
  if (reference.digest !== undefined) {
    throw new AgentError('INVALID_ARGUMENT', 'refusing to create a tag with a digest reference');
  }
  return recordName(reference);
}
