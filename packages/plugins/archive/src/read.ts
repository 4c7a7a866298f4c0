import type { Agent } from '@arca/agent-proto';
import { containerEvent, type Containers, type Events, type OperationFunction } from '@arca/plugin-kit';
import { fileRequest, pathFailure } from './container-path.js';
import { setPathStat } from './path-stat.js';

/**
 * `HEAD /containers/{id}/archive`: what a path in a container is, in a header. 404 for no such container or path.
 */
export const archiveInfo =
  (containers: Containers, agent: Agent): OperationFunction<'ContainerArchiveInfo'> =>
  async ({ params }, call) => {
    const container = containers.get(params.id);
    try {
      setPathStat(call, await agent.files.stat(await fileRequest(containers, container, params.path)));
    } catch (error) {
      throw pathFailure(error, params);
    }
  };

/** `GET /containers/{id}/archive`: a file or directory as tar, with the same header. */
export const archive =
  (containers: Containers, agent: Agent, events: Events): OperationFunction<'ContainerArchive'> =>
  async ({ params }, call) => {
    const container = containers.get(params.id);
    try {
      const request = await fileRequest(containers, container, params.path);
      const stat = await agent.files.stat(request);
      const tar = await agent.streams.archive(request, { signal: call.signal });
      setPathStat(call, stat);
      events.emit(containerEvent(container, 'archive-path'));
      return tar;
    } catch (error) {
      throw pathFailure(error, params);
    }
  };
