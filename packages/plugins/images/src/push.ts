import type { Agent } from '@arca/agent-proto';
import type { PushImageInfo } from '@arca/api';
import {
  familiarName,
  invalidParameter,
  parseImageReference,
  type OperationFunction,
} from '@arca/plugin-kit';
import { asking } from './failure.js';
import type { ImageEvents } from './image-events.js';
import { platformOf, requirePlatform } from './platforms.js';
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
    const platform = platformOf(call, '1.46', params.platform);
    const parsed = parseImageReference(name);
    if (!parsed) throw invalidParameter('invalid reference format', 'images.reference');
    const reference = tag ? `${familiarName(parsed)}:${tag}` : name;
    const allTags = tag === '' && parsed.tag === undefined;
    if (platform) {
      const shown = allTags ? `${name}:latest` : reference;
      requirePlatform(await asking(agent.images.get({ reference: shown })), shown, platform);
    }
    const progress = agent.images.push(
      { reference, allTags, auth: registryAuth(params['X-Registry-Auth']) },
      { signal: call.signal },
    );
    return lines<PushImageInfo>(progress, async (item) => {
      const { pushed } = item;
      if (!pushed) return line(item);
      await events.tellOf('push', item.imageId, { id: item.reference, name: familiarName(parsed) });
      const { tag: Tag, digest: Digest, size: Size } = pushed;
      return { progressDetail: {}, aux: { Tag, Digest, Size } } as PushImageInfo;
    });
  };
