import { AgentError } from '@arca/agent-proto';
import type { Descriptor } from '../containerd/image-records.js';
import type { ImageConfig } from './config.js';
import { isRecordName, noSuchImage, parseDigest, parseReference, recordName } from './reference.js';

/** A manifest of an image and what it says. */
export interface ImageManifest {
  manifest: Descriptor;
  /** Layer archives in the content store, the lowest first. */
  layers: Descriptor[];
}

/** A name in the store. Two names of one image may have different manifests: compressed and plain layers. */
export interface StoredRecord extends ImageManifest {
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

/** The manifest that stands for the image when none is asked for by name. */
export function anyManifest(image: StoredImage): ImageManifest {
  return image.records.values().next().value!;
}

/** When it was last given a name, ms since the epoch; 0 for a dangling image. */
export function taggedAt(image: StoredImage): number {
  return givenNames(image).reduce((latest, name) => Math.max(latest, image.records.get(name)!.updatedAt), 0);
}

/** What is in the store, in memory: by id and by record name. */
export class Catalogue {
  readonly #images = new Map<string, StoredImage>();
  readonly #names = new Map<string, StoredImage>();

  list(): StoredImage[] {
    return [...this.#images.values()];
  }

  byId(id: string): StoredImage | undefined {
    return this.#images.get(id);
  }

  byName(recordName: string): StoredImage | undefined {
    return this.#names.get(recordName);
  }

  /** By name, id or an id's beginning, as dockerd resolves them. NOT_FOUND, also for a beginning of several ids. */
  resolve(text: string): StoredImage {
    const digest = parseDigest(text);
    const found = digest === undefined ? this.#byNameOrPrefix(text) : this.#images.get(digest);
    if (found === undefined) throw noSuchImage(text);
    return found;
  }

  #byNameOrPrefix(text: string): StoredImage | undefined {
    const named = this.#names.get(recordName(parseReference(text)));
    if (named !== undefined) return named;
    const prefix = /^(?:sha256:)?([a-f0-9]{1,64})$/.exec(text)?.[1];
    if (prefix === undefined) return undefined;
    const matches = this.list().filter(({ id }) => id.startsWith(prefix, 'sha256:'.length));
    return matches.length === 1 ? matches[0] : undefined;
  }

  /** Adds a record, and its image when it is new. A name that another image had is taken from it. */
  put({ id, config }: Pick<StoredImage, 'id' | 'config'>, record: StoredRecord): void {
    const image = this.#images.get(id) ?? { id, config, records: new Map<string, StoredRecord>() };
    if (this.#names.get(record.name) !== image) this.drop(record.name);
    image.records.set(record.name, record);
    this.#images.set(id, image);
    this.#names.set(record.name, image);
  }

  /** Forgets a record, and with the last one the image. */
  drop(recordName: string): void {
    const image = this.#names.get(recordName);
    this.#names.delete(recordName);
    image?.records.delete(recordName);
    if (image?.records.size === 0) this.#images.delete(image.id);
  }

  clear(): void {
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
