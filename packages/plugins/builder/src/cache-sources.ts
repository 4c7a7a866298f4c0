import type { Image } from '@arca/agent-proto';
import { isDeepStrictEqual } from 'node:util';
import type { Build, Progress } from './step.js';

interface Entry {
  created_by?: string;
}

/**
 * The image of a step by `--cache-from`: one that an image named there was made from, or made now of that image's own
 * layer. As in dockerd, histories must agree entry by entry, times and all, and images that are missing are passed over.
 */
export async function stepOfSources(
  { tools: { agent }, request }: Build,
  { imageId }: Progress,
  { known, createdBy, config }: { known: string | undefined; createdBy: string; config: string },
): Promise<string | undefined> {
  const get = (reference: string) => agent.images.get({ reference }).catch(() => undefined);
  const found = await Promise.all(request.cacheFrom.map(get));
  const sources = found.filter((image) => image !== undefined);
  const result = known === undefined ? undefined : await get(known);
  if (result && sources.some((source) => isMadeFrom(source, result))) return known;
  const parent = imageId === '' ? undefined : await get(imageId);
  const depth = parent ? historyOf(parent).length : 0;
  for (const source of sources) {
    if (parent && !isMadeFrom(source, parent)) continue;
    const history = historyOf(source);
    if (history[depth]?.created_by !== createdBy) continue;
    if (history.length === depth + 1) return source.id;
    const step = { imageId, config, createdBy, buildCache: true, stepOf: source.id };
    return (await agent.images.commit(step)).imageId;
  }
  return undefined;
}

/** Whether an image has the history and the layers of another one at its beginning, or is that. */
function isMadeFrom(image: Image, base: Image): boolean {
  const history = historyOf(base);
  return (
    isDeepStrictEqual(historyOf(image).slice(0, history.length), history) &&
    isDeepStrictEqual(image.layers.slice(0, base.layers.length), base.layers)
  );
}

function historyOf({ config }: Image): Entry[] {
  return (JSON.parse(config) as { history?: Entry[] | null }).history ?? [];
}
