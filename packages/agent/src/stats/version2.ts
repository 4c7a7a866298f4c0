import { BlockIoKind } from '@arca/agent-proto';
import { join } from 'node:path';
import { CgroupFiles } from '../linux/cgroup-files.js';
import { memoryLimit, type BlockIo, type CgroupUsage } from './usage.js';

/** Usage of a cgroup of version 2 (Documentation/admin-guide/cgroup-v2.rst). `root` is where it is mounted. */
export async function usageVersion2(root: string, cgroup: string): Promise<CgroupUsage> {
  const files = new CgroupFiles(join(root, cgroup));
  const [cpu, memory, pids, io] = await Promise.all([
    files.table('cpu.stat'),
    memoryUsage(files),
    pidsUsage(files),
    files.text('io.stat'),
  ]);
  const nanoseconds = (name: string) => (cpu[name] ?? 0) * 1000;
  return {
    cgroupVersion: 2,
    cpu: {
      total: nanoseconds('usage_usec'),
      user: nanoseconds('user_usec'),
      system: nanoseconds('system_usec'),
      periods: cpu['nr_periods'],
      throttledPeriods: cpu['nr_throttled'],
      throttledTime: nanoseconds('throttled_usec'),
    },
    memory,
    pids,
    blockIo: parseIoStat(io),
  };
}

async function memoryUsage(files: CgroupFiles): Promise<CgroupUsage['memory']> {
  const [usage, limit, details, events] = await Promise.all([
    files.text('memory.current'),
    files.number('memory.max'),
    files.table('memory.stat'),
    files.table('memory.events'),
  ]);
  if (usage === '') return undefined;
  return { usage: Number(usage), limit: memoryLimit(limit), details, failures: events['oom'] ?? 0 };
}

async function pidsUsage(files: CgroupFiles): Promise<CgroupUsage['pids']> {
  const [current, limit] = await Promise.all([files.text('pids.current'), files.number('pids.max')]);
  return current === '' ? undefined : { current: Number(current), limit };
}

/** Lines `8:0 rbytes=4096 wbytes=0 rios=1 …`; Docker's clients know the bytes read and written. */
export function parseIoStat(text: string): BlockIo[] {
  const entries: BlockIo[] = [];
  for (const line of text.split('\n')) {
    const match = /^(\d+):(\d+) (.*)$/.exec(line);
    if (!match) continue;
    const figures = new Map((match[3] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]));
    const device = { kind: BlockIoKind.BYTES, major: Number(match[1]), minor: Number(match[2]) };
    entries.push({ ...device, operation: 'read', value: Number(figures.get('rbytes') ?? 0) });
    entries.push({ ...device, operation: 'write', value: Number(figures.get('wbytes') ?? 0) });
  }
  return entries;
}
