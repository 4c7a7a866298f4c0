import { AgentError, type Agent, type Image } from '@arca/agent-proto';
import {
  conflict,
  filterFlag,
  parseFilters,
  pruneTest,
  type Clock,
  type Containers,
  type Events,
  type OperationFunction,
} from '@arca/plugin-kit';
import { storedConfig } from './describe.js';
import { asking, failure } from './failure.js';
import type { ImageEvents } from './image-events.js';
import { usesOf } from './store.js';

interface Parts {
  agent: Agent;
  containers: Containers;
  events: Pick<Events, 'emit'>;
  images: ImageEvents;
  clock: Clock;
}

/**
 * `POST /images/prune`: images without a name, or with `dangling=false` all, that no container has. 400 for a bad
 * filter, 409 while another prune is under way.
 */
export const prune = (parts: Parts): OperationFunction<'ImagePrune'> => {
  let underWay = false;
  return async ({ params }) => {
    const filters = parseFilters(params.filters, ['dangling', 'until', 'label', 'label!']);
    const dangling = filterFlag(filters, 'dangling') ?? true;
    const passes = pruneTest(filters, parts.clock.nanoseconds());
    if (underWay) throw conflict('a prune operation is already running', 'images.pruning');
    underWay = true;
    try {
      // No label or time can mean what is no image yet.
      const isFiltered = ['until', 'label', 'label!'].some((name) => filters.has(name));
      const { reclaimed } = isFiltered
        ? { reclaimed: 0 }
        : await asking(parts.agent.images.forgetDownloads({}));
      return await pruned(
        parts,
        reclaimed,
        (image) => (!dangling || image.repoTags.length === 0) && passes(prunable(image)),
      );
    } finally {
      underWay = false;
    }
  };
};

async function pruned(
  { agent, containers, events, images }: Parts,
  reclaimed: number,
  isWanted: (image: Image) => boolean,
) {
  const deleted: { Untagged?: string; Deleted?: string }[] = [];
  let SpaceReclaimed = reclaimed;
  for (const { id } of (await listed(agent)).filter(isWanted)) {
    const labels = await images.labels(id);
    const request = { reference: id, force: true, unusedOnly: true, inUse: usesOf(containers) };
    const answer = await agent.images.remove(request).catch((error: unknown) => {
      // A container has it, or somebody else was faster.
      if (error instanceof AgentError && skipped.has(error.code)) return undefined;
      throw failure(error);
    });
    if (answer === undefined) continue;
    SpaceReclaimed += answer.reclaimed;
    for (const { untagged, deleted: digest } of answer.removed) {
      images.tell(untagged ? 'untag' : 'delete', { id, name: id }, labels);
      deleted.push(untagged ? { Untagged: untagged } : { Deleted: digest });
    }
  }
  events.emit({ type: 'image', action: 'prune', id: '', attributes: { reclaimed: `${SpaceReclaimed}` } });
  return { ImagesDeleted: deleted.length > 0 ? deleted : null, SpaceReclaimed };
}

const skipped: ReadonlySet<string> = new Set(['FAILED_PRECONDITION', 'NOT_FOUND']);

/** The results of builds' steps are the builder's to prune. */
async function listed(agent: Agent): Promise<Image[]> {
  const { images } = await asking(agent.images.list({}));
  return images.filter(({ buildCache }) => !buildCache);
}

const prunable = (image: Image) => ({
  created: BigInt(Math.trunc(image.createdAt)) * 1_000_000n,
  labels: storedConfig(image).config?.Labels,
});
