import { listRuleset } from '../../linux/nftables.js';
import { sets, type Element, type SetName } from './ruleset.js';

/** The elements that an earlier agent of the instance left in the kernel: published ports go on working meanwhile. */
export async function adoptElements(table: string): Promise<Element[]> {
  return listedElements(await listRuleset('table', 'inet', table));
}

/** Our elements in a table as `nft -j` lists it. */
export function listedElements(listed: readonly Record<string, unknown>[]): Element[] {
  return listed.flatMap((object) => {
    const set = (object.set ?? object.map) as ListedSet | undefined;
    if (!set || !(set.name in sets)) return [];
    return (set.elem ?? []).flatMap((elem) => parseElement(set.name as SetName, elem));
  });
}

interface ListedSet {
  name: string;
  elem?: unknown[];
}

/**
 * An element as `nft -j` writes it: of a map, the pair of key and value. The key is `{elem: {val, comment}}`; several
 * fields are `{concat: […]}`, a network is `{prefix: {addr, len}}`. An element of a shape that we never wrote is nobody's.
 */
export function parseElement(set: SetName, elem: unknown): Element[] {
  const [key, value] = Array.isArray(elem) ? (elem as unknown[]) : [elem];
  const entry = (key as { elem?: { val: unknown; comment?: string } }).elem;
  if (!entry?.comment) return [];
  const element: Element = { set, key: parseFields(entry.val), owner: entry.comment };
  return [value === undefined ? element : { ...element, value: parseFields(value) }];
}

function parseFields(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  const { concat, prefix } = value as { concat?: unknown[]; prefix?: { addr: string; len: number } };
  if (prefix) return [`${prefix.addr}/${prefix.len}`];
  return (concat ?? []).map(String);
}
