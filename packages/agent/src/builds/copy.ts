import { AgentError } from '@arca/agent-proto';
import type { BigIntStats } from 'node:fs';
import { lchown, lstat, open, readdir, readlink } from 'node:fs/promises';
import { posix } from 'node:path';
import { extractEntry, extractTar } from '../files/extract.js';
import { splitPath } from '../files/paths.js';
import { resolvePath } from '../files/resolve.js';
import { statFile } from '../files/stat.js';
import type { TarEntry } from '../files/tar-reader.js';
import { openMaking } from '../files/tree.js';
import { isArchive, openArchive } from './archive.js';
import { fdPath, O_DIRECTORY, O_NOFOLLOW, O_RDONLY, withDescriptor } from '../linux/directory.js';
import { attributesOf, openInRoot } from '../linux/syscalls.js';
import { tarOf } from '../linux/tar-program.js';

const STEP = 256 * 1024;

export interface Copy {
  /** Descriptors of the roots. */
  from: number;
  to: number;
  /** Of a directory the contents are copied. */
  paths: readonly string[];
  /** Absolute; a slash at its end says that it is a directory. */
  destination: string;
  /** Of all that is made; without it what is copied keeps its own, and root has the directories above. */
  owner?: Owner;
  /** Permissions of all that is copied instead of its own. */
  mode?: number;
  /** Unpack what is an archive. */
  unpack: boolean;
  signal?: AbortSignal;
}

interface Owner {
  uid: number;
  gid: number;
}

const ROOT: Owner = { uid: 0, gid: 0 };

/** Copies files and directories from one root into another; nothing is read or written outside of the two. */
export async function copy(request: Copy): Promise<void> {
  for (const path of request.paths) {
    const resolved = resolvePath(request.from, path);
    const { isDirectory, mode } = await statFile(request.from, resolved);
    if (isDirectory) await copyDirectory(request, resolved);
    else if (request.unpack && isRegular(mode!) && (await isArchive(request.from, resolved)))
      await unpack(request, resolved);
    else await copyFile(request, resolved, posix.basename(path));
  }
}

const isRegular = (mode: number): boolean => (mode & 0o170000) === 0o100000;

/** Makes a directory and those above it where they are missing; what is made belongs to the owner. */
export async function makeDirectories(root: number, path: string, { uid, gid } = ROOT): Promise<string> {
  const resolved = resolvePath(root, path);
  const missing: string[] = [];
  for (let place = resolved; place !== '/' && !(await exists(root, place)); place = posix.dirname(place))
    missing.unshift(place);
  try {
    await withDescriptor(openMaking(root, resolved), () => undefined);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
    const text = `Cannot mkdir: ${path} is not a directory`;
    throw new AgentError('INVALID_ARGUMENT', text, undefined, { cause: error });
  }
  for (const place of missing) {
    const { parent, name } = splitPath(place);
    await withDescriptor(openMaking(root, parent), (fd) => lchown(fdPath(fd, name), uid, gid));
  }
  return resolved;
}

const exists = (root: number, path: string): Promise<boolean> =>
  statFile(root, path).then(
    () => true,
    () => false,
  );

async function copyDirectory({ from, to, destination, owner, mode }: Copy, path: string): Promise<void> {
  const into = await makeDirectories(to, destination, owner);
  const directory = openInRoot(from, path, O_RDONLY | O_DIRECTORY);
  const tar = await withDescriptor(directory, async (fd) => tarOf(fd, await readdir(fdPath(fd)), {}));
  await extractTar(tar, { root: to, path: into, noOverwrite: false, owner, mode });
}

async function copyFile(request: Copy, path: string, name: string): Promise<void> {
  const { from, to, destination, owner, mode } = request;
  const target = await targetOf(request, name);
  const { parent, name: own } = splitPath(path);
  await withDescriptor(openInRoot(from, parent, O_RDONLY | O_DIRECTORY), async (directory) => {
    const entry = await entryOf(directory, own, target.name);
    await extractEntry(entry, posix.join(target.directory, target.name), {
      ...{ root: to, path: target.directory, noOverwrite: false, owner, mode },
    });
  }).catch((error: unknown) => {
    if (error instanceof AgentError) throw error;
    throw new AgentError('INTERNAL', `copying ${path} to ${destination}: ${String(error)}`, undefined, {
      cause: error,
    });
  });
}

/** Owners are the archive's own, as dockerd has it. */
async function unpack({ from, to, destination, signal }: Copy, path: string): Promise<void> {
  const into = await makeDirectories(to, destination);
  const tar = await openArchive(from, path, signal);
  try {
    await extractTar(tar, { root: to, path: into, noOverwrite: false });
  } finally {
    tar.destroy();
  }
}

/** A file goes into a directory that is there, or is named like one; else it gets the destination's name. */
async function targetOf({ to, destination, owner }: Copy, name: string) {
  const resolved = resolvePath(to, destination);
  const there = await statFile(to, resolved).catch(() => undefined);
  if (destination.endsWith('/') || there?.isDirectory)
    return { directory: await makeDirectories(to, destination, owner), name };
  const { parent, name: own } = splitPath(resolved);
  return { directory: await makeDirectories(to, parent, owner), name: own };
}

/** A file as an entry of a tar, so that both are unpacked alike. */
async function entryOf(directory: number, name: string, as: string): Promise<TarEntry> {
  const path = fdPath(directory, name);
  const stats = await lstat(path, { bigint: true });
  return {
    ...{ name: as, type: typeOf(stats, name), size: stats.isFile() ? Number(stats.size) : 0 },
    ...{ mode: Number(stats.mode & 0o7777n), uid: Number(stats.uid), gid: Number(stats.gid) },
    modified: stats.mtimeNs,
    linkName: stats.isSymbolicLink() ? await readlink(path) : '',
    ...{ major: 0, minor: 0 },
    attributes: new Map(
      [...attributesOf(Buffer.from(path))].filter(
        ([key]) => !key.startsWith('security.') || key === 'security.capability',
      ),
    ),
    content: contentOf(path, stats),
  };
}

function typeOf(stats: BigIntStats, name: string): TarEntry['type'] {
  if (stats.isFile()) return 'file';
  if (stats.isSymbolicLink()) return 'symlink';
  if (stats.isFIFO()) return 'fifo';
  throw new AgentError('INVALID_ARGUMENT', `${name} is neither a file nor a directory`);
}

async function* contentOf(path: string, stats: BigIntStats): AsyncGenerator<Buffer> {
  if (!stats.isFile() || stats.size === 0n) return;
  const file = await open(path, O_RDONLY | O_NOFOLLOW);
  // Not longer than its header says, should it grow meanwhile.
  const options = { start: 0, end: Number(stats.size) - 1, highWaterMark: STEP };
  yield* file.createReadStream(options) as AsyncIterable<Buffer>;
}
