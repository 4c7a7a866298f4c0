import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mount } from './syscalls.js';

/** Mounts a controller as cgroup v1 in the usual place. EBUSY when the unified tree's cgroups use it. */
export async function mountController(controller: string, directory = '/sys/fs/cgroup'): Promise<void> {
  const target = join(directory, controller);
  await mkdir(target, { recursive: true });
  mount('cgroup', target, 'cgroup', 0, controller);
}
