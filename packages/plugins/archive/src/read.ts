import type { Agent } from '@arca/agent-proto';
import { containerEvent, type Events, type OperationFunction } from '@arca/plugin-kit';
import { openMounts, pathFailure, type Looked } from './container-path.js';
import { setPathStat } from './path-stat.js';

/**
 * `HEAD /containers/{id}/archive`: what a path in a container is, in a header. 404 for no such container or path.
 */
export const archiveInfo =
  (looked: Looked, agent: Agent): OperationFunction<'ContainerArchiveInfo'> =>
  async ({ params: { id, path } }, call) => {
    const container = looked.containers.get(id);
    const { mounts, close } = await openMounts(looked, container);
    try {
      setPathStat(call, await agent.files.stat({ containerId: container.id, path, mounts }));
    } catch (error) {
      throw pathFailure(error, { id, path });
    } finally {
      await close();
    }
  };

/** `GET /containers/{id}/archive`: a file or directory as tar, with the same header. */
export const archive =
  (looked: Looked, agent: Agent, events: Events): OperationFunction<'ContainerArchive'> =>
  async ({ params: { id, path } }, call) => {
    const container = looked.containers.get(id);
    const { mounts, close } = await openMounts(looked, container);
    try {
      const request = { containerId: container.id, path, mounts };
      const stat = await agent.files.stat(request);
      const tar = await agent.streams.archive(request, { signal: call.signal });
      tar.once('close', () => void close().catch(() => undefined)); // nobody is left to be told
      setPathStat(call, stat);
      events.emit(containerEvent(container, 'archive-path'));
      return tar;
    } catch (error) {
      await close();
      throw pathFailure(error, { id, path });
    }
  };
