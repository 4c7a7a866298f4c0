import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hierarchies, type Hierarchies } from './cgroups.js';

export interface CgroupMode {
  /** v1 when any controller is mounted by itself; the unified tree may be there beside it. */
  version: 1 | 2;
  /** Both kinds are mounted. */
  hybrid: boolean;
  /** Controllers that the mounted v1 trees have, or the unified tree offers. */
  controllers: string[];
  /**
   * In hybrid mode: controllers left in the unified tree because no v1 tree has them. crun refuses to run then
   * ("cgroups in hybrid mode not supported, drop all controllers from cgroupv2").
   */
  stray: string[];
  mounted: Hierarchies;
}

/** Which version of cgroups the host's mounts make containers use. `known` are the kernel's (`/proc/cgroups`). */
export async function cgroupMode(mounted?: Hierarchies, known?: readonly string[]): Promise<CgroupMode> {
  const trees = mounted ?? (await hierarchies());
  const kernel = known ?? (await kernelControllers());
  const v1 = kernel.filter((controller) => trees.has(controller));
  const unified = trees.get('');
  const offered = unified === undefined ? [] : await unifiedControllers(unified);
  if (v1.length === 0 && unified !== undefined) {
    return { version: 2, hybrid: false, controllers: offered, stray: [], mounted: trees };
  }
  const hybrid = unified !== undefined;
  return { version: 1, hybrid, controllers: v1, stray: hybrid ? offered : [], mounted: trees };
}

/** 1 or 2. */
export async function cgroupVersion(): Promise<1 | 2> {
  return (await cgroupMode()).version;
}

async function unifiedControllers(directory: string): Promise<string[]> {
  const text = await readFile(join(directory, 'cgroup.controllers'), 'utf8').catch(() => '');
  return text.split(/\s+/).filter((name) => name !== '');
}

/** Names of the enabled controllers of `/proc/cgroups`, whose columns are name, hierarchy, cgroups, enabled. */
async function kernelControllers(): Promise<string[]> {
  const text = await readFile('/proc/cgroups', 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/))
    .filter((fields) => fields[3] === '1')
    .map((fields) => fields[0]!);
}
