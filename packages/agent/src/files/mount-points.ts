import type { BigIntStats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What every container gets to mount on, as dockerd does: no file that its processes have made. */
const places: ReadonlySet<string> = new Set([
  ...['.dockerenv', 'dev/console', 'dev/pts', 'dev/shm', 'etc/hostname', 'etc/hosts', 'etc/mtab'],
  ...['etc/resolv.conf', 'proc', 'sys', 'dev'],
]);

/** The directories that they are in. */
const parents: ReadonlySet<string> = new Set(['dev', 'etc']);

/** Tells what in an upper directory is there only because something is mounted on it. */
export class MountPoints {
  constructor(
    private readonly upper: string,
    private readonly lowers: readonly string[],
  ) {}

  /**
   * True for an empty file or directory (or the link `etc/mtab`) at a place to mount on that the layers below have not,
   * and for the directory of such places, when nothing else is in it and it is as below. `path` is relative.
   */
  async isMade(path: string, stats: BigIntStats): Promise<boolean> {
    if (parents.has(path) && stats.isDirectory()) return this.#isParentOnly(path, stats);
    return places.has(path) && this.#isPlace(path, stats);
  }

  async #isParentOnly(path: string, stats: BigIntStats): Promise<boolean> {
    const below = await this.#below(path);
    if (below && !(below.isDirectory() && sameOwner(below, stats))) return false;
    const names = await readdir(join(this.upper, path));
    // A directory that is empty by itself has been made, or had something removed, by a process.
    if (names.length === 0 && (below !== undefined || !places.has(path))) return false;
    for (const name of names) {
      const inside = `${path}/${name}`;
      const entry = await lstat(join(this.upper, inside), { bigint: true });
      if (!places.has(inside) || !(await this.#isPlace(inside, entry))) return false;
    }
    return true;
  }

  async #isPlace(path: string, stats: BigIntStats): Promise<boolean> {
    if (await this.#below(path)) return false;
    if (stats.isDirectory()) return (await readdir(join(this.upper, path))).length === 0;
    return stats.isSymbolicLink() ? path === 'etc/mtab' : stats.isFile() && stats.size === 0n;
  }

  /** What the topmost of the layers below has there; a deletion is nothing. */
  async #below(path: string): Promise<BigIntStats | undefined> {
    for (const lower of this.lowers) {
      const stats = await lstat(join(lower, path), { bigint: true }).catch(() => undefined);
      if (stats) return stats.isCharacterDevice() && stats.rdev === 0n ? undefined : stats;
    }
    return undefined;
  }
}

const sameOwner = (a: BigIntStats, b: BigIntStats): boolean =>
  a.mode === b.mode && a.uid === b.uid && a.gid === b.gid;
