import { closeSync, mkdirSync, openSync, rmdirSync, statSync } from 'node:fs';
import { readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { closeDescriptor, fdPath, openPath } from './directory.js';
import { mountOptions } from './mount-options.js';
import { detachBelow } from './mounts.js';
import {
  detach,
  mount,
  MS_BIND,
  MS_PRIVATE,
  MS_RDONLY,
  MS_REC,
  MS_REMOUNT,
  type SystemCallError,
} from './syscalls.js';

/** A file system as containerd describes it (api/types/mount.proto). */
export interface FileSystem {
  type: string;
  source: string;
  options: readonly string[];
}

/** The most that mount(2) takes as data: a page, less its end. */
const LONGEST_DATA = 4095;

/**
 * A place where file systems are mounted for a while and propagate nowhere. `close` detaches all of them at once; what
 * a crash leaves is found by `sweepMounts`.
 */
export class PrivateMount {
  private constructor(readonly directory: string) {}

  static make(directory: string): PrivateMount {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    mount('tmpfs', directory, 'tmpfs', 0, 'mode=700,size=64k'); // for mount points, which go with it
    mount('', directory, '', MS_PRIVATE);
    return new PrivateMount(directory);
  }

  /** What has been made at a place, perhaps by another process. */
  static at(directory: string): PrivateMount {
    return new PrivateMount(directory);
  }

  /** Mounts a file system under a name, and gives the path. */
  add(name: string, { type, source, options }: FileSystem): string {
    const target = join(this.directory, name);
    mkdirSync(target, { mode: 0o700 });
    const { flags, data } = mountOptions(options);
    withShortPaths(data, (short) => mount(source, target, type, flags, short.join(',')));
    return target;
  }

  /** Binds what a descriptor is of, a directory or a file, under a name, and gives the path. */
  bind(name: string, descriptor: number): string {
    const target = join(this.directory, name);
    if (statSync(fdPath(descriptor)).isDirectory()) mkdirSync(target, { mode: 0o700 });
    else closeSync(openSync(target, 'wx', 0o600));
    bindOver(fdPath(descriptor), target);
    return target;
  }

  /** No error when it has been swept away. */
  close(): void {
    try {
      detach(this.directory);
      rmdirSync(this.directory);
    } catch (error) {
      if (!['EINVAL', 'ENOENT'].includes((error as SystemCallError).code)) throw error;
    }
  }
}

/** Puts descriptors in the place of long paths of layers: an image of many layers has more of them than a page holds. */
function withShortPaths(options: string[], use: (options: string[]) => void): void {
  if (options.join(',').length <= LONGEST_DATA) return use(options);
  const descriptors: number[] = [];
  try {
    const shorten = (path: string) => {
      descriptors.push(openPath(path));
      return fdPath(descriptors.at(-1)!);
    };
    use(
      options.map((option) => {
        if (!option.startsWith('lowerdir=')) return option;
        return `lowerdir=${option.slice('lowerdir='.length).split(':').map(shorten).join(':')}`;
      }),
    );
  } finally {
    descriptors.forEach(closeDescriptor);
  }
}

/** Lays a host directory or file over another, with what is mounted in it. */
export function bindOver(source: string, target: string): void {
  mount(source, target, '', MS_BIND | MS_REC);
}

/** Makes the mount that a descriptor is of read-only. */
export function makeReadOnly(descriptor: number): void {
  mount('', fdPath(descriptor), '', MS_REMOUNT | MS_BIND | MS_RDONLY);
}

/** Removes what private mounts an earlier process has left in a directory. */
export async function sweepMounts(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  if (names.length > 0) await detachBelow(directory);
  for (const name of names) await rmdir(join(directory, name)).catch(() => undefined);
}
