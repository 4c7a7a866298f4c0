import { constants } from 'node:fs';
import { chmod, lchown, link, mkdir, open, symlink } from 'node:fs/promises';
import { promisify } from 'node:util';
import { open as openFile } from 'node:fs';
import { fdPath, O_NOFOLLOW, O_PATH, withDescriptor } from '../linux/directory.js';
import type { SystemCallError } from '../linux/syscalls.js';
import { lsetxattr, mknod, setTimes } from '../linux/syscalls.js';
import type { TarEntry } from './tar-reader.js';

const { O_CREAT, O_EXCL, O_WRONLY, S_IFBLK, S_IFCHR, S_IFIFO } = constants;

/** Where an entry is to be: a descriptor of its directory, and its name there. */
export interface Place {
  directory: number;
  name: string;
}

/** Makes what the entry is, with its content, where nothing is. A directory may be there. */
export async function makeEntry(
  { directory, name }: Place,
  entry: TarEntry,
  target: Place | undefined,
): Promise<void> {
  const path = fdPath(directory, name);
  switch (entry.type) {
    case 'directory':
      return mkdir(path, { mode: 0o700 }).catch(unlessThere);
    case 'file':
      return writeFile(path, entry);
    case 'link':
      return link(fdPath(target!.directory, target!.name), path);
    case 'symlink':
      return symlink(entry.linkName, path);
    case 'character':
      return mknod(path, S_IFCHR | 0o600, entry.major, entry.minor);
    case 'block':
      return mknod(path, S_IFBLK | 0o600, entry.major, entry.minor);
    case 'fifo':
      return mknod(path, S_IFIFO | 0o600);
  }
}

function unlessThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EEXIST') throw error;
}

const STEP = 64 * 1024;

/** A piece of so many zeros is not written: files with holes keep them, and disks are spared. */
const HOLE = 4096;
const zeros = Buffer.alloc(STEP);

async function writeFile(path: string, { content, size }: TarEntry): Promise<void> {
  const file = await open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    let position = 0;
    for await (const chunk of content) {
      for (let start = 0; start < chunk.length; start += STEP) {
        const piece = chunk.subarray(start, start + STEP);
        if (!isHole(piece)) await writeAll(file, piece, position);
        position += piece.length;
      }
    }
    await file.truncate(size);
  } finally {
    await file.close();
  }
}

const isHole = (piece: Buffer): boolean =>
  piece.length >= HOLE && piece.equals(zeros.subarray(0, piece.length));

async function writeAll(
  file: Awaited<ReturnType<typeof open>>,
  chunk: Buffer,
  position: number,
): Promise<void> {
  for (let done = 0; done < chunk.length;) {
    done += (await file.write(chunk, done, chunk.length - done, position + done)).bytesWritten;
  }
}

/**
 * Sets owner, permissions, attributes and times, in the order in which none undoes another: a new owner takes setuid and
 * capabilities away. Links share what they link to.
 */
export async function setMetadata(
  { directory, name }: Place,
  entry: TarEntry,
  { uid, gid }: { uid: number; gid: number },
): Promise<void> {
  const path = fdPath(directory, name);
  await lchown(path, uid, gid);
  if (entry.type !== 'symlink') {
    // By a descriptor: chmod(2) would follow a link that is there by now.
    const fd = await promisify(openFile)(path, O_PATH | O_NOFOLLOW);
    await withDescriptor(fd, (itself) => chmod(fdPath(itself), entry.mode));
  }
  for (const [key, value] of entry.attributes) setAttribute(path, key, value);
  setTimes(path, entry.modified, entry.modified);
}

/** What the file system does not know, or does not allow here, is left out, as dockerd does. */
function setAttribute(path: string, key: string, value: Buffer): void {
  if (key.startsWith('trusted.overlay.')) return;
  try {
    lsetxattr(path, key, value);
  } catch (error) {
    if (!['ENOTSUP', 'EOPNOTSUPP', 'EPERM'].includes((error as SystemCallError).code)) throw error;
  }
}
