import type { Containerd } from '../containerd/containerd.js';
import { KeyedLocks } from '../containerd/locks.js';
import {
  givenNames,
  isBuildCache,
  namelessRecord,
  anyManifest,
  type Catalogue,
  type NamedManifest,
  type StoredImage,
} from './catalogue.js';
import { preferredOf, readIndex } from './indexes.js';

/** What a name can be given to. */
export type Nameable = Pick<StoredImage, 'id' | 'config'> & NamedManifest;

const WRITING = 'records';

/** Writes containerd's image records, and what the catalogue knows of them with them. */
export class RecordWriter {
  readonly #locks = new KeyedLocks();

  constructor(
    private readonly containerd: Pick<Containerd, 'content' | 'records'>,
    private readonly catalogue: Catalogue,
  ) {}

  /** Work that writes, one at a time. All that follows is called by such work. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#locks.run(WRITING, work);
  }

  /** Gives names. None: only the record without one, unless the image has one already. */
  async name(image: Nameable, names: string[]): Promise<void> {
    const nameless = namelessRecord(image.id);
    const known = this.catalogue.byId(image.id);
    if (names.length === 0 && known !== undefined && !isBuildCache(known)) return;
    for (const name of names.length === 0 ? [nameless] : names) {
      const before = this.catalogue.byName(name);
      if (before !== undefined && isOther(before, name, image) && givenNames(before).length === 1) {
        await this.forgetName(before);
      }
      const { manifest, layers, index } = image;
      const { updatedAt } = await this.containerd.records.put(name, index?.descriptor ?? manifest);
      this.catalogue.put(image, { name, updatedAt, manifest, layers, index });
    }
    const isNamed = givenNames(this.catalogue.byId(image.id)!).length > 0;
    if (isNamed && !names.includes(nameless) && this.catalogue.byName(nameless) !== undefined) {
      this.catalogue.drop(nameless);
      await this.containerd.records.remove(nameless, false);
    }
  }

  /** Lets an image stay without a name. */
  forgetName(image: StoredImage): Promise<void> {
    return this.name({ ...image, ...anyManifest(image) }, [namelessRecord(image.id)]);
  }

  /** Removes names; an image that has none left gets a record without one, so that it stays. */
  async untag(image: StoredImage, names: string[]): Promise<void> {
    if (names.length === givenNames(image).length) await this.forgetName(image);
    for (const name of names) {
      this.catalogue.drop(name);
      await this.containerd.records.remove(name, false);
    }
  }

  /** Removes names, and collects what is garbage then. */
  async remove(names: string[]): Promise<void> {
    for (const name of names) this.catalogue.drop(name);
    for (const [index, name] of names.entries())
      await this.containerd.records.remove(name, index === names.length - 1);
  }

  /** Looks what of an index is here now. Undefined when nothing is that names could stand for. */
  async refresh(descriptor: NamedManifest['manifest']): Promise<Nameable | undefined> {
    const known = (id: string) => this.catalogue.byId(id)?.config;
    const index = await readIndex(this.containerd.content, descriptor, known);
    const preferred = preferredOf(index);
    if (preferred === undefined) return undefined;
    const { id, config, manifest, layers } = preferred;
    for (const image of this.catalogue.list()) {
      for (const record of image.records.values()) {
        if (record.index?.descriptor.digest === descriptor.digest)
          this.catalogue.put({ id, config }, { ...record, manifest, layers, index });
      }
    }
    return { id, config, manifest, layers, index };
  }
}

/** Whether the name stands for something else than it is to be given to. */
function isOther(before: StoredImage, name: string, { id, index }: Nameable): boolean {
  const former = before.records.get(name)?.index?.descriptor.digest;
  return before.id !== id && (former === undefined || former !== index?.descriptor.digest);
}
