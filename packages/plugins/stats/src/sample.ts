import { BlockIoKind, type ContainerStats } from '@arca/agent-proto';
import type { ContainerStatsResponse } from '@arca/api';
import { formatInstant, never, type ContainerRecord } from '@arca/plugin-kit';

export type Sample = ContainerStatsResponse;
type CpuStats = NonNullable<Sample['cpu_stats']>;
type MemoryStats = NonNullable<Sample['memory_stats']>;
type BlockIoStats = NonNullable<Sample['blkio_stats']>;

/** A sample of a container that does not run: its name and zeros, and what the one before it told. */
export function emptySample({ id, name }: ContainerRecord, previous: Sample = {}): Sample {
  return {
    read: never,
    preread: previous.read ?? never,
    pids_stats: {},
    blkio_stats: blockIo([], 0),
    num_procs: 0,
    storage_stats: {},
    cpu_stats: emptyCpu(),
    precpu_stats: previous.cpu_stats ?? emptyCpu(),
    memory_stats: {},
    name: `/${name}`,
    id,
  };
}

/**
 * A sample in the API's terms. `previous` is the one before it, from which clients compute what happened between them.
 * `ownNetwork`: the devices are the container's and not the host's.
 */
export function sampleOf(
  container: ContainerRecord,
  stats: ContainerStats,
  previous: Sample,
  ownNetwork: boolean,
): Sample {
  const networks = ownNetwork ? networksOf(stats) : {};
  return {
    ...emptySample(container, previous),
    read: formatInstant(BigInt(Math.round(stats.readAt)) * 1_000_000n),
    pids_stats: pidsOf(stats),
    blkio_stats: blockIo(stats.blockIo, stats.cgroupVersion),
    cpu_stats: cpuOf(stats),
    memory_stats: memoryOf(stats),
    ...(Object.keys(networks).length > 0 && { networks }),
  };
}

const emptyCpu = (): CpuStats => ({
  cpu_usage: { total_usage: 0, usage_in_kernelmode: 0, usage_in_usermode: 0 },
  throttling_data: { periods: 0, throttled_periods: 0, throttled_time: 0 },
});

function cpuOf({ cpu }: ContainerStats): CpuStats {
  if (!cpu) return emptyCpu();
  return {
    cpu_usage: {
      total_usage: cpu.total,
      ...(cpu.perCpu.length > 0 && { percpu_usage: cpu.perCpu }),
      usage_in_kernelmode: cpu.system,
      usage_in_usermode: cpu.user,
    },
    system_cpu_usage: cpu.hostTotal,
    online_cpus: cpu.onlineCpus,
    throttling_data: {
      periods: cpu.periods,
      throttled_periods: cpu.throttledPeriods,
      throttled_time: cpu.throttledTime,
    },
  };
}

/** Zeros are left out, as everywhere in these two. */
function memoryOf({ memory }: ContainerStats): MemoryStats {
  if (!memory) return {};
  const { usage, maxUsage, failures, limit, details } = memory;
  return {
    ...(usage && { usage }),
    ...(maxUsage && { max_usage: maxUsage }),
    stats: details,
    ...(failures && { failcnt: failures }),
    ...(limit && { limit }),
  };
}

function pidsOf({ pids, cgroupVersion }: ContainerStats): NonNullable<Sample['pids_stats']> {
  if (!pids) return {};
  const { current, limit } = pids;
  // Where there is no limit version 2 says so by the largest number of 64 bits, version 1 by nothing.
  const none = cgroupVersion === 2 ? { limit: largest } : {};
  return { ...(current && { current }), ...(limit ? { limit } : none) };
}

/** 2^64 - 1, which a number of JavaScript cannot be; written into JSON as it is. */
const largest = (JSON as unknown as { rawJSON(text: string): number }).rawJSON('18446744073709551615');

const lists: Record<BlockIoKind, keyof BlockIoStats> = {
  [BlockIoKind.BYTES]: 'io_service_bytes_recursive',
  [BlockIoKind.SERVICED]: 'io_serviced_recursive',
  [BlockIoKind.QUEUED]: 'io_queue_recursive',
  [BlockIoKind.SERVICE_TIME]: 'io_service_time_recursive',
  [BlockIoKind.WAIT_TIME]: 'io_wait_time_recursive',
  [BlockIoKind.MERGED]: 'io_merged_recursive',
  [BlockIoKind.TIME]: 'io_time_recursive',
  [BlockIoKind.SECTORS]: 'sectors_recursive',
};

/** A list of each kind; with cgroup version 1 an empty one where there is nothing, else null. */
function blockIo(entries: ContainerStats['blockIo'], cgroupVersion: number): BlockIoStats {
  const answer: Record<string, object[] | null> = {};
  for (const [kind, list] of Object.entries(lists)) {
    const some = entries
      .filter((entry) => entry.kind === Number(kind))
      .map(({ major, minor, operation: op, value }) => ({ major, minor, op, value }));
    answer[list] = some.length === 0 && cgroupVersion !== 1 ? null : some;
  }
  return answer as BlockIoStats;
}

/** The devices that a container gets; the kernel puts tunnels of its own into a namespace. */
function networksOf({ networks }: ContainerStats): NonNullable<Sample['networks']> {
  const own = Object.entries(networks).filter(([name]) => /^eth\d+$/.test(name));
  return Object.fromEntries(
    own.map(([name, counters]) => [
      name,
      {
        rx_bytes: counters.rxBytes,
        rx_packets: counters.rxPackets,
        rx_errors: counters.rxErrors,
        rx_dropped: counters.rxDropped,
        tx_bytes: counters.txBytes,
        tx_packets: counters.txPackets,
        tx_errors: counters.txErrors,
        tx_dropped: counters.txDropped,
      },
    ]),
  );
}
