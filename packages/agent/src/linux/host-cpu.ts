import { readFile } from 'node:fs/promises';

/** Length of a tick of /proc/stat and cpuacct.stat, ns: USER_HZ is 100 on all architectures that Linux still has. */
export const TICK = 10_000_000;

/** What the CPUs of the host have spent since it booted. */
export interface HostCpu {
  /** ns over all CPUs: user, nice, system, idle, iowait, irq and softirq, as Docker's clients expect it. */
  total: number;
  online: number;
}

/** `/proc/stat`: a line `cpu` for all, a line `cpuN` for each that is online (proc_stat(5)). */
export function parseHostCpu(text: string): HostCpu {
  const lines = text.split('\n').filter((line) => line.startsWith('cpu'));
  const [, ...ticks] = (lines[0] ?? '').split(/\s+/);
  const counted = ticks.slice(0, 7).map(Number);
  return { total: counted.reduce((sum, value) => sum + value, 0) * TICK, online: lines.length - 1 };
}

export async function hostCpu(): Promise<HostCpu> {
  return parseHostCpu(await readFile('/proc/stat', 'utf8'));
}
