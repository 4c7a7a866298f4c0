import type { Agent, Image } from '@arca/agent-proto';
import {
  familiarReference,
  invalidParameter,
  LayerUsage,
  type Containers,
  type OperationFunction,
} from '@arca/plugin-kit';
import { describeFilters, shownNames } from './filters.js';
import { history, inspection, manifestsOf, summary } from './describe.js';
import { formatPlatform, platformOf, platformText } from './platforms.js';
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
    const shared = params['shared-size'] && call.atLeast('1.42') ? new LayerUsage(images) : undefined;
    const withManifests = params.manifests === true && call.atLeast('1.47');
    return images
      .filter((image) => passes(image) && (params.all === true || !image.buildCache))
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1))
      .map((image) => ({
        ...summaryFor(call, summary(image, -1)),
        RepoTags: shownNames(params.filters, image.repoTags),
        ...(shared && { SharedSize: shared.sharedBy(image.id) }),
        ...(withManifests && { Manifests: this.#manifests(image) }),
      }));
  };

  readonly inspect: OperationFunction<'ImageInspect'> = async ({ params }, call) => {
    const withManifests = params.manifests === true && call.atLeast('1.48');
    const platform = platformOf(call, '1.49', params.platform);
    if (withManifests && platform)
      throw invalidParameter(
        'conflicting options: manifests and platform options cannot both be set',
        'images.platform',
      );
    const asked = platform === undefined ? '' : formatPlatform(platform);
    const image = await asking(this.agent.images.get({ reference: params.name, platform: asked }));
    const { storageDriver } = await this.agent.system.info({});
    const answer = inspectionFor(call, inspection(image, storageDriver));
    return withManifests ? { ...answer, Manifests: this.#manifests(image) } : answer;
  };

  readonly history: OperationFunction<'ImageHistory'> = async ({ params }, call) => {
    const platform = platformText(call, '1.48', params.platform);
    return history(await asking(this.agent.images.get({ reference: params.name, platform })));
  };

  #manifests(image: Image) {
    const made = (imageId: string) => this.containers.list().filter(({ image: { id } }) => id === imageId);
    return manifestsOf(image, (imageId) => made(imageId).map(({ id }) => id));
  }

  readonly tag: OperationFunction<'ImageTag'> = async ({ params }) => {
    const { name, repo = '', tag = '' } = params;
    if (tag && !tagPattern.test(tag)) throw invalidParameter('invalid tag format', 'images.tag');
    const target = tag ? `${repo}:${tag}` : repo;
    await asking(this.agent.images.tag({ source: name, target }));
    const image = await asking(this.agent.images.get({ reference: name }));
    await this.events.tellOf('tag', image.id, { id: image.id, name: familiarReference(target) });
  };

  readonly remove: OperationFunction<'ImageDelete'> = async ({ params }, call) => {
    const platforms = (params.platforms ?? []).flatMap((text) => platformText(call, '1.50', text) || []);
    const { id } = await asking(this.agent.images.get({ reference: params.name }));
    if (platforms.length > 0 && params.force !== true)
      throw invalidParameter(
        'Content will be removed from all images referencing this variant. Use --force to force delete.',
        'images.platforms',
      );
    const request = {
      platforms,
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
