import { readdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mountPoints } from './mounts.js';
import { killProcess } from './processes.js';

/** Where the cgroup hierarchies are mounted: controller → directory; the unified one of v2 under the empty name. */
export type Hierarchies = ReadonlyMap<string, string>;

export async function hierarchies(): Promise<Hierarchies> {
  const found = new Map<string, string>();
  for (const { type, target, superOptions } of await mountPoints()) {
    if (type === 'cgroup2') found.set('', target);
    if (type !== 'cgroup') continue;
    for (const option of superOptions) {
      if (!['rw', 'ro', 'none'].includes(option)) found.set(option.replace('name=', ''), target);
    }
  }
  return found;
}

/**
 * Number of processes of a cgroup that the kernel killed for want of memory: `oom_kill` in `memory.oom_control` (v1) or
 * `memory.events` (v2). 0 when the cgroup has gone.
 */
export async function oomKills(mounted: Hierarchies, cgroup: string): Promise<number> {
  const v1 = mounted.get('memory');
  const file = v1
    ? join(v1, cgroup, 'memory.oom_control')
    : join(mounted.get('') ?? '/sys/fs/cgroup', cgroup, 'memory.events');
  const text = await readFile(file, 'utf8').catch(() => '');
  return Number(/^oom_kill (\d+)$/m.exec(text)?.[1] ?? 0);
}

/** The names of a cgroup's children, over all hierarchies. */
export async function childCgroups(mounted: Hierarchies, cgroup: string): Promise<string[]> {
  const names = new Set<string>();
  for (const directory of new Set(mounted.values())) {
    const entries = await readdir(join(directory, cgroup), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) if (entry.isDirectory()) names.add(entry.name);
  }
  return [...names];
}

/** Kills what runs in the cgroup and below it, and removes it from all hierarchies. */
export async function removeCgroup(mounted: Hierarchies, cgroup: string): Promise<void> {
  for (const directory of new Set(mounted.values())) await removeTree(join(directory, cgroup));
}

async function removeTree(directory: string): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isDirectory()) await removeTree(join(directory, entry.name));
  for (let attempt = 0; attempt < 50; attempt++) {
    const pids = await readFile(join(directory, 'cgroup.procs'), 'utf8').catch(() => '');
    for (const pid of pids.split('\n').filter((line) => line !== '' && line !== '0'))
      killProcess(Number(pid));
    try {
      return await rmdir(directory);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EBUSY') return;
      await new Promise((resolve) => setTimeout(resolve, 10)); // killed processes leave when they are reaped
    }
  }
}

/**
 * After a pause the kernel's first write to any `cgroup.procs` waits for an RCU grace period (7 to 14 ms) before it
 * takes the lock that guards fork and exit; for about 15 ms after it the lock is cheap. `touch` starts that wait early,
 * by writing the agent's own pid to the cgroup it is in, which moves nothing. The runtime's writes then find it over.
 */
export class CgroupLock {
  private waiting = false;
  private constructor(private readonly file: string) {}

  static async find(mounted: Hierarchies): Promise<CgroupLock> {
    const lines = (await readFile('/proc/self/cgroup', 'utf8')).trim().split('\n');
    for (const line of lines) {
      const [, controllers = '', path = '/'] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
      const directory = mounted.get(controllers.split(',')[0]!.replace('name=', ''));
      if (directory) return new CgroupLock(join(directory, path, 'cgroup.procs'));
    }
    return new CgroupLock('/sys/fs/cgroup/cgroup.procs');
  }

  /** Returns at once. Needs one thread of the pool while the kernel waits; touches meanwhile are the same wait. */
  touch(): void {
    if (this.waiting) return;
    this.waiting = true;
    writeFile(this.file, String(process.pid))
      .catch(() => undefined) // no right to write there: the runtime waits itself
      .finally(() => (this.waiting = false));
  }
}
