import { AgentError, type Agent, type Image } from '@arca/agent-proto';
import type { ContainerRecord, Filters } from '@arca/plugin-kit';

/**
 * The test of the filter `ancestor`: containers made from one of the images, or from one that adds layers to one. An
 * image that is not there has no containers.
 */
export async function ancestorTest(
  filters: Filters,
  agent: Pick<Agent, 'images'>,
): Promise<(candidate: { readonly record: ContainerRecord }) => boolean> {
  const references = filters.get('ancestor');
  if (!references) return () => true;
  const found = await Promise.all(references.map((reference) => findImage(agent, reference)));
  const ancestors = found.filter((image) => image !== undefined);
  const images = ancestors.length > 0 ? (await agent.images.list({})).images : [];
  const descendants = images.filter((image) => ancestors.some((ancestor) => descends(image, ancestor)));
  const ids = new Set([...ancestors, ...descendants].map(({ id }) => id));
  return ({ record }) => ids.has(record.image.id);
}

/** An image by any reference; undefined when there is none, or when the reference is ambiguous or none at all. */
export async function findImage(agent: Pick<Agent, 'images'>, reference: string): Promise<Image | undefined> {
  try {
    return await agent.images.get({ reference });
  } catch (error) {
    const missing = ['NOT_FOUND', 'INVALID_ARGUMENT'];
    if (error instanceof AgentError && missing.includes(error.code)) return undefined;
    throw error;
  }
}

/** True when an image has all layers of another below its own. */
const descends = (image: Image, { layers }: Image): boolean =>
  layers.length > 0 && layers.every((layer, index) => image.layers[index] === layer);
