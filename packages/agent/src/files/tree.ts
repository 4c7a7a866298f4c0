import { closeSync, constants, lstatSync, mkdirSync, openSync, type Stats } from 'node:fs';
import { lstat, readdir, rmdir, unlink } from 'node:fs/promises';
import {
  closeDescriptor,
  fdPath,
  O_DIRECTORY,
  O_PATH,
  openDirectory,
  withDescriptor,
} from '../linux/directory.js';
import type { SystemCallError } from '../linux/syscalls.js';
import { openInRoot } from '../linux/syscalls.js';
import { splitPath } from './paths.js';

const { O_CREAT, O_EXCL, O_WRONLY, O_NOFOLLOW } = constants;

/** Permissions of directories that an archive implies and does not hold. */
const IMPLIED_MODE = 0o755;

/**
 * A descriptor of a directory inside a root, made with those above it where it is missing. The caller closes it.
 * Throws ENOTDIR when something else is there.
 */
export function openMaking(root: number, path: string): number {
  try {
    return openInRoot(root, path, O_PATH | O_DIRECTORY);
  } catch (error) {
    if ((error as SystemCallError).code !== 'ENOENT' || path === '/') throw error;
  }
  const { parent, name } = splitPath(path.replace(/\/+$/, ''));
  const above = openMaking(root, parent);
  try {
    mkdirSync(fdPath(above, name), { mode: IMPLIED_MODE });
  } catch (error) {
    // A link that leads nowhere is there as well.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    closeDescriptor(above);
  }
  return openInRoot(root, path, O_PATH | O_DIRECTORY);
}

/** Makes a directory and those above it, unless they are there. */
export function makeDirectories(root: number, path: string): void {
  closeSync(openMaking(root, path));
}

/** Makes an empty file unless there is something already. */
export function makeFile(root: number, path: string): void {
  const { parent, name } = splitPath(path);
  const directory = openMaking(root, parent);
  try {
    if (!lstatSync(fdPath(directory, name), { throwIfNoEntry: false }))
      closeSync(openSync(fdPath(directory, name), O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o644));
  } finally {
    closeDescriptor(directory);
  }
}

/** What a name in a directory is; undefined when there is nothing. */
export async function entryAt(directory: number, name: string): Promise<Stats | undefined> {
  try {
    return await lstat(fdPath(directory, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Removes what has a name in a directory, with all that is in it, never beyond a symbolic link. */
export async function removeEntry(directory: number, name: string): Promise<void> {
  const entry = await entryAt(directory, name);
  if (!entry) return;
  if (!entry.isDirectory()) return unlink(fdPath(directory, name));
  await withDescriptor(await openDirectory(directory, name), async (fd) => {
    for (const child of await readdir(fdPath(fd))) await removeEntry(fd, child);
  });
  await rmdir(fdPath(directory, name));
}
