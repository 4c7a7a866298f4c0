import {
  systemError,
  type Events,
  type JsonObject,
  type LifecycleContext,
  type Volumes,
} from '@arca/plugin-kit';
import { madeOf } from './make.js';
import type { RequestedMount } from './requested.js';

/** What a run of the container has mounted. */
export interface MountedSources {
  /** Destination → path on the agent's host, where that is not the mount's own source. */
  paths: Record<string, string>;
  /** Something is laid ready for the start. */
  attached: boolean;
}

/**
 * Mounts spread only from and to what is itself shared: throws System, with dockerd's text, for a source that is not. A
 * missing one is made later, in the mount that it will be in.
 */
export async function checkPropagation(context: LifecycleContext): Promise<void> {
  const spreading = madeOf(context).filter(
    ({ type, propagation }) => type === 'bind' && /shared|slave/.test(propagation),
  );
  if (spreading.length === 0) return;
  const { mounts } = await context.agent.volumes.look({ paths: spreading.map(({ source }) => source) });
  for (const [index, { source, propagation }] of spreading.entries()) {
    const { target, shared, slave } = mounts[index]!;
    if (shared || (slave && propagation.endsWith('slave'))) continue;
    const what = propagation.endsWith('slave') ? 'shared or slave' : 'shared';
    const text = `path ${source} is mounted on ${target} but it is not a ${what} mount`;
    throw systemError(text, 'mounts.propagation');
  }
}

type Tools = { volumes: Volumes; events: Pick<Events, 'emit'> };

const volumesOf = (context: LifecycleContext) => madeOf(context).filter(({ type }) => type === 'volume');

/** Mounts the volumes, and lays parts of them and images ready; undefined when there are none. */
export async function mountSources(
  { volumes, events }: Tools,
  context: LifecycleContext,
): Promise<JsonObject | undefined> {
  const { agent, container } = context;
  const all = madeOf(context).filter(({ type }) => type === 'volume' || type === 'image');
  if (all.length === 0) return undefined;
  const paths: Record<string, string> = {};
  for (const mount of volumesOf(context)) {
    const path = await volumes.mount(mount.name, container.id);
    if (path !== mount.source) paths[mount.destination] = path;
    events.emit({
      type: 'volume',
      action: 'mount',
      id: mount.name,
      attributes: attributes(mount, container.id),
    });
  }
  const parts = all.filter(({ type, subpath }) => type === 'image' || subpath !== '');
  if (parts.length > 0) {
    const attachments = parts.map(({ type, destination, source, subpath, index }) => ({
      directory: type === 'image' ? '' : (paths[destination] ?? source),
      index,
      subpath,
    }));
    const attached = await agent.volumes
      .attach({ containerId: container.id, attachments })
      .catch((error: unknown) => {
        throw systemError((error as Error).message, 'mounts.subpath', { cause: error });
      });
    parts.forEach(({ destination }, index) => (paths[destination] = attached.paths[index]!));
  }
  return { paths, attached: parts.length > 0 };
}

const attributes = ({ driver, destination, writable, propagation }: RequestedMount, container: string) => ({
  ...{ driver, container, destination, propagation, 'read/write': `${writable}` },
});

/** The process has its mounts: what was laid ready for it is not needed any more. */
export async function started({ agent, container, runtime }: LifecycleContext): Promise<void> {
  if (runtime?.['attached']) await agent.volumes.detach({ id: container.id });
}

/** Lets go of all that `mountSources` has mounted. */
export async function ended({ volumes, events }: Tools, context: LifecycleContext): Promise<void> {
  const { agent, container } = context;
  if (madeOf(context).some(({ type, subpath }) => type === 'image' || subpath !== ''))
    await agent.volumes.detach({ id: container.id });
  for (const { name, driver } of volumesOf(context)) {
    await volumes.unmount(name, container.id);
    events.emit({
      type: 'volume',
      action: 'unmount',
      id: name,
      attributes: { driver, container: container.id },
    });
  }
}

/** Takes up the volumes of a container that ran on while the daemon was away. */
export async function takeUp({ volumes }: Tools, context: LifecycleContext): Promise<void> {
  for (const { name } of volumesOf(context)) await volumes.mount(name, context.container.id);
}
