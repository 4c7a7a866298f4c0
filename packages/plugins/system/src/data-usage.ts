import type { Agent } from '@arca/agent-proto';
import type { ContainerSummary, ImageSummary, Volume } from '@arca/api';
import {
  invalidParameter,
  type BuildCaches,
  type Call,
  type Catalog,
  type Containers,
  type OperationFunction,
  StoreUsage,
  type Volumes,
} from '@arca/plugin-kit';

const kinds = ['container', 'image', 'volume', 'build-cache'] as const;
type Kind = (typeof kinds)[number];

/**
 * `GET /system/df`: images, containers, volumes and build cache with their sizes, or only the kinds asked for. Images
 * and containers are those of the operations that list them, whoever serves them. 400 for an unknown kind.
 */
export const dataUsage =
  (
    catalog: Catalog,
    containers: Containers,
    agent: Agent,
    volumes: Volumes,
    caches: BuildCaches,
  ): OperationFunction<'SystemDataUsage'> =>
  async ({ params }, call) => {
    const wanted = wantedKinds(params.type, call);
    const [images, Containers, Volumes] = await Promise.all([
      wanted.has('image') ? imageUsage(catalog, containers, agent, call) : { LayersSize: 0, Images: null },
      wanted.has('container') ? listContainers(catalog, call) : null,
      wanted.has('volume') ? volumeUsage(catalog, volumes, call) : null,
    ]);
    return {
      ...images,
      Containers,
      Volumes,
      BuildCache: wanted.has('build-cache') ? await caches.list() : null,
    };
  };

/** Clients before 1.42 always get all. */
function wantedKinds(given: readonly Kind[] | undefined, call: Call): Set<Kind> {
  if (!given || !call.atLeast('1.42')) return new Set(kinds);
  const unknown = given.find((kind) => !kinds.includes(kind));
  if (unknown !== undefined) throw invalidParameter(`unknown object type: ${String(unknown)}`, 'df.kind');
  return new Set(given);
}

const usedImages = (containers: Containers): string[] => containers.list().map(({ image }) => image.id);

/**
 * What images take on disk: layers unpacked and, beside them, as they came. So these sizes are larger than those of a
 * list, and what a prune gives back is what they get smaller by.
 */
async function imageUsage(catalog: Catalog, containers: Containers, agent: Agent, call: Call) {
  const list = catalog.operation('ImageList');
  const listed = (await list?.({ params: {}, body: undefined }, call)) ?? [];
  const [{ images: stored }, { images: usages }] = await Promise.all([
    agent.images.list({}),
    agent.images.usage({}),
  ]);
  // What is kept for builds only is counted as build cache.
  const usage = new StoreUsage(usages.filter(({ buildCache: isCache }) => !isCache));
  const used = usedImages(containers);
  const platforms = new Map(
    stored.map(({ id, manifests }) => [id, new Set([id, ...manifests.map(({ imageId }) => imageId)])]),
  );
  const Images = listed.map((image): ImageSummary => ({
    ...image,
    Size: usage.sizeOf(image.Id),
    SharedSize: usage.sharedBy(image.Id),
    Containers: used.filter((id) => platforms.get(image.Id)?.has(id)).length,
  }));
  return { LayersSize: usage.total, Images };
}

async function listContainers(catalog: Catalog, call: Call): Promise<ContainerSummary[]> {
  const list = catalog.operation('ContainerList');
  const all = (await list?.({ params: { all: true, size: true }, body: undefined }, call)) ?? [];
  return all.map(({ ImageManifestDescriptor: _, ...container }) => container);
}

/** Those of the driver `local` on which nothing is mounted: others take no room of this host. */
async function volumeUsage(catalog: Catalog, volumes: Volumes, call: Call): Promise<Volume[]> {
  const list = catalog.operation('VolumeList');
  const listed = (await list?.({ params: {}, body: undefined }, call))?.Volumes ?? [];
  const plain = listed.filter(
    ({ Driver, Options }) => Driver === 'local' && !Object.keys(Options ?? {}).length,
  );
  return Promise.all(
    plain.map(async (volume) => ({
      ...volume,
      UsageData: { Size: await volumes.usage(volume.Name), RefCount: volumes.holders(volume.Name).length },
    })),
  );
}
