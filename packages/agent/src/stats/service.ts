import type { Observation, ServiceImplementation } from '@arca/agent-proto';
import type { Hierarchies } from '../linux/cgroups.js';
import { hostCpu } from '../linux/host-cpu.js';
import { networkDevices } from '../linux/network-devices.js';
import { psOutput } from './processes.js';
import { usageVersion1 } from './version1.js';
import { usageVersion2 } from './version2.js';

/** A container that runs, as far as looking at it needs. */
export interface Running {
  /** Host pid of its init process. */
  pid: number;
  /** Below the cgroup mounts. */
  cgroup: string;
}

/** What the service needs of the tasks. */
export interface ObservedTasks {
  mounted: Hierarchies;
  /** Throws NOT_FOUND or FAILED_PRECONDITION when the container does not run. */
  running(id: string): Running;
  /** Host pids of its processes. */
  pids(id: string): Promise<number[]>;
  /** Ids of those that run out of memory, as they do. */
  outOfMemory(signal: AbortSignal | undefined): AsyncIterable<[string]>;
}

/** `Observation` of the agent's contract. */
export function observationService(tasks: ObservedTasks): ServiceImplementation<typeof Observation> {
  return {
    processes: async ({ id, args }) => {
      const pids = await tasks.pids(id);
      return { pids, output: await psOutput(args, pids) };
    },
    stats: async ({ id }) => {
      const { pid, cgroup } = tasks.running(id);
      const [usage, networks, host] = await Promise.all([
        usageOf(tasks.mounted, cgroup),
        networkDevices(pid).catch(() => ({})), // it ends just now
        hostCpu(),
      ]);
      const cpu = { ...usage.cpu, hostTotal: host.total, onlineCpus: host.online };
      return { readAt: Date.now(), ...usage, cpu, networks };
    },
    outOfMemory: async function* (_request, { signal }) {
      for await (const [id] of tasks.outOfMemory(signal)) yield { id };
    },
  };
}

/** A host where version 1 has the memory controller keeps all that is of interest there. */
function usageOf(mounted: Hierarchies, cgroup: string) {
  if (mounted.has('memory')) return usageVersion1(mounted, cgroup);
  return usageVersion2(mounted.get('') ?? '/sys/fs/cgroup', cgroup);
}
