import type { Nftables } from '../../linux/nftables.js';
import { changeElements, listRuleset } from '../../linux/nftables.js';
import { adoptElements, listedElements } from './adoption.js';
import {
  addStatement,
  clearStatements,
  deleteStatement,
  ownRules,
  tableStatements,
  wireElement,
  type Element,
} from './ruleset.js';
import { watchTable } from './watch.js';

/** Two elements with one identity cannot be in the table at once. */
function identity({ set, key }: Element): string {
  return [set, ...key].join(' ');
}

function same(one: Element | undefined, other: Element | undefined): boolean {
  return one?.value?.join(' ') === other?.value?.join(' ') && one?.owner === other?.owner;
}

/**
 * The instance's nft table. What is wanted changes at once; `commit` brings the kernel there. Changes made while a
 * transaction is under way go together into the next one.
 */
export class Firewall {
  private readonly wanted = new Map<string, Element>();
  /** What the kernel has; undefined when that is not known. */
  private present?: Map<string, Element>;
  /** What our chains looked like when they were made. */
  private rules = '';
  private readonly changed = new Set<string>();
  private opened?: Promise<void>;
  private watch?: { close(): void };
  private doubted = false;
  private current: Promise<void> = Promise.resolve();
  private next?: Promise<void>;

  constructor(
    private readonly table: string,
    private readonly nftables: Nftables,
  ) {}

  /**
   * Takes over the elements of an earlier agent and rebuilds everything else in the same transaction. Established
   * connections do not notice: the kernel keeps their translation by itself. To be awaited before anything else.
   */
  open(): Promise<void> {
    this.opened ??= this.adopt().catch((error: unknown) => {
      this.opened = undefined; // nft may be installed meanwhile
      throw error;
    });
    return this.opened;
  }

  private async adopt(): Promise<void> {
    for (const element of await adoptElements(this.table)) this.wanted.set(identity(element), element);
    await this.rebuild();
    const isMissed = (set: string, key: readonly string[]) => this.wanted.has([set, ...key].join(' '));
    this.watch ??= watchTable(this.table, isMissed, () => this.look());
  }

  /** Something has gone: the table is looked at before the next change, which comes at once. */
  private look(): void {
    this.doubted = true;
    this.commit().catch(() => undefined);
  }

  /** Whether the kernel has the rules and elements that it was given. Others' elements beside them do no harm. */
  private async isWhole(present: ReadonlyMap<string, Element>): Promise<boolean> {
    const listed = await this.list();
    const found = new Map(listedElements(listed).map((element) => [identity(element), element]));
    return (
      ownRules(listed) === this.rules && [...present].every(([id, element]) => same(element, found.get(id)))
    );
  }

  private list(): Promise<Record<string, unknown>[]> {
    return listRuleset('table', 'inet', this.table);
  }

  /** Stops looking. The table stays. */
  close(): void {
    this.watch?.close();
    this.watch = undefined;
  }

  /** Wants the elements, in the place of others with the same key. */
  put(elements: Iterable<Element>): void {
    for (const element of elements) {
      this.wanted.set(identity(element), element);
      this.changed.add(identity(element));
    }
  }

  /** No longer wants the elements, unless another owner has taken the key meanwhile. */
  drop(elements: Iterable<Element>): void {
    for (const element of elements) {
      const id = identity(element);
      if (this.wanted.get(id)?.owner !== element.owner) continue;
      this.wanted.delete(id);
      this.changed.add(id);
    }
  }

  /** Elements that are wanted by an owner. */
  ownedBy(owner: string): Element[] {
    return [...this.wanted.values()].filter((element) => element.owner === owner);
  }

  owners(): Set<string> {
    return new Set([...this.wanted.values()].map(({ owner }) => owner));
  }

  /** Resolves when all that is wanted now is in the kernel. */
  commit(): Promise<void> {
    this.next ??= this.current.then(() => {
      this.next = undefined;
      const writing = this.write();
      this.current = writing.catch(() => undefined);
      return writing;
    });
    return this.next;
  }

  private async write(): Promise<void> {
    const doubted = this.doubted;
    this.doubted = false;
    const present = this.present;
    if (!present || (doubted && !(await this.isWhole(present)))) return this.rebuild();
    const ids = [...this.changed].filter((id) => !same(this.wanted.get(id), present.get(id)));
    this.changed.clear();
    if (ids.length === 0) return;
    const fresh = new Map(ids.flatMap((id) => (this.wanted.has(id) ? [[id, this.wanted.get(id)!]] : [])));
    const old = ids.flatMap((id) => present.get(id) ?? []);
    try {
      await this.exchange(old, [...fresh.values()]);
    } catch {
      // Somebody has changed the table, or removed all tables: `nft flush ruleset`. Or nft ended.
      return this.rebuild();
    }
    for (const element of old) present.delete(identity(element));
    for (const [id, element] of fresh) present.set(id, element);
  }

  private async exchange(old: readonly Element[], fresh: readonly Element[]): Promise<void> {
    const [removed, added] = [old, fresh].map((elements) =>
      elements.flatMap((one) => wireElement(one) ?? []),
    );
    if (removed!.length === old.length && added!.length === fresh.length)
      return changeElements(this.table, { removed: removed!, added: added! });
    await this.nftables.transaction([
      ...old.map((element) => deleteStatement(this.table, element)),
      ...fresh.map((element) => addStatement(this.table, element)),
    ]);
  }

  private async rebuild(tries = 3): Promise<void> {
    this.present = undefined;
    this.changed.clear();
    const target = new Map(this.wanted);
    const made = tableStatements(this.table, target.values());
    const listed = await this.list();
    const cleared = [`add table inet ${this.table}`, ...clearStatements(this.table, listed)];
    await this.nftables.transaction([...cleared, ...made]).catch(async (error: unknown) => {
      if (listed.length === 0) throw error;
      // The administrator's rules keep something that must go.
      const removed = [`add table inet ${this.table}`, `delete table inet ${this.table}`];
      await this.nftables.transaction([...removed, ...made]);
    });
    const before = this.rules;
    this.rules = ownRules(await this.list());
    // Another's rule that came in between would be taken for ours from now on: what looks the same twice is ours.
    if (before !== '' && before !== this.rules && tries > 1) return this.rebuild(tries - 1);
    this.present = target;
  }

  /** Removes the table with everything in it. */
  async remove(): Promise<void> {
    this.close();
    await this.current;
    this.wanted.clear();
    this.present = undefined;
    this.opened = undefined;
    await this.nftables.transaction([`add table inet ${this.table}`, `delete table inet ${this.table}`]);
  }
}
