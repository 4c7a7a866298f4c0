import {
  invalidParameter,
  notFound,
  type Collection,
  type ContainerRecord,
  type ContainerState,
  type Store,
} from '@arca/plugin-kit';
import type { Container } from './container.js';
import { IdIndex } from './id-index.js';
import { Names } from './names.js';

/** All containers: in the state database, and in memory by id, name and prefix of an id. */
export class Registry {
  readonly names = new Names();
  readonly #records: Collection<ContainerRecord>;
  readonly #containers = new Map<string, Container>();
  readonly #ids = new IdIndex();

  constructor(store: Store) {
    this.#records = store.collection<ContainerRecord>('containers');
  }

  /** The records that an earlier daemon left. */
  stored(): ContainerRecord[] {
    return [...this.#records.values()];
  }

  /** Newest first. */
  list(): Container[] {
    return [...this.#containers.values()].reverse();
  }

  byId(id: string): Container | undefined {
    return this.#containers.get(id);
  }

  /**
   * By full id, name (with or without its slash) or unique prefix of an id, in this order. Throws NotFound `No such
   * container: x`, or InvalidParameter for a prefix of several.
   */
  find(reference: string): Container {
    const owner = this.names.owner(reference);
    const exact =
      this.#containers.get(reference) ?? (owner === undefined ? undefined : this.#containers.get(owner));
    if (exact) return exact;
    const [first, second] = reference === '' ? [] : this.#ids.find(reference);
    if (second !== undefined) {
      throw invalidParameter(`multiple IDs found with provided prefix: ${reference}`, 'container.ambiguous');
    }
    const found = first === undefined ? undefined : this.#containers.get(first);
    if (!found) throw notFound(`No such container: ${reference}`, 'container.not-found');
    return found;
  }

  /** Its name must have been reserved. */
  add(container: Container): void {
    this.#records.set(container.id, container.record);
    this.#containers.set(container.id, container);
    this.#ids.add(container.id);
  }

  /** Changes the record, in the database and for readers. */
  save(container: Container, changes: Partial<ContainerRecord>): void {
    this.#records.set(container.id, { ...container.record, ...changes });
    container.record = { ...container.record, ...changes };
  }

  saveState(container: Container, changes: Partial<ContainerState>): void {
    this.save(container, { state: { ...container.state, ...changes } });
  }

  /** Writes to the database what readers are to see later. */
  persist(record: ContainerRecord): void {
    this.#records.set(record.id, record);
  }

  /** For readers only: what is not to be remembered after a crash. */
  show(container: Container, changes: Partial<ContainerState>): void {
    container.record = { ...container.record, state: { ...container.state, ...changes } };
  }

  delete(container: Container): void {
    this.#records.delete(container.id);
    this.#containers.delete(container.id);
    this.#ids.delete(container.id);
    this.names.release(container.record.name);
  }
}
