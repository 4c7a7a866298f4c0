import { createHash, type Hash } from 'node:crypto';
import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { posix } from 'node:path';
import { splitPath } from '../files/paths.js';
import { resolvePath } from '../files/resolve.js';
import {
  fdPath,
  O_DIRECTORY,
  O_NOFOLLOW,
  O_RDONLY,
  openDirectory,
  withDescriptor,
} from '../linux/directory.js';
import { attributesOf, openInRoot } from '../linux/syscalls.js';
import { fieldsOf, type Fields } from './digest-fields.js';

const STEP = 256 * 1024;

/** Files, and what the tar that they came in said of them, by path without a slash before it. */
export interface Hashed {
  /** Descriptor of the root. */
  root: number;
  fields?: ReadonlyMap<string, Fields>;
}

/**
 * The digest of a file as dockerd's builder computes it (tarsum, version 1), so that steps of images that dockerd built
 * are found: over the fields of its tar header, but for the time, and its content. `path`: absolute, links followed.
 */
export async function fileDigest(files: Hashed, path: string): Promise<string> {
  const { parent, name } = splitPath(path);
  const directory = openInRoot(files.root, parent, O_RDONLY | O_DIRECTORY);
  return withDescriptor(directory, (fd) => entryDigest(files, fd, name, path.slice(1)));
}

/** As fileDigest(), of a directory: over the digests of all in it and its own, where it is not the root. */
export async function directoryDigest(files: Hashed, path: string): Promise<string> {
  const digests = path === '/' ? [] : [await fileDigest(files, path)];
  const directory = openInRoot(files.root, path, O_RDONLY | O_DIRECTORY);
  await withDescriptor(directory, (fd) => collect(files, fd, path, digests));
  return createHash('sha256').update(digests.sort().join(',')).digest('hex');
}

async function collect(files: Hashed, directory: number, path: string, digests: string[]): Promise<void> {
  for (const name of await readdir(fdPath(directory))) {
    const own = posix.join(path, name);
    const stats = lstatSync(fdPath(directory, name));
    digests.push(
      stats.isSymbolicLink()
        ? await targetDigest(files, own)
        : await entryDigest(files, directory, name, own.slice(1), stats),
    );
    if (stats.isDirectory())
      await withDescriptor(await openDirectory(directory, name), (fd) => collect(files, fd, own, digests));
  }
}

/** A link counts as what it leads to; one that leads nowhere as a name, of the two which dockerd takes. */
async function targetDigest(files: Hashed, path: string): Promise<string> {
  const target = resolvePath(files.root, path);
  const name = (files.fields ? path : target).slice(1);
  if (target === '/' || files.fields?.has(target.slice(1)) === false) return name;
  return fileDigest(files, target).catch(() => name);
}

async function entryDigest(
  { fields }: Hashed,
  directory: number,
  name: string,
  path: string,
  stats: Stats = lstatSync(fdPath(directory, name)),
): Promise<string> {
  const place = fdPath(directory, name);
  // Directories that the tar does not name are there for what is in them only.
  if (fields && !fields.has(path)) return path;
  const hash = createHash('sha256').update(fields?.get(path) ?? written(place, path, stats));
  if (stats.isFile() && stats.size > 0) await content(hash, place);
  return hash.digest('hex');
}

/** What a tar would say of a file. */
function written(place: string, path: string, stats: Stats): Fields {
  const capability = attributesOf(Buffer.from(place)).get('security.capability');
  return fieldsOf({
    name: stats.isDirectory() ? `${path}/` : path,
    flag: flagOf(stats),
    mode: stats.mode & 0o7777,
    uid: stats.uid,
    gid: stats.gid,
    size: stats.isFile() ? stats.size : 0,
    linkName: stats.isSymbolicLink() ? readlinkSync(place) : '',
    major: 0,
    minor: 0,
    attributes: new Map(capability ? [['security.capability', capability]] : []),
  });
}

function flagOf(stats: Stats): string {
  if (stats.isDirectory()) return '5';
  if (stats.isSymbolicLink()) return '2';
  return stats.isFIFO() ? '6' : '0';
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
