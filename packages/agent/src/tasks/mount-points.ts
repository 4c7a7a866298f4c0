import type { Spec } from '@arca/oci-spec';
import { chmodSync, lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { resolvePath } from '../files/resolve.js';
import { closeDescriptor, openPath } from '../linux/directory.js';
import { lgetxattr } from '../linux/syscalls.js';
import type { RootMount } from './ports.js';

/** As runc, and so dockerd, makes them. */
const MODE = 0o755;
/** As crun makes directories and files. */
const CRUN_DIRECTORY = 0o1755;
const CRUN_FILE = 0o700;

const CLOCK = 20; // ms by which the kernel's stamps may lag behind
const COPIED_UP = 'trusted.overlay.origin';

/**
 * Gives the mount points that crun has made in a root, which are in the container's own layer, the mode that they have
 * under runc. `since`: when crun was called, ms of the epoch. The container must not run yet.
 */
export function mendMountPoints(
  rootfs: string,
  mounts: readonly RootMount[],
  spec: Spec,
  since: number,
): void {
  const upper = upperOf(mounts);
  if (upper === undefined) return;
  const seen = new Set<string>();
  for (const { destination } of spec.mounts ?? []) mend(destination);

  function mend(destination: string, resolved = false): void {
    let path = '';
    for (const name of destination.split('/').filter((part) => part !== '')) {
      path += `/${name}`;
      if (seen.has(path)) continue;
      const stats = lstatSync(join(rootfs, path), { throwIfNoEntry: false });
      if (stats === undefined) return;
      if (stats.isSymbolicLink()) return resolved ? undefined : mend(resolveIn(rootfs, destination), true);
      seen.add(path);
      if (stats.birthtimeMs >= since - CLOCK && isCruns(stats) && !isCopy(join(upper!, path)))
        chmodSync(join(rootfs, path), MODE);
    }
  }
}

const upperOf = (mounts: readonly RootMount[]): string | undefined =>
  mounts
    .flatMap(({ options }) => options)
    .find((option) => option.startsWith('upperdir='))
    ?.slice('upperdir='.length);

function isCruns(stats: Stats): boolean {
  const permissions = stats.mode & 0o7777;
  if (stats.isDirectory()) return permissions === CRUN_DIRECTORY;
  return stats.isFile() && stats.size === 0 && permissions === CRUN_FILE;
}

/** Whether the kernel has copied it from a layer below, with the mode that it has there. */
const isCopy = (path: string): boolean => lgetxattr(path, COPIED_UP) !== null;

function resolveIn(rootfs: string, path: string): string {
  const root = openPath(rootfs);
  try {
    return resolvePath(root, path);
  } finally {
    closeDescriptor(root);
  }
}
