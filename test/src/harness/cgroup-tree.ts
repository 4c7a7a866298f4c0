import { existsSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';

/** The mounted hierarchies: one per controller on v1 and hybrid hosts, the root itself on v2. */
export function hierarchies(): string[] {
  if (existsSync(join(ROOT, 'cgroup.controllers'))) return [ROOT];
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(ROOT, entry.name));
}

/** Cgroup directories, of every hierarchy, whose path has a component that begins with one of the names. */
export function findCgroups(names: string[]): string[] {
  return hierarchies().flatMap((root) => findBelow(root, names, 4));
}

function findBelow(directory: string, names: string[], depth: number): string[] {
  if (depth === 0) return [];
  let entries;
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch {
    return []; // a foreign cgroup can vanish while the tree is read
  }
  return entries
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return names.some((name) => entry.name.startsWith(name)) ? [path] : findBelow(path, names, depth - 1);
    });
}

/** Whether no cgroup is below this one. */
export function isEmptyCgroup(path: string): boolean {
  return readdirSync(path, { withFileTypes: true }).every((entry) => !entry.isDirectory());
}

/** Removes a cgroup and those below it, deepest first; a busy or vanished one is left alone. */
export function removeCgroup(path: string): void {
  try {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) removeCgroup(join(path, entry.name));
    }
    rmdirSync(path);
  } catch {
    // busy or gone: whoever looks for leaks sees what stays
  }
}
