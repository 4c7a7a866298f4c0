import { BlockIoKind } from '@arca/agent-proto';
import { join } from 'node:path';
import { CgroupFiles } from '../linux/cgroup-files.js';
import type { Hierarchies } from '../linux/cgroups.js';
import { TICK } from '../linux/host-cpu.js';
import { memoryLimit, type BlockIo, type CgroupUsage, type CpuUsage } from './usage.js';

/** Usage of a cgroup of version 1: each controller has a hierarchy (Documentation/admin-guide/cgroup-v1). */
export async function usageVersion1(mounted: Hierarchies, cgroup: string): Promise<CgroupUsage> {
  const files = (controller: string) => {
    const directory = mounted.get(controller);
    return directory === undefined ? undefined : new CgroupFiles(join(directory, cgroup));
  };
  const [accounting, throttling, memory, pids, blockIo] = await Promise.all([
    cpuAccounting(files('cpuacct')),
    cpuThrottling(files('cpu')),
    memoryUsage(files('memory')),
    pidsUsage(files('pids')),
    blockIoUsage(files('blkio')),
  ]);
  return { cgroupVersion: 1, cpu: { ...accounting, ...throttling }, memory, pids, blockIo };
}

async function cpuAccounting(files: CgroupFiles | undefined): Promise<CpuUsage> {
  if (!files) return {};
  const [total, perCpu, ticks] = await Promise.all([
    files.number('cpuacct.usage'),
    files.text('cpuacct.usage_percpu'),
    files.table('cpuacct.stat'),
  ]);
  return {
    total,
    perCpu: perCpu
      .split(/\s+/)
      .filter((text) => text !== '')
      .map(Number),
    user: (ticks['user'] ?? 0) * TICK,
    system: (ticks['system'] ?? 0) * TICK,
  };
}

async function cpuThrottling(files: CgroupFiles | undefined): Promise<CpuUsage> {
  const table = (await files?.table('cpu.stat')) ?? {};
  const { nr_periods: periods, nr_throttled: throttledPeriods, throttled_time: throttledTime } = table;
  return { periods, throttledPeriods, throttledTime };
}

async function memoryUsage(files: CgroupFiles | undefined): Promise<CgroupUsage['memory']> {
  if (!files) return undefined;
  const [usage, maxUsage, limit, failures, details] = await Promise.all([
    files.number('memory.usage_in_bytes'),
    files.number('memory.max_usage_in_bytes'),
    files.number('memory.limit_in_bytes'),
    files.number('memory.failcnt'),
    files.table('memory.stat'),
  ]);
  return { usage, maxUsage, limit: memoryLimit(limit), failures, details };
}

async function pidsUsage(files: CgroupFiles | undefined): Promise<CgroupUsage['pids']> {
  if (!files) return undefined;
  const [current, limit] = await Promise.all([files.number('pids.current'), files.number('pids.max')]);
  return { current, limit };
}

/** Files by what they count. Of several the first that is there: the scheduler's own, or those of throttling. */
const blockIoFiles: [BlockIoKind, string[]][] = [
  [
    BlockIoKind.BYTES,
    [
      'blkio.io_service_bytes_recursive',
      'blkio.throttle.io_service_bytes_recursive',
      'blkio.throttle.io_service_bytes',
    ],
  ],
  [
    BlockIoKind.SERVICED,
    ['blkio.io_serviced_recursive', 'blkio.throttle.io_serviced_recursive', 'blkio.throttle.io_serviced'],
  ],
  [BlockIoKind.QUEUED, ['blkio.io_queued_recursive']],
  [BlockIoKind.SERVICE_TIME, ['blkio.io_service_time_recursive']],
  [BlockIoKind.WAIT_TIME, ['blkio.io_wait_time_recursive']],
  [BlockIoKind.MERGED, ['blkio.io_merged_recursive']],
  [BlockIoKind.TIME, ['blkio.time_recursive']],
  [BlockIoKind.SECTORS, ['blkio.sectors_recursive']],
];

async function blockIoUsage(files: CgroupFiles | undefined): Promise<BlockIo[]> {
  if (!files) return [];
  const all = await Promise.all(
    blockIoFiles.map(async ([kind, names]) => {
      const texts = await Promise.all(names.map((name) => files.text(name)));
      return parseBlockIo(kind, texts.find((text) => text !== '') ?? '');
    }),
  );
  return all.flat();
}

/** Lines `8:0 Read 4096`, or `8:0 4096` where nothing is told apart; the last, `Total 4096`, has no device. */
export function parseBlockIo(kind: BlockIoKind, text: string): BlockIo[] {
  const entries: BlockIo[] = [];
  for (const line of text.split('\n')) {
    const match = /^(\d+):(\d+) (?:(\S+) )?(\d+)$/.exec(line);
    if (!match) continue;
    const [, major, minor, operation = '', value] = match;
    entries.push({ kind, major: Number(major), minor: Number(minor), operation, value: Number(value) });
  }
  return entries;
}
