import { readdir, readFile, readlink } from 'node:fs/promises';

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

/** Seconds of processor time that a process has used, those of its ended children included; undefined when it has gone. */
export async function processorTime(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields.length < 15) return undefined;
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return ticks / ticksPerSecond;
}

/** USER_HZ, which Linux has fixed for all that reads /proc. */
const ticksPerSecond = 100;

/** The pid namespace of a process: that of a container is not its engine's. Empty when the process has gone. */
export const namespaceOf = (pid: number): Promise<string> => readlink(`/proc/${pid}/ns/pid`).catch(() => '');
