import type { Agent } from '@arca/agent-proto';
import {
  conflict,
  parseFilters,
  parseInstant,
  pruneTest,
  systemError,
  type Clock,
  type Containers,
  type Events,
  type Log,
  type OperationFunction,
} from '@arca/plugin-kit';
import { isRunning } from './list-filters.js';
import { writtenBytes } from './sizes.js';

/**
 * `DELETE /containers/{id}`: removes a container, with `force` a running one, with `v` its anonymous volumes, too.
 * `link` names a link to remove instead; there are none, so that only its errors are left.
 */
export const remove =
  (containers: Containers): OperationFunction<'ContainerDelete'> =>
  async ({ params }) => {
    const { id, force = false, v = false, link = false } = params;
    if (link) {
      containers.get(id);
      throw linkError(id);
    }
    await containers.remove(id, { force, volumes: v });
  };

/** A link is named `container/alias`. */
function linkError(reference: string): Error {
  const name = `/${reference.replace(/^\//, '')}`;
  const parent = name.slice(0, name.lastIndexOf('/'));
  if (parent === '') {
    return systemError('Conflict, cannot remove the default link name of the container', 'container.link');
  }
  return systemError(`Cannot get parent ${parent} for link name ${name}`, 'container.link');
}

/**
 * `POST /containers/prune`: removes what does not run and passes the filters. One that cannot be removed is left out.
 * 409 while another prune goes on.
 */
export function prune(
  containers: Containers,
  agent: Agent,
  clock: Clock,
  events: Events,
  log: Log,
): OperationFunction<'ContainerPrune'> {
  let underWay = false;
  return async ({ params }, { signal }) => {
    if (underWay) throw conflict('a prune operation is already running', 'prune.running');
    underWay = true;
    try {
      const passes = pruneTest(
        parseFilters(params.filters, ['label', 'label!', 'until']),
        clock.nanoseconds(),
      );
      const deleted: string[] = [];
      let reclaimed = 0;
      for (const record of containers.list()) {
        const { id, createdAt, body } = record;
        if (signal.aborted) break;
        if (isRunning(record)) continue;
        if (!passes({ created: parseInstant(createdAt), labels: body.Config.Labels })) continue;
        const bytes = await writtenBytes(agent, id);
        try {
          await containers.remove(id);
        } catch (error) {
          log('warn', 'a container could not be pruned', { container: id, error: String(error) });
          continue;
        }
        deleted.push(id);
        reclaimed += bytes;
      }
      events.emit({
        type: 'container',
        action: 'prune',
        id: '',
        attributes: { reclaimed: String(reclaimed) },
      });
      return { ContainersDeleted: deleted.length > 0 ? deleted : null, SpaceReclaimed: reclaimed };
    } finally {
      underWay = false;
    }
  };
}
