import type { Agent } from '@arca/agent-proto';
import { invalidParameter, parseDuration, type Containers, type OperationFunction } from '@arca/plugin-kit';
import type { Cache } from './cache.js';

/**
 * `POST /build/prune`: gives up results of builds' steps that no container uses, the least recently used first, until
 * what is left takes no more than the space that may stay. 400 for filters that it does not know.
 */
export const prune =
  (agent: Agent, containers: Containers, cache: Cache): OperationFunction<'BuildPrune'> =>
  async ({ params }) => {
    const passes = readFilters(params.filters);
    const used = new Set(containers.list().map(({ image }) => image.id));
    const { images } = await agent.images.list({});
    const sizes = new Map(images.map(({ id, layerSizes }) => [id, layerSizes.at(-1) ?? 0]));
    cache.forget(new Set(cache.list().flatMap(({ imageId }) => (sizes.has(imageId) ? [] : imageId))));
    const entries = cache.list();
    let left = entries.reduce((sum, { imageId }) => sum + sizes.get(imageId)!, 0);
    const limit = params['max-used-space'] ?? params['reserved-space'] ?? params['keep-storage'] ?? 0;
    const chosen: string[] = [];
    for (const { imageId, lastUsedAt } of entries) {
      if (left <= limit && limit > 0) break;
      if (used.has(imageId) || !passes(imageId, lastUsedAt)) continue;
      chosen.push(imageId);
      left -= sizes.get(imageId)!;
    }
    // Results that a later build without the cache has taken the place of.
    const known = new Set(entries.map(({ imageId }) => imageId));
    const replaced = images.filter(({ id, buildCache }) => buildCache && !known.has(id) && !used.has(id));
    if (!params.filters && limit === 0) chosen.push(...replaced.map(({ id }) => id));
    const { imageIds, reclaimed } = await agent.images.forgetBuilds({ imageIds: chosen });
    cache.forget(new Set(chosen));
    return { CachesDeleted: imageIds, SpaceReclaimed: reclaimed };
  };

type Passes = (imageId: string, lastUsedAt: string) => boolean;

function readFilters(text: string | undefined): Passes {
  if (!text) return () => true;
  const filters = readJson(text);
  const names = Object.keys(filters);
  const unknown = names.find((name) => !['until', 'id', 'unused-for'].includes(name));
  if (unknown !== undefined) throw invalidParameter(`invalid filter '${unknown}'`, 'build.filter');
  const [until] = filters.until ?? filters['unused-for'] ?? [];
  const before = until === undefined ? Infinity : instantOf(until);
  return (imageId, lastUsedAt) =>
    Date.parse(lastUsedAt) < before && (!filters.id || filters.id.some((id) => imageId.includes(id)));
}

function readJson(text: string): Record<string, string[]> {
  try {
    const value = JSON.parse(text) as Record<string, string[] | Record<string, boolean>>;
    return Object.fromEntries(
      Object.entries(value).map(([name, list]) => [name, Array.isArray(list) ? list : Object.keys(list)]),
    );
  } catch (error) {
    throw invalidParameter('invalid filter', 'build.filter', { cause: error });
  }
}

/** A duration before now, or a time; ms since the epoch. */
function instantOf(text: string): number {
  const time = Date.parse(text);
  if (/^\d{4}-/.test(text) && !Number.isNaN(time)) return time;
  try {
    return Date.now() - parseDuration(text) / 1e6;
  } catch (error) {
    throw invalidParameter(`until filter: ${(error as Error).message}`, 'build.filter', { cause: error });
  }
}
