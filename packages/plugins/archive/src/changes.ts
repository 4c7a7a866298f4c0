import type { Agent } from '@arca/agent-proto';
import type { FilesystemChange } from '@arca/api';
import type { Containers, OperationFunction } from '@arca/plugin-kit';
import { withoutMountPoints } from './mount-points.js';

/**
 * `GET /containers/{id}/changes`: what the container's writable layer changes of its image, by path: modified (0), added
 * (1), deleted (2). null when there is nothing. 404 for no such container.
 */
export const changes =
  (containers: Containers, agent: Agent): OperationFunction<'ContainerChanges'> =>
  async ({ params }, call) => {
    const { id } = containers.get(params.id);
    const found: FilesystemChange[] = [];
    for await (const group of agent.files.changes({ id }, { signal: call.signal })) {
      for (const { path: Path, kind: Kind } of group.changes) found.push({ Path, Kind });
    }
    const told = withoutMountPoints(found);
    return told.length > 0 ? told : null;
  };
