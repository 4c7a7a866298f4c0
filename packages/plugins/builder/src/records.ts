import type { Agent, Image, ImageUsage } from '@arca/agent-proto';
import type { BuildCache } from '@arca/api';
import type { Containers } from '@arca/plugin-kit';
import { buildKitRecords } from './buildkit/cache.js';
import type { Cache, CacheEntry } from './cache.js';

/** The entries of both builders, for `/system/df` and for prune. */
export class CacheRecords {
  constructor(
    private readonly agent: Agent,
    private readonly containers: Pick<Containers, 'list'>,
    private readonly cache: Cache,
  ) {}

  async list(): Promise<BuildCache[]> {
    return [...(await this.classic()), ...(await buildKitRecords(this.agent))];
  }

  /** Those of the classic builder: its results. */
  async classic(): Promise<BuildCache[]> {
    const [{ images }, { images: usages }] = await Promise.all([
      this.agent.images.list({}),
      this.agent.images.usage({}),
    ]);
    const used = new Set(this.containers.list().map(({ image }) => image.id));
    const entries = new Map(this.cache.list().map((entry) => [entry.imageId, entry]));
    return stepRecords(images, usages, used, entries);
  }
}

/**
 * Results of builds' steps as entries of the build cache. Each layer is counted, unpacked and packed, with the first
 * step that has it; `Shared` are those whose layer belongs to a listed image, too, and stays when the cache goes.
 */
function stepRecords(
  images: readonly Image[],
  usages: readonly ImageUsage[],
  used: ReadonlySet<string>,
  entries: ReadonlyMap<string, CacheEntry>,
): BuildCache[] {
  const listed = new Set(images.filter((image) => !image.buildCache).flatMap(({ layers }) => chains(layers)));
  const kept = usages.filter((image) => !image.buildCache).flatMap(({ parts }) => parts);
  const counted = new Set(kept.map(({ name }) => name));
  const tops = new Set(['']);
  const partsOf = new Map(usages.map(({ id, parts }) => [id, parts.filter(({ document }) => !document)]));
  return images
    .filter((image) => image.buildCache)
    .sort((a, b) => a.createdAt - b.createdAt)
    .map((image): BuildCache => {
      const top = chains(image.layers).at(-1) ?? '';
      const isShared = listed.has(top);
      const isNew = !tops.has(top);
      tops.add(top);
      const { lastUsedAt, uses = 0 } = entries.get(image.id) ?? {};
      const own = (partsOf.get(image.id) ?? []).filter(({ name }) => !counted.has(name));
      for (const { name } of own) counted.add(name);
      return {
        ID: image.id,
        Type: 'regular',
        Description: description(image),
        InUse: used.has(image.id),
        Shared: isShared,
        Size: isShared
          ? (isNew && image.layerSizes.at(-1)) || 0
          : own.reduce((all, { bytes }) => all + bytes, 0),
        CreatedAt: new Date(image.createdAt).toISOString(),
        LastUsedAt: lastUsedAt ?? null,
        UsageCount: uses,
      };
    });
}

/** A layer is one with all that is below it. */
const chains = (layers: readonly string[]): string[] =>
  layers.map((_, index) => layers.slice(0, index + 1).join());

function description({ config }: Image): string {
  const { history = [] } = JSON.parse(config) as { history?: { created_by?: string }[] };
  return history.at(-1)?.created_by ?? '';
}
