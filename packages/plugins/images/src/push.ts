import type { Agent, PushedInstead } from '@arca/agent-proto';
import type { PushImageInfo } from '@arca/api';
import {
  familiarName,
  invalidParameter,
  parseImageReference,
  type OperationFunction,
} from '@arca/plugin-kit';
import { asking } from './failure.js';
import type { ImageEvents } from './image-events.js';
import { platformText } from './platforms.js';
import { registryAuth } from './registry-auth.js';
import { line, lines } from './transfer.js';

/**
 * `POST /images/{name}/push`: what is wrong once a registry is asked is told in the stream. 404 when there is no such
 * image here.
 */
export const push =
  (agent: Agent, events: ImageEvents): OperationFunction<'ImagePush'> =>
  async ({ params }, call) => {
    const { name, tag = '' } = params;
    const platform = platformText(call, '1.46', params.platform);
    const parsed = parseImageReference(name);
    if (!parsed) throw invalidParameter('invalid reference format', 'images.reference');
    const reference = tag ? `${familiarName(parsed)}:${tag}` : name;
    const allTags = tag === '' && parsed.tag === undefined;
    if (platform) {
      const shown = allTags ? `${name}:latest` : reference;
      await asking(agent.images.get({ reference: shown, platform }));
    }
    const progress = agent.images.push(
      { reference, allTags, platform, auth: registryAuth(params['X-Registry-Auth']) },
      { signal: call.signal },
    );
    return lines<PushImageInfo>(progress, async (item) => {
      const { pushed, instead } = item;
      if (instead) return { aux: pushedInstead(instead) } as unknown as PushImageInfo;
      if (!pushed) return line(item);
      await events.tellOf('push', item.imageId, { id: item.reference, name: familiarName(parsed) });
      const { tag: Tag, digest: Digest, size: Size } = pushed;
      return { progressDetail: {}, aux: { Tag, Digest, Size } } as PushImageInfo;
    });
  };

/** What dockerd tells when an index is not here whole, and one of its manifests was pushed in its place. */
const pushedInstead = ({ index, manifest, indexMediaType, manifestMediaType }: PushedInstead) => ({
  manifestPushedInsteadOfIndex: true,
  originalIndex: { mediaType: indexMediaType, digest: index!.digest, size: index!.size },
  selectedManifest: { mediaType: manifestMediaType, digest: manifest!.digest, size: manifest!.size },
});
