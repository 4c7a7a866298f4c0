import type { Agent, Image } from '@arca/agent-proto';
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
    const { images } = await this.agent.images.list({});
    const used = new Set(this.containers.list().map(({ image }) => image.id));
    const entries = new Map(this.cache.list().map((entry) => [entry.imageId, entry]));
    return stepRecords(images, used, entries);
  }
}

/**
 * Results of builds' steps as entries of the build cache. Each layer is counted with the first step that has it on top;
 * `Shared` are those whose layer belongs to a listed image, too, and stays when the cache goes.
 */
function stepRecords(
  images: readonly Image[],
  used: ReadonlySet<string>,
  entries: ReadonlyMap<string, CacheEntry>,
): BuildCache[] {
  const listed = new Set(images.filter((image) => !image.buildCache).flatMap(({ layers }) => chains(layers)));
  const counted = new Set<string>();
  return images
    .filter((image) => image.buildCache)
    .sort((a, b) => a.createdAt - b.createdAt)
    .map((image): BuildCache => {
      const top = chains(image.layers).at(-1) ?? '';
      const isNew = top !== '' && !counted.has(top);
      counted.add(top);
      const { lastUsedAt, uses = 0 } = entries.get(image.id) ?? {};
      return {
        ID: image.id,
        Type: 'regular',
        Description: description(image),
        InUse: used.has(image.id),
        Shared: listed.has(top),
        Size: isNew ? (image.layerSizes.at(-1) ?? 0) : 0,
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
