import { AgentError, type Agent } from '@arca/agent-proto';
import {
  conflict,
  containerEvent,
  systemError,
  type ContainerRecord,
  type Containers,
  type Events,
  type OperationFunction,
} from '@arca/plugin-kit';

/**
 * `GET /containers/{id}/export`: the root file system as tar, without what is mounted on it. 404 for no such container,
 * 409 for one that is being removed.
 */
export const exportContainer =
  (containers: Containers, agent: Agent, events: Events): OperationFunction<'ContainerExport'> =>
  async ({ params: { id } }, call) => {
    const container = containers.get(id);
    refuseState(container);
    try {
      const tar = await agent.streams.export(container.id, { signal: call.signal });
      events.emit(containerEvent(container, 'export'));
      return tar;
    } catch (error) {
      if (!(error instanceof AgentError)) throw error;
      throw systemError(`Error exporting container ${id}: ${error.message}`, 'export.failed', {
        cause: error,
      });
    }
  };

function refuseState({ id, state }: ContainerRecord): void {
  const because = { dead: 'is Dead', removing: 'is being removed' } as Partial<
    Record<typeof state.status, string>
  >;
  const reason = because[state.status];
  if (reason) throw conflict(`You cannot export container ${id} which ${reason}`, 'export.container-state');
}
