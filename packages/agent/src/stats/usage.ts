import type { ContainerStatsSchema } from '@arca/agent-proto';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { totalmem } from 'node:os';

/** What a cgroup tells of itself; a controller that the host lacks is left out. */
export type CgroupUsage = Pick<Stats, 'cgroupVersion' | 'memory' | 'pids' | 'blockIo'> & { cpu: CpuUsage };
export type CpuUsage = Partial<Omit<NonNullable<Stats['cpu']>, '$typeName'>>;
export type BlockIo = NonNullable<Stats['blockIo']>[number];

type Stats = MessageInitShape<typeof ContainerStatsSchema>;

/** No limit is the host's memory: what a client computes a percentage of. */
export function memoryLimit(bytes: number): number {
  return bytes === 0 ? totalmem() : Math.min(bytes, totalmem());
}
