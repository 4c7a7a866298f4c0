import type { Agent } from '@arca/agent-proto';
import {
  containerEvent,
  resolveUser,
  type ContainerRecord,
  type Events,
  type OperationFunction,
} from '@arca/plugin-kit';
import { openAllMounts, pathFailure, type Looked } from './container-path.js';

/**
 * `PUT /containers/{id}/archive`: unpacks a tar into a directory of a container. With `copyUIDGID` all of it belongs to
 * the container's user. 404 for no such container or directory; 400 for what is no directory, or is read-only; 500 for
 * a tar that cannot be unpacked: what came before is there then.
 */
export const extract =
  (looked: Looked, agent: Agent, events: Events): OperationFunction<'PutContainerArchive'> =>
  async ({ params, body }, call) => {
    const container = looked.containers.get(params.id);
    const { mounts, close } = await openAllMounts(looked, container);
    try {
      const owner = params.copyUIDGID ? await userOf(agent, container) : undefined;
      await agent.streams.extract(
        {
          target: { containerId: container.id, path: params.path, mounts },
          noOverwrite: params.noOverwriteDirNonDir ?? false,
          readOnlyRoot: container.body.HostConfig.ReadonlyRootfs ?? false,
          ...(owner && { owner }),
        },
        body,
        { signal: call.signal },
      );
    } catch (error) {
      throw pathFailure(error, params);
    } finally {
      await close();
    }
    events.emit(containerEvent(container, 'extract-to-dir'));
  };

/** The user of `Config.User` by the container's own files; undefined, which leaves the archive's owners, without one. */
async function userOf(agent: Agent, { id, body }: ContainerRecord) {
  const user = body.Config.User;
  if (!user) return undefined;
  const [passwd, group] = await Promise.all(
    ['/etc/passwd', '/etc/group'].map((path) => textOf(agent, id, path)),
  );
  const { uid, gid } = resolveUser(user, [], passwd ?? '', group ?? '');
  return { uid, gid };
}

async function textOf(agent: Agent, id: string, path: string): Promise<string> {
  const { content } = await agent.containers.readFile({ id, path });
  return Buffer.from(content).toString();
}
