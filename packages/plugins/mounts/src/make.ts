import { AgentError, PathKind, type Agent } from '@arca/agent-proto';
import {
  invalidParameter,
  notFound,
  systemError,
  type ContainerRecord,
  type CreationContext,
  type LifecycleContext,
  type Volumes,
} from '@arca/plugin-kit';
import type { RequestedMount } from './requested.js';

/** What the mounts of a container have become: kept for all of its life. */
export interface MadeMounts {
  mounts: RequestedMount[];
}

/** Makes the volumes and holds the images that mounts need, in their order; all or nothing. */
export async function makeMounts(
  requested: readonly RequestedMount[],
  volumes: Volumes,
  context: CreationContext,
): Promise<RequestedMount[]> {
  const { agent, container, apiVersion } = context;
  const seen = await lookAtSources(requested, agent);
  const made: RequestedMount[] = [];
  try {
    for (const [index, mount] of seen.entries()) {
      if (mount.type === 'volume') made.push(await makeVolume(mount, volumes, container.id));
      else if (mount.type === 'image') made.push(await holdImage(mount, index, agent, container.id));
      // Clients before 1.44 know of no other kind of read-only.
      else made.push(apiVersion < '1.44' ? { ...mount, reach: 'itself' } : mount);
    }
    for (const mount of made) if (mount.copy) await copyUp(mount, volumes, agent, container.id);
    return made;
  } catch (error) {
    await dropMounts(made, volumes, context, true);
    throw error;
  }
}

/** Lets go of what `makeMounts` has made; with `all` anonymous volumes go that no other container has. */
export async function dropMounts(
  made: readonly RequestedMount[],
  volumes: Volumes,
  { agent, container: { id } }: Pick<LifecycleContext, 'agent' | 'container'>,
  all: boolean,
): Promise<void> {
  if (made.some(({ type }) => type === 'image')) await agent.volumes.releaseImages({ id });
  for (const { type, name, anonymous } of made) {
    if (type !== 'volume') continue;
    volumes.release(name, id);
    if (!all || !anonymous || volumes.holders(name).length > 0) continue;
    if (volumes.list().some((volume) => volume.name === name)) await volumes.remove(name);
  }
}

/** `Mounts` of type bind must have a source, which `Binds` make; a file has nothing mounted below it. */
async function lookAtSources(requested: readonly RequestedMount[], agent: Agent): Promise<RequestedMount[]> {
  const isAsked = ({ type, field, create, writable }: RequestedMount) =>
    type === 'bind' && (!writable || (field === 'HostConfig.Mounts' && !create));
  const paths = requested.filter(isAsked).map(({ source }) => source);
  if (paths.length === 0) return [...requested];
  const { kinds } = await agent.volumes.look({ paths });
  const kindOf = new Map(paths.map((path, index) => [path, kinds[index]]));
  return requested.map((mount) => {
    const kind = isAsked(mount) ? kindOf.get(mount.source) : undefined;
    if (kind === PathKind.MISSING && !mount.create) {
      const text = `invalid mount config for type "bind": bind source path does not exist: ${mount.source}`;
      throw invalidParameter(text, 'mounts.source');
    }
    return kind === PathKind.FILE ? { ...mount, reach: 'itself' } : mount;
  });
}

async function makeVolume(mount: RequestedMount, volumes: Volumes, holder: string): Promise<RequestedMount> {
  const { name, driver, driverOptions: options, labels, field } = mount;
  // Those of another container are there.
  const asked = field === 'HostConfig.VolumesFrom' ? { name } : { name, driver, options, labels };
  const volume = await volumes.create(asked, holder);
  const own = field === 'HostConfig.VolumesFrom' || field === 'Volumes';
  return {
    ...mount,
    name: volume.name,
    driver: volume.driver,
    source: volume.mountpoint,
    // What dockerd shows for a volume of its own, which it labels for SELinux.
    mode: mount.mode || (volume.driver === 'local' && !own ? 'z' : ''),
  };
}

async function holdImage(
  mount: RequestedMount,
  index: number,
  agent: Agent,
  containerId: string,
): Promise<RequestedMount> {
  try {
    const { id } = await agent.images.get({ reference: mount.source || mount.name });
    await agent.volumes.holdImage({ containerId, index, imageId: id });
    return { ...mount, source: id, index };
  } catch (error) {
    if (!(error instanceof AgentError && error.code === 'NOT_FOUND')) throw error;
    throw notFound(`No such image: ${mount.name}`, 'mounts.image', { cause: error });
  }
}

async function copyUp(
  { name, destination: path, source, subpath }: RequestedMount,
  volumes: Volumes,
  agent: Agent,
  containerId: string,
): Promise<void> {
  if (subpath !== '') return;
  const user = `${containerId} is made`;
  const directory = (await volumes.mount(name, user)) || source;
  try {
    await agent.volumes.copyUp({ containerId, path, directory });
  } catch (error) {
    throw systemError((error as Error).message, 'mounts.copy-up', { cause: error });
  } finally {
    await volumes.unmount(name, user);
  }
}

/** The mounts of a container; none before they are made. */
export const madeOf = ({ made }: Pick<LifecycleContext, 'made'>): readonly RequestedMount[] =>
  (made as unknown as MadeMounts | undefined)?.mounts ?? [];

/** The same by its record. */
export const mountsMadeFor = ({ made }: Pick<ContainerRecord, 'made'>): readonly RequestedMount[] =>
  madeOf({ made: made?.['mounts'] });
