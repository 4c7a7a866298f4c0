import { constants, type BigIntStats } from 'node:fs';
import { lstat, open, readdir, readlink } from 'node:fs/promises';
import { fdPath, O_DIRECTORY, O_NOFOLLOW, O_RDONLY, openPath, withDescriptor } from '../linux/directory.js';
import { deviceNumbers } from '../linux/devices.js';
import { attributesOf } from '../linux/syscalls.js';
import { MountPoints } from './mount-points.js';
import type { TarType } from './tar-reader.js';
import { endOfTar, padding, tarHeader, type TarMember } from './tar-writer.js';

/** OCI image specification, "Whiteouts": a file of this name deletes that behind the prefix, or hides a directory. */
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';

const STEP = 256 * 1024;

/**
 * An overlay's upper directory as the archive of an OCI layer over the directories below it: deletions and hidden
 * directories as whiteouts before what is beside them, hard links, devices, owners, permissions, extended attributes;
 * times in whole seconds, as dockerd has them. What was made for mounts only is left out, and so are sockets, and names
 * that would be whiteouts. Only the upper directory is walked. Throws an Error when the kernel keeps a directory's name
 * or a file's content elsewhere (redirect_dir, metacopy): the upper directory does not tell all then.
 */
export async function* layerArchive(upper: string, lowers: readonly string[]): AsyncGenerator<Buffer> {
  const walker = new Walker(new MountPoints(upper, lowers));
  const root = openPath(upper);
  try {
    yield* walker.directory(fdPath(root), '');
  } finally {
    await withDescriptor(root, () => undefined);
  }
  yield endOfTar();
}

/** Something in the upper directory; paths are bytes, one a character (latin1). */
interface Entry {
  /** Where it can be reached just now. */
  place: Buffer;
  /** Relative to the root. */
  path: string;
  stats: BigIntStats;
}

class Walker {
  /** The first name of each file that has several. */
  readonly #links = new Map<string, string>();

  constructor(private readonly mountPoints: MountPoints) {}

  async *directory(place: string, path: string): AsyncGenerator<Buffer> {
    const prefix = path === '' ? '' : `${path}/`;
    const names = await readdir(place, { encoding: 'latin1' });
    const entries: Entry[] = [];
    for (const name of names.sort()) {
      if (name.startsWith(WHITEOUT)) continue;
      const at = Buffer.from(`${Buffer.from(place).toString('latin1')}/${name}`, 'latin1');
      const stats = await lstat(at, { bigint: true }).catch(unlessGone);
      if (!stats) continue;
      if (isWhiteout(stats)) yield whiteout(`${prefix}${WHITEOUT}${name}`, stats);
      else entries.push({ place: at, path: `${prefix}${name}`, stats });
    }
    for (const entry of entries) yield* this.#entry(entry);
  }

  async *#entry(entry: Entry): AsyncGenerator<Buffer> {
    const { place, path, stats } = entry;
    const type = typeOf(stats);
    if (type === undefined || (await this.mountPoints.isMade(path, stats))) return;
    const { opaque, attributes } = overlayAttributes(entry);
    const member = { ...describe(path, type, stats), attributes };
    if (type === 'directory') {
      yield tarHeader({ ...member, name: `${path}/` });
      if (opaque) yield whiteout(`${path}/${OPAQUE}`, stats);
      const handle = await open(place, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
      try {
        yield* this.directory(fdPath(handle.fd), path);
      } finally {
        await handle.close();
      }
      return;
    }
    const first = this.#firstName(path, stats);
    if (first !== undefined) return yield tarHeader({ ...member, type: 'link', linkName: first });
    if (type === 'symlink') yield tarHeader({ ...member, linkName: await readlink(place, 'latin1') });
    else if (type === 'file') yield* file(place, member);
    else yield tarHeader({ ...member, ...deviceNumbers(stats.rdev) });
  }

  /** Undefined for a file's first name. */
  #firstName(path: string, { dev, ino, nlink }: BigIntStats): string | undefined {
    if (nlink < 2n) return undefined;
    const key = `${dev}:${ino}`;
    const first = this.#links.get(key);
    if (first === undefined) this.#links.set(key, path);
    return first;
  }
}

function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

const isWhiteout = (stats: BigIntStats): boolean => stats.isCharacterDevice() && stats.rdev === 0n;

const whiteout = (name: string, stats: BigIntStats): Buffer =>
  tarHeader({ ...describe(name, 'file', stats), mode: 0o600, uid: 0, gid: 0 });

/** Undefined for sockets. */
function typeOf(stats: BigIntStats): TarType | undefined {
  if (stats.isDirectory()) return 'directory';
  if (stats.isFile()) return 'file';
  if (stats.isSymbolicLink()) return 'symlink';
  if (stats.isCharacterDevice()) return 'character';
  if (stats.isBlockDevice()) return 'block';
  return stats.isFIFO() ? 'fifo' : undefined;
}

const describe = (name: string, type: TarType, stats: BigIntStats): TarMember => ({
  ...{ name, type, mode: Number(stats.mode & 0o7777n), uid: Number(stats.uid), gid: Number(stats.gid) },
  modified: Math.floor(Number(stats.mtimeMs) / 1000),
});

/** The attributes that belong to the file, and what overlay's own say. */
function overlayAttributes({ place, path }: Entry): { opaque: boolean; attributes: Map<string, Buffer> } {
  const attributes = new Map<string, Buffer>();
  let opaque = false;
  for (const [name, value] of attributesOf(place)) {
    if (name === 'trusted.overlay.opaque') opaque = value.toString() === 'y';
    else if (name === 'trusted.overlay.redirect' || name === 'trusted.overlay.metacopy')
      throw new Error(`/${path}: the kernel keeps it elsewhere (${name}); turn this feature of overlay off`);
    else if (isKept(name)) attributes.set(name, value);
  }
  return { opaque, attributes };
}

/** Labels of the host's security modules mean nothing elsewhere. */
const isKept = (name: string): boolean =>
  !name.startsWith('trusted.overlay.') && (!name.startsWith('security.') || name === 'security.capability');

/** The content has the length that its header says, whatever happens to the file meanwhile. */
async function* file(place: Buffer, member: TarMember): AsyncGenerator<Buffer> {
  const handle = await open(place, O_RDONLY | O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size } = await handle.stat();
    yield tarHeader({ ...member, size });
    for (let position = 0; position < size;) {
      const wanted = Math.min(STEP, size - position);
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(wanted), 0, wanted, position);
      // It has become shorter.
      const chunk = bytesRead === 0 ? Buffer.alloc(wanted) : buffer.subarray(0, bytesRead);
      position += chunk.length;
      yield chunk;
    }
    yield padding(size);
  } finally {
    await handle.close();
  }
}
