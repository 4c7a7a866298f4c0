import type { Agent } from '@arca/agent-proto';
import {
  familiarReference,
  invalidParameter,
  type Containers,
  type OperationFunction,
} from '@arca/plugin-kit';
import { describeFilters, shownNames } from './filters.js';
import { history, inspection, summary } from './describe.js';
import { inspectionFor, summaryFor } from './versions.js';
import { asking } from './failure.js';
import type { ImageEvents } from './image-events.js';

const tagPattern = /^\w[\w.-]{0,127}$/;

/** Operations on the images that are there. */
export class StoreOperations {
  constructor(
    private readonly agent: Agent,
    private readonly containers: Containers,
    private readonly events: ImageEvents,
  ) {}

  readonly list: OperationFunction<'ImageList'> = async ({ params }, call) => {
    const { images } = await asking(this.agent.images.list({}));
    const passes = describeFilters(params.filters, images);
    return images
      .filter((image) => passes(image) && (params.all === true || !image.buildCache))
      .sort((a, b) => b.createdAt - a.createdAt)
      .map((image) => ({
        ...summaryFor(call, summary(image, -1)),
        RepoTags: shownNames(params.filters, image.repoTags),
      }));
  };

  readonly inspect: OperationFunction<'ImageInspect'> = async ({ params }, call) => {
    const image = await asking(this.agent.images.get({ reference: params.name }));
    const { storageDriver } = await this.agent.system.info({});
    return inspectionFor(call, inspection(image, storageDriver));
  };

  readonly history: OperationFunction<'ImageHistory'> = async ({ params }) =>
    history(await asking(this.agent.images.get({ reference: params.name })));

  readonly tag: OperationFunction<'ImageTag'> = async ({ params }) => {
    const { name, repo = '', tag = '' } = params;
    if (tag && !tagPattern.test(tag)) throw invalidParameter('invalid tag format', 'images.tag');
    const target = tag ? `${repo}:${tag}` : repo;
    await asking(this.agent.images.tag({ source: name, target }));
    const image = await asking(this.agent.images.get({ reference: name }));
    await this.events.tellOf('tag', image.id, { id: image.id, name: familiarReference(target) });
  };

  readonly remove: OperationFunction<'ImageDelete'> = async ({ params }) => {
    const { id } = await asking(this.agent.images.get({ reference: params.name }));
    const request = {
      reference: params.name,
      force: params.force ?? false,
      noPrune: params.noprune ?? false,
      inUse: usesOf(this.containers),
    };
    const labels = await this.events.labels(id);
    const { removed } = await asking(this.agent.images.remove(request));
    return removed.map(({ untagged, deleted }) => {
      this.events.tell(untagged ? 'untag' : 'delete', { id, name: id }, labels);
      return untagged ? { Untagged: untagged } : { Deleted: deleted };
    });
  };
}

/** Which images containers have. */
export function usesOf(containers: Pick<Containers, 'list'>) {
  return containers.list().map(({ id, image, state }) => ({
    imageId: image.id,
    containerId: id,
    running: state.status === 'running' || state.status === 'paused' || state.status === 'restarting',
    imageReference: image.reference,
  }));
}
