import { readdir } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { closeDescriptor, fdPath, O_DIRECTORY, O_NOFOLLOW, O_RDONLY } from '../linux/directory.js';
import { renamed, tarOf } from '../linux/tar-program.js';
import { nameOf, splitPath } from './paths.js';
import { openAt, statFile } from './stat.js';

/**
 * A file or a directory as tar, named after the last component of the path. The directory is opened here once: what
 * happens to its path later does not matter.
 */
export async function archiveFile(root: number, path: string): Promise<Readable> {
  const { isDirectory } = await statFile(root, path);
  const { parent, name } = splitPath(path);
  const directory = openAt(
    root,
    isDirectory ? path : parent,
    O_RDONLY | O_DIRECTORY | (isDirectory ? O_NOFOLLOW : 0),
  );
  const members = isDirectory ? ['.'] : [name];
  const transform = isDirectory ? renamed(nameOf(path)) : undefined;
  try {
    return tarOf(directory, members, { transform });
  } finally {
    closeDescriptor(directory); // tar has one of its own
  }
}

/** All of a directory's own file system, without the directory itself. */
export async function exportDirectory(directory: number): Promise<Readable> {
  const members = (await readdir(fdPath(directory))).sort();
  return tarOf(directory, members, { oneFileSystem: true });
}
