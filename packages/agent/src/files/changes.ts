import { ChangeKind, type FileChangeSchema } from '@arca/agent-proto';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { BigIntStats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fdPath, openDirectory, openPath, withDescriptor } from '../linux/directory.js';
import { lgetxattr } from '../linux/syscalls.js';

export type Change = MessageInitShape<typeof FileChangeSchema>;

const { MODIFIED, ADDED, DELETED } = ChangeKind;

/**
 * What an overlay's upper directory changes of the directories below it (topmost first), in the order of paths: a
 * character device 0/0 is a deletion; an opaque directory hides those of the same path, so what they have and it has not
 * is deleted. Only the upper directory is walked; of the lower ones what has the same path is looked up.
 */
export async function layerChanges(upper: string, lowers: readonly string[]): Promise<Change[]> {
  const changes: Change[] = [];
  await withDescriptor(openPath(upper), (fd) =>
    walk({ fd, path: '', lowers, told: true, replaces: false }, changes),
  );
  return changes;
}

/** A directory of the upper layer. */
interface Level {
  fd: number;
  path: string;
  /** The directories below it of the same path. */
  lowers: readonly string[];
  /** It is among the changes already. */
  told: boolean;
  /** It hides the directories below it, which are no part of it. */
  replaces: boolean;
}

async function walk(level: Level, changes: Change[]): Promise<void> {
  const own = new Set(await readdir(fdPath(level.fd)));
  const hidden = level.replaces ? await lowerNames(level.lowers) : [];
  const names = [...new Set([...own, ...hidden])];
  // By bytes, as everything on Linux.
  for (const name of names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
    if (own.has(name)) await visit(level, name, changes);
    else tell(level, { path: `${level.path}/${name}`, kind: DELETED }, changes);
  }
}

/** A directory in which something was added or deleted has changed, too. */
function tell(level: Level, change: Change, changes: Change[]): void {
  if (change.kind !== MODIFIED && !level.told) {
    changes.push({ path: level.path, kind: MODIFIED });
    level.told = true;
  }
  changes.push(change);
}

async function visit(level: Level, name: string, changes: Change[]): Promise<void> {
  const entry = await lookUp(fdPath(level.fd, name));
  if (!entry) return; // removed meanwhile
  const path = `${level.path}/${name}`;
  const below = await lowerEntries(level.lowers, name);
  const isDirectory = entry.isDirectory();
  const replaces = isDirectory && (level.replaces || isOpaque(fdPath(level.fd, name)));
  const kind = kindOf(entry, below);
  if (kind !== undefined) tell(level, { path, kind }, changes);
  if (!isDirectory) return;
  const fd = await openDirectory(level.fd, name).catch(() => undefined);
  if (fd === undefined) return;
  const lowers = below.flatMap(({ path: lower, stats }) => (stats.isDirectory() ? [lower] : []));
  const next: Level = { fd, path, lowers, told: kind !== undefined, replaces };
  await withDescriptor(fd, () => walk(next, changes));
}

/** Undefined for a directory that is in the upper layer for the sake of what is in it only. */
function kindOf(entry: BigIntStats, below: Lower[]): ChangeKind | undefined {
  if (isWhiteout(entry)) return DELETED;
  const [lower] = below;
  if (!lower) return ADDED;
  return entry.isDirectory() && isSame(entry, lower.stats) ? undefined : MODIFIED;
}

interface Lower {
  path: string;
  stats: BigIntStats;
}

/** What has the name in the lower directories, down to the one that hides the rest. */
async function lowerEntries(lowers: readonly string[], name: string): Promise<Lower[]> {
  const found: Lower[] = [];
  for (const directory of lowers) {
    const path = join(directory, name);
    const stats = await lookUp(path);
    if (!stats) continue;
    if (isWhiteout(stats)) break;
    found.push({ path, stats });
    if (!stats.isDirectory() || isOpaque(path)) break;
  }
  return found;
}

/** The names in directories that lie over each other. */
async function lowerNames(lowers: readonly string[]): Promise<string[]> {
  const seen = new Map<string, boolean>();
  for (const directory of lowers) {
    for (const name of await readdir(directory)) {
      if (seen.has(name)) continue;
      const stats = await lookUp(join(directory, name));
      seen.set(name, stats !== undefined && !isWhiteout(stats));
    }
  }
  return [...seen].filter(([, there]) => there).map(([name]) => name);
}

const lookUp = (path: string) => lstat(path, { bigint: true }).catch(() => undefined);

const isWhiteout = (stats: BigIntStats): boolean => stats.isCharacterDevice() && stats.rdev === 0n;

function isOpaque(path: string): boolean {
  try {
    return lgetxattr(path, 'trusted.overlay.opaque')?.toString() === 'y';
  } catch {
    return false; // removed meanwhile
  }
}

/** A directory that has been copied up has mode, size and time of the one below; some file systems keep seconds only. */
function isSame(a: BigIntStats, b: BigIntStats): boolean {
  const second = 1_000_000_000n;
  const sameSecond = a.mtimeNs / second === b.mtimeNs / second;
  const coarse = a.mtimeNs % second === 0n || b.mtimeNs % second === 0n;
  return a.mode === b.mode && a.size === b.size && (a.mtimeNs === b.mtimeNs || (sameSecond && coarse));
}
