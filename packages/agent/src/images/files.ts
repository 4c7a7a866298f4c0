import { constants, type Stats } from 'node:fs';
import { lstat, open, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { AgentError } from '@arca/agent-proto';
import type { FileSystem } from '../linux/private-mount.js';
import { overlayOption } from '../linux/overlay.js';
import { lgetxattr } from '../linux/syscalls.js';

const LARGEST = 1024 * 1024;
const MOST_LINKS = 40; // as the kernel: path_resolution(7)

/**
 * The directories that an overlay (or a bind mount of a single layer) lays over each other, the topmost first:
 * options `upperdir` and `lowerdir` of overlayfs.
 */
export function layerDirectories(mounts: readonly FileSystem[]): string[] {
  return mounts.flatMap(({ type, source, options }) => {
    if (type !== 'overlay') return [source];
    const lower = overlayOption(options, 'lowerdir')?.split(':') ?? [];
    return [overlayOption(options, 'upperdir') ?? [], lower].flat();
  });
}

/** What a path names in the merged tree. */
type Found =
  | { type: 'directory'; places: string[] }
  | { type: 'link'; target: string }
  | { type: 'file'; path: string }
  | { type: 'other' | 'none' };

/**
 * Reads a file as the mounted overlay would show it, without mounting it. `directories` come topmost first; symbolic
 * links are followed inside the tree. Undefined when there is no such regular file. INVALID_ARGUMENT beyond 1 MiB.
 */
export async function readFile(directories: string[], path: string): Promise<Buffer | undefined> {
  const root: Found = { type: 'directory', places: directories };
  const stack: Extract<Found, { type: 'directory' }>[] = [root];
  const rest = path.split('/').reverse();
  let links = 0;
  for (let name = rest.pop(); name !== undefined; name = rest.pop()) {
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (stack.length > 1) stack.pop();
      continue;
    }
    const found = await lookUp(stack.at(-1)!.places, name);
    if (found.type === 'directory') stack.push(found);
    else if (found.type === 'link') {
      if (++links > MOST_LINKS) return undefined;
      if (found.target.startsWith('/')) stack.splice(1);
      rest.push(...found.target.split('/').reverse());
    } else {
      // `file/` and `file/.` name no file.
      return found.type === 'file' && rest.length === 0 ? readRegular(found.path, path) : undefined;
    }
  }
  return undefined;
}

/** One step down. `places` are the directories that make up the present one, the topmost first. */
async function lookUp(places: string[], name: string): Promise<Found> {
  const paths = places.map((place) => join(place, name));
  const all = await Promise.all(paths.map((path) => lstat(path).catch(() => undefined)));
  const merged: string[] = [];
  for (const [index, stats] of all.entries()) {
    const path = paths[index]!;
    if (stats === undefined) continue;
    if (!stats.isDirectory()) return merged.length === 0 ? await leaf(path, stats) : directory(merged);
    merged.push(path);
    if (isOpaque(path)) break;
  }
  return merged.length === 0 ? { type: 'none' } : directory(merged);
}

function directory(places: string[]): Found {
  return { type: 'directory', places };
}

async function leaf(path: string, stats: Stats): Promise<Found> {
  if (stats.isCharacterDevice() && stats.rdev === 0) return { type: 'none' }; // a whiteout
  if (stats.isSymbolicLink()) return { type: 'link', target: await readlink(path) };
  return stats.isFile() ? { type: 'file', path } : { type: 'other' };
}

/** An opaque directory hides those below it. */
function isOpaque(path: string): boolean {
  return lgetxattr(path, 'trusted.overlay.opaque')?.toString() === 'y';
}

async function readRegular(path: string, asked: string): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size } = await file.stat();
    if (size > LARGEST) throw new AgentError('INVALID_ARGUMENT', `${asked}: larger than ${LARGEST} bytes`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}
