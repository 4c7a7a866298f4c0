import type { Agent } from '@arca/agent-proto';
import type { ContainerConfig, ImageConfig } from '@arca/api';
import {
  conflict,
  containerEvent,
  type ContainerRecord,
  type Containers,
  type Events,
  type Log,
  type OperationFunction,
  type OperationRequest,
} from '@arca/plugin-kit';
import { applyChanges } from './changes.js';
import { asking } from './failure.js';
import type { ImageEvents } from './image-events.js';
import { mergeConfig } from './merge.js';

interface Ports {
  agent: Agent;
  containers: Containers;
  events: Events;
  images: ImageEvents;
  log: Log;
}

type Request = OperationRequest<'ImageCommit'>;

/**
 * `POST /commit`: makes an image of a container's file system and configuration. The configuration is that of the body,
 * or the container's, with `changes` made to it; what it leaves open comes from the container's. A container that runs is
 * paused meanwhile unless `pause` is false. 404 for no such container or image, 400 for bad names and changes, 409 for
 * a container that is dead or being removed.
 */
export const commit =
  (ports: Ports): OperationFunction<'ImageCommit'> =>
  async ({ params, body }, call) => {
    const record = ports.containers.get(params.container ?? '');
    refuseGone(record);
    const config = committedConfig(record, params.changes ?? [], body);
    const request = {
      containerId: record.id,
      imageId: record.image.id,
      config: JSON.stringify(config),
      author: params.author ?? '',
      message: params.comment ?? '',
      createdBy: (record.body.Config.Cmd ?? []).join(' '),
      reference: params.repo ?? '',
      tag: params.tag ?? '',
    };
    const work = () => asking(ports.agent.images.commit(request, { signal: call.signal }));
    const { imageId, reference } = await (params.pause === false ? work() : paused(ports, record, work));
    await tell(ports, record, params, { imageId, reference });
    return { Id: imageId };
  };

function refuseGone({ id, state }: ContainerRecord): void {
  const reasons: Partial<Record<string, string>> = { dead: 'Dead', removing: 'being removed' };
  const reason = reasons[state.status];
  if (reason) throw conflict(`You cannot commit container ${id} which is ${reason}`, 'images.commit');
}

function committedConfig(
  { body: { Config } }: ContainerRecord,
  changes: readonly string[],
  body: ContainerConfig | undefined,
): ImageConfig {
  const given = Object.fromEntries(
    Object.entries(body ?? {}).filter(([, value]) => value !== undefined && value !== null),
  ) as ContainerConfig;
  const base = Object.keys(given).length > 0 ? given : Config;
  return mergeConfig(applyChanges(changes, structuredClone(base) as ImageConfig), Config as ImageConfig);
}

/** A container that does not run needs no pause, and one that is paused stays so. */
async function paused<T>({ containers, log }: Ports, record: ContainerRecord, work: () => Promise<T>) {
  const { id, state } = record;
  const held = state.status === 'running' && (await pause(containers, id));
  try {
    return await work();
  } finally {
    if (held) {
      await containers.unpause(id).catch((error: unknown) => {
        log('warn', 'container stays paused after a commit', { container: id, error: String(error) });
      });
    }
  }
}

/** False when it has ended by now. */
const pause = (containers: Containers, id: string): Promise<boolean> =>
  containers.pause(id).then(
    () => true,
    () => false,
  );

async function tell(
  { events, images }: Ports,
  record: ContainerRecord,
  { comment = '' }: Request['params'],
  { imageId, reference }: { imageId: string; reference: string },
): Promise<void> {
  await images.tellOf('create', imageId, { id: imageId, name: imageId });
  if (reference) await images.tellOf('tag', imageId, { id: imageId, name: reference });
  events.emit(containerEvent(record, 'commit', { comment, imageID: imageId, imageRef: reference }));
}
