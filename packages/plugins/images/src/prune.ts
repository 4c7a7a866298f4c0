import type { Agent, Image } from '@arca/agent-proto';
import {
  filterFlag,
  LayerUsage,
  parseFilters,
  pruneTest,
  type Clock,
  type Containers,
  type Events,
  type OperationFunction,
} from '@arca/plugin-kit';
import { storedConfig } from './describe.js';
import { asking } from './failure.js';
import type { ImageEvents } from './image-events.js';

interface Parts {
  agent: Agent;
  containers: Containers;
  events: Pick<Events, 'emit'>;
  images: ImageEvents;
  clock: Clock;
}

/**
 * `POST /images/prune`: images without a name, or with `dangling=false` all, that no container has. 400 for a bad
 * filter.
 */
export const prune =
  ({ agent, containers, events, images, clock }: Parts): OperationFunction<'ImagePrune'> =>
  async ({ params }) => {
    const filters = parseFilters(params.filters, ['dangling', 'until', 'label', 'label!']);
    const dangling = filterFlag(filters, 'dangling') ?? true;
    const passes = pruneTest(filters, clock.nanoseconds());
    const used = new Set(containers.list().map(({ image }) => image.id));
    const before = await listed(agent);
    const deleted: { Untagged?: string; Deleted?: string }[] = [];
    for (const image of before) {
      const isWanted = !dangling || image.repoTags.length === 0;
      if (!isWanted || used.has(image.id) || !passes(prunable(image))) continue;
      const labels = await images.labels(image.id);
      const { removed } = await asking(agent.images.remove({ reference: image.id, force: true }));
      for (const { untagged, deleted: digest } of removed) {
        images.tell(untagged ? 'untag' : 'delete', { id: image.id, name: image.id }, labels);
        deleted.push(untagged ? { Untagged: untagged } : { Deleted: digest });
      }
    }
    const SpaceReclaimed = new LayerUsage(before).total - new LayerUsage(await listed(agent)).total;
    const attributes = { reclaimed: `${SpaceReclaimed}` };
    events.emit({ type: 'image', action: 'prune', id: '', attributes });
    return { ImagesDeleted: deleted.length > 0 ? deleted : null, SpaceReclaimed };
  };

/** The results of builds' steps are the builder's to prune. */
async function listed(agent: Agent): Promise<Image[]> {
  const { images } = await asking(agent.images.list({}));
  return images.filter(({ buildCache }) => !buildCache);
}

const prunable = (image: Image) => ({
  created: BigInt(Math.trunc(image.createdAt)) * 1_000_000n,
  labels: storedConfig(image).config?.Labels,
});
