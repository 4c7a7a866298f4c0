import type { Image } from '@arca/agent-proto';
import type { BuildCache } from '@arca/api';

/**
 * Results of builds' steps as entries of the build cache. Each layer is counted with the first step that has it on top;
 * `Shared` are those whose layer belongs to a listed image, too, and stays when the cache goes.
 */
export function buildCache(images: readonly Image[], used: readonly string[]): BuildCache[] {
  const listed = new Set(images.filter((image) => !image.buildCache).flatMap(({ layers }) => chains(layers)));
  const counted = new Set<string>();
  return images
    .filter((image) => image.buildCache)
    .sort((a, b) => a.createdAt - b.createdAt)
    .map((image): BuildCache => {
      const top = chains(image.layers).at(-1) ?? '';
      const isNew = top !== '' && !counted.has(top);
      counted.add(top);
      return {
        ID: image.id,
        Type: 'regular',
        Description: description(image),
        InUse: used.includes(image.id),
        Shared: listed.has(top),
        Size: isNew ? (image.layerSizes.at(-1) ?? 0) : 0,
        CreatedAt: new Date(image.createdAt).toISOString(),
        LastUsedAt: null,
        UsageCount: 0,
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
