import type { Agent } from '@arca/agent-proto';
import { invalidParameter, type OperationFunction } from '@arca/plugin-kit';
import { asking } from './failure.js';
import { platformText } from './platforms.js';
import type { ImageEvents } from './image-events.js';

/** `GET /images/{name}/get`: an image, or all tags of a name without one, as tar. 404 for no such image. */
export const save =
  (agent: Agent, events: ImageEvents): OperationFunction<'ImageGet'> =>
  async ({ params }, call) =>
    archive(agent, events, [params.name], platformText(call, '1.48', params.platform), call.signal);

/** `GET /images/get`: several images as one tar. 404 when one of them is not there. */
export const saveAll =
  (agent: Agent, events: ImageEvents): OperationFunction<'ImageGetAll'> =>
  async ({ params }, call) => {
    const names = params.names ?? [];
    if (names.length === 0) throw invalidParameter('names must be given', 'images.names');
    return archive(agent, events, names, platformText(call, '1.48', params.platform), call.signal);
  };

async function archive(
  agent: Agent,
  events: ImageEvents,
  names: readonly string[],
  platform: string,
  signal: AbortSignal,
) {
  const tar = await asking(agent.streams.save(names, { platform }, { signal }));
  for (const name of names) {
    const image = await agent.images.get({ reference: name }).catch(() => undefined);
    if (image) await events.tellOf('save', image.id, { id: image.id, name: image.id });
  }
  return tar;
}
