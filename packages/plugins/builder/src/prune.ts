import type { Agent } from '@arca/agent-proto';
import type { BuildCache } from '@arca/api';
import type { Events, OperationFunction } from '@arca/plugin-kit';
import { pruneBuildKit } from './buildkit/cache.js';
import type { Cache } from './cache.js';
import { allowance, pruneRules, type PruneRules } from './prune-rules.js';
import type { CacheRecords } from './records.js';

/**
 * `POST /build/prune`: gives up results of builds' steps that no container uses, the least recently used first, until
 * what is left takes no more than the space that may stay; and has BuildKit do the same. 400 for filters that it does
 * not know.
 */
export const prune =
  (agent: Agent, events: Events, cache: Cache, records: CacheRecords): OperationFunction<'BuildPrune'> =>
  async ({ params }) => {
    const rules = pruneRules(params, Date.now());
    const classic = await records.classic();
    cache.keepOnly(new Set(classic.map(({ ID }) => ID!)));
    const chosen = await choose(agent, rules, classic);
    const { imageIds, reclaimed } = await agent.images.forgetBuilds({ imageIds: chosen });
    cache.forget(new Set(chosen));
    const other = await pruneBuildKit(agent, rules);
    const all = reclaimed + other.reclaimed;
    events.emit({ type: 'builder', action: 'prune', id: '', attributes: { reclaimed: String(all) } });
    return { CachesDeleted: [...imageIds, ...other.ids], SpaceReclaimed: all };
  };

/** Ids of the results to give up. */
async function choose(agent: Agent, rules: PruneRules, records: readonly BuildCache[]): Promise<string[]> {
  const limited = rules.reserved > 0 || rules.most > 0 || rules.free > 0;
  const { bytes } = limited ? await agent.builds.freeSpace({}) : { bytes: 0 };
  const total = records.reduce((sum, { Size = 0 }) => sum + Size, 0);
  const allowed = allowance(rules, total, bytes);
  const before = Date.now() - rules.keepDuration;
  const chosen: string[] = [];
  let left = total;
  for (const record of [...records].sort((a, b) => lastUse(a) - lastUse(b))) {
    if (limited && left <= allowed) break;
    if (record.InUse || !matches(rules, record)) continue;
    if (rules.keepDuration > 0 && lastUse(record) > before) continue;
    chosen.push(record.ID!);
    left -= record.Size ?? 0;
  }
  return chosen;
}

const lastUse = ({ LastUsedAt, CreatedAt }: BuildCache): number => Date.parse(LastUsedAt ?? CreatedAt ?? '');

function matches({ filters }: PruneRules, record: BuildCache): boolean {
  const fields: Record<string, string | boolean> = {
    id: record.ID ?? '',
    parent: '',
    type: record.Type ?? '',
    description: record.Description ?? '',
    inuse: record.InUse ?? false,
    shared: record.Shared ?? false,
    private: !record.Shared,
  };
  return filters.every(({ name, value }) => {
    const field = fields[name]!;
    // As in BuildKit: a flag is there or not, whatever it is compared with.
    if (typeof field === 'boolean') return field;
    if (value === undefined) return field !== '';
    return name === 'id' ? field.includes(value) : field === value;
  });
}
