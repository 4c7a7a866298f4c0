import { createHash, type Hash } from 'node:crypto';
import { lstat, open, readdir, readlink } from 'node:fs/promises';
import { fdPath, O_NOFOLLOW, O_RDONLY, openDirectory, withDescriptor } from '../linux/directory.js';
import { attributesOf } from '../linux/syscalls.js';

const STEP = 256 * 1024;

/**
 * A digest of what a name in a directory is: types, permissions, capabilities and contents, of a directory all below it
 * by name. Owners and times do not count, since COPY sets the ones and a fresh checkout changes the others.
 */
export async function entryDigest(directory: number, name: string): Promise<string> {
  const hash = createHash('sha256');
  await entry(hash, directory, name, '');
  return `sha256:${hash.digest('hex')}`;
}

/** As entryDigest, of an open directory itself. */
export async function directoryDigest(directory: number): Promise<string> {
  const hash = createHash('sha256');
  await children(hash, directory, '');
  return `sha256:${hash.digest('hex')}`;
}

async function children(hash: Hash, directory: number, prefix: string): Promise<void> {
  for (const name of (await readdir(fdPath(directory))).sort())
    await entry(hash, directory, name, `${prefix}/${name}`);
}

async function entry(hash: Hash, directory: number, name: string, shown: string): Promise<void> {
  const path = fdPath(directory, name);
  const stats = await lstat(path);
  const capability = attributesOf(Buffer.from(path)).get('security.capability')?.toString('hex') ?? '';
  const size = stats.isFile() ? stats.size : 0;
  hash.update(JSON.stringify([shown, stats.mode, size, stats.rdev, capability]));
  if (stats.isSymbolicLink()) hash.update(JSON.stringify(await readlink(path)));
  else if (stats.isFile()) await content(hash, path);
  else if (stats.isDirectory())
    await withDescriptor(await openDirectory(directory, name), (fd) => children(hash, fd, shown));
}

async function content(hash: Hash, path: string): Promise<void> {
  const file = await open(path, O_RDONLY | O_NOFOLLOW);
  try {
    const buffer = Buffer.allocUnsafe(STEP);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, STEP);
      if (bytesRead === 0) return;
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}
