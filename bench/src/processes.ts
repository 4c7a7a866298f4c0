import { readdir, readFile } from 'node:fs/promises';

/** Pids of a process, its descendants, and of all whose command line names the directory. */
export async function processTree(root: number, directory: string): Promise<number[]> {
  const parents = new Map<number, number>();
  const found = new Set<number>([root]);
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const pid = Number(name);
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const [, parent] = /^.*\) \S (\d+)/.exec(stat) ?? [];
    if (parent !== undefined) parents.set(pid, Number(parent));
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(directory)) found.add(pid);
  }
  for (let grown = true; grown;) {
    grown = false;
    for (const [pid, parent] of parents) {
      if (found.has(parent) && !found.has(pid)) {
        found.add(pid);
        grown = true;
      }
    }
  }
  found.delete(process.pid);
  return [...found];
}

/** bytes; 0 when the process has gone (`Pss` of /proc/<pid>/smaps_rollup) */
export async function proportionalSetSize(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024;
}
