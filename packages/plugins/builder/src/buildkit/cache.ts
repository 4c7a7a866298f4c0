import type { Agent } from '@arca/agent-proto';
import type { BuildCache } from '@arca/api';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { UsageRecord } from '../generated/moby/buildkit/v1/control_pb.js';
import type { PruneRules } from '../prune-rules.js';
import { withControl } from './control.js';

/** What BuildKit keeps. A BuildKit that has never built is not started for this. */
export async function buildKitRecords(agent: Agent): Promise<BuildCache[]> {
  if (!(await isUsed(agent))) return [];
  const { record } = await withControl(agent, (control) => control.diskUsage({}));
  return record.map(recordOf);
}

/** Has BuildKit remove what the rules say. */
export async function pruneBuildKit(
  agent: Agent,
  { filters, all, keepDuration, reserved, most, free }: PruneRules,
): Promise<{ ids: string[]; reclaimed: number }> {
  if (!(await isUsed(agent))) return { ids: [], reclaimed: 0 };
  const request = {
    ...{ all, filter: filters.length > 0 ? [filters.map(asBuildKit).join(',')] : [] },
    keepDuration: BigInt(Math.trunc(keepDuration * 1e6)),
    reservedSpace: BigInt(reserved),
    maxUsedSpace: BigInt(most),
    minFreeSpace: BigInt(free),
  };
  return withControl(agent, async (control) => {
    const ids: string[] = [];
    let reclaimed = 0;
    for await (const { id, size } of control.prune(request)) {
      ids.push(id);
      reclaimed += Number(size);
    }
    return { ids, reclaimed };
  });
}

async function isUsed(agent: Agent): Promise<boolean> {
  const { available, used } = await agent.buildKit.find({});
  return available && used;
}

function asBuildKit({ name, value }: PruneRules['filters'][number]): string {
  if (value === undefined) return name;
  return name === 'id' ? `id~=${value}` : `${name}==${value}`;
}

const recordOf = (record: UsageRecord): BuildCache => ({
  ID: record.id,
  ...(record.parents.length > 0 && { Parents: record.parents }),
  Type: record.recordType as BuildCache['Type'],
  Description: record.description,
  InUse: record.inUse,
  Shared: record.shared,
  Size: Number(record.size),
  CreatedAt: (record.createdAt ? timestampDate(record.createdAt) : new Date(0)).toISOString(),
  LastUsedAt: record.lastUsedAt ? timestampDate(record.lastUsedAt).toISOString() : null,
  UsageCount: Number(record.usageCount),
});
