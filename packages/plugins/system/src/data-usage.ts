import type { Agent } from '@arca/agent-proto';
import type { ContainerSummary, ImageSummary } from '@arca/api';
import {
  invalidParameter,
  type Call,
  type Catalog,
  type Containers,
  type OperationFunction,
} from '@arca/plugin-kit';

const kinds = ['container', 'image', 'volume', 'build-cache'] as const;
type Kind = (typeof kinds)[number];

/**
 * `GET /system/df`: images, containers, volumes and build cache with their sizes, or only the kinds asked for. Images
 * and containers are those of the operations that list them. 400 for an unknown kind.
 */
export const dataUsage =
  (catalog: Catalog, containers: Containers, agent: Agent): OperationFunction<'SystemDataUsage'> =>
  async ({ params }, call) => {
    const wanted = wantedKinds(params.type, call);
    const [images, LayersSize, Containers] = await Promise.all([
      wanted.has('image') ? listImages(catalog, containers, call) : null,
      wanted.has('image') ? layersSize(agent) : 0,
      wanted.has('container') ? listContainers(catalog, call) : null,
    ]);
    return {
      LayersSize,
      Images: images,
      Containers,
      Volumes: wanted.has('volume') ? [] : null,
      BuildCache: wanted.has('build-cache') ? [] : null,
    };
  };

/** Clients before 1.42 always get all. */
function wantedKinds(given: readonly Kind[] | undefined, call: Call): Set<Kind> {
  if (!given || !call.atLeast('1.42')) return new Set(kinds);
  const unknown = given.find((kind) => !kinds.includes(kind));
  if (unknown !== undefined) throw invalidParameter(`unknown object type: ${String(unknown)}`, 'df.kind');
  return new Set(given);
}

async function listImages(catalog: Catalog, containers: Containers, call: Call): Promise<ImageSummary[]> {
  const list = catalog.operation('ImageList');
  const images = (await list?.({ params: { 'shared-size': true }, body: undefined }, call)) ?? [];
  const used = containers.list().map(({ image }) => image.id);
  return images.map((image) => ({ ...image, Containers: used.filter((id) => id === image.Id).length }));
}

async function listContainers(catalog: Catalog, call: Call): Promise<ContainerSummary[]> {
  const list = catalog.operation('ContainerList');
  const all = (await list?.({ params: { all: true, size: true }, body: undefined }, call)) ?? [];
  return all.map(({ ImageManifestDescriptor: _, ...container }) => container);
}

/** Bytes of all layers, each counted once. What is below a layer is a part of what it is: the same tar may differ. */
async function layersSize(agent: Agent): Promise<number> {
  const { images } = await agent.images.list({});
  const sizes = new Map<string, number>();
  for (const { layers, layerSizes } of images) {
    layerSizes.forEach((size, index) => sizes.set(layers.slice(0, index + 1).join(), size));
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
