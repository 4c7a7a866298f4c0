import { AgentError } from '@arca/agent-proto';
import { posix } from 'node:path';
import type { Readable } from 'node:stream';
import { closeDescriptor } from '../linux/directory.js';
import { setTimes } from '../linux/syscalls.js';
import { fdPath } from '../linux/directory.js';
import { makeEntry, setMetadata, type Place } from './entry.js';
import { isWithin, splitPath } from './paths.js';
import { entryAt, openMaking, removeEntry } from './tree.js';
import { readTar, type TarEntry } from './tar-reader.js';

export interface Extraction {
  /** A descriptor of the container's root. */
  root: number;
  /** The existing directory, absolute and without symbolic links. */
  path: string;
  /** Refuse to put a directory in place of something else, or something else in its place. */
  noOverwrite: boolean;
  /** Of all that is unpacked, instead of what the archive says. */
  owner?: { uid: number; gid: number };
  /** Permissions of all that is unpacked, instead of what the archive says. */
  mode?: number;
  /** Hears of each entry before it is unpacked, with its path from the root. */
  onEntry?(path: string, entry: TarEntry): void;
}

/**
 * Unpacks a tar. Each entry's directory is looked up anew inside the root and held by a descriptor while the entry is
 * made, so that a link that somebody plants meanwhile leads nowhere else. What is there is replaced, directories merged.
 * On failure what has been unpacked stays, as with any tar.
 */
export async function extractTar(tar: Readable, extraction: Extraction): Promise<void> {
  const directories = new Map<string, bigint>();
  for await (const entry of readTar(tar)) {
    const path = placeOf(entry.name, extraction.path);
    if (path === extraction.path) continue;
    extraction.onEntry?.(path, entry);
    await extractEntry(entry, path, extraction);
    // Set at the end: what is unpacked into a directory changes its time.
    if (entry.type === 'directory') directories.set(path, entry.modified);
  }
  for (const [path, modified] of [...directories].reverse()) {
    withParent(extraction.root, path, ({ directory, name }) =>
      setTimes(fdPath(directory, name), modified, modified),
    );
  }
}

/** The absolute path of an entry. Throws for one that would be outside of the directory. */
function placeOf(name: string, directory: string): string {
  const path = posix.join(directory, name).replace(/(?<=.)\/$/, '');
  // In the root, too, where `..` leads nowhere else: no archive that was made in good faith says so.
  const leavesRoot = directory === '/' && /^\.\.(\/|$)/.test(posix.normalize(name));
  if (isWithin(path, directory) && !leavesRoot) return path;
  throw new AgentError('INTERNAL', `${quoted(name)} is outside of ${quoted(directory)}`);
}

/** Makes what an entry is at an absolute path inside the extraction's directory. */
export async function extractEntry(entry: TarEntry, path: string, extraction: Extraction): Promise<void> {
  const place = open(extraction.root, path);
  let target: Place | undefined;
  try {
    await makeRoom(place, entry, path, extraction);
    if (entry.type === 'link') target = open(extraction.root, placeOf(entry.linkName, extraction.path));
    await makeEntry(place, entry, target);
    const { mode = entry.mode, owner = entry } = extraction;
    if (entry.type !== 'link') await setMetadata(place, { ...entry, mode }, owner);
  } finally {
    closeDescriptor(place.directory);
    if (target) closeDescriptor(target.directory);
  }
}

function open(root: number, path: string): Place {
  const { parent, name } = splitPath(path);
  return { directory: openMaking(root, parent), name };
}

function withParent(root: number, path: string, use: (place: Place) => void): void {
  const place = open(root, path);
  try {
    use(place);
  } finally {
    closeDescriptor(place.directory);
  }
}

/** Removes what is in the way; a directory is in no other's. */
async function makeRoom(
  place: Place,
  entry: TarEntry,
  path: string,
  { noOverwrite, path: directory }: Extraction,
): Promise<void> {
  const present = await entryAt(place.directory, place.name);
  if (!present) return;
  const [was, becomes] = [present.isDirectory(), entry.type === 'directory'];
  if (was && becomes) return;
  if (noOverwrite && was !== becomes) {
    const kinds = was ? ['directory', 'non-directory'] : ['non-directory', 'directory'];
    const text = `cannot overwrite ${kinds[0]} ${quoted(path)} with ${kinds[1]} ${quoted(directory)}`;
    throw new AgentError('INTERNAL', text);
  }
  await removeEntry(place.directory, place.name);
}

const quoted = (path: string): string => JSON.stringify(path);
