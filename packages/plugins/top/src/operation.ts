import { AgentError, type Agent } from '@arca/agent-proto';
import {
  conflict,
  containerEvent,
  type ContainerRecord,
  type Containers,
  type Events,
  type OperationFunction,
} from '@arca/plugin-kit';
import { checkPsArgs, processTable } from './process-table.js';

/**
 * `GET /containers/{id}/top`: the container's processes as the host's `ps` shows them. 404 for no such container, 409
 * when it does not run, 500 with the words of `ps` when it does not take the arguments.
 */
export const top =
  (containers: Containers, agent: Agent, events: Events): OperationFunction<'ContainerTop'> =>
  async ({ params }) => {
    const args = params.ps_args || '-ef';
    checkPsArgs(args);
    const container = containers.get(params.id);
    refuseState(container);
    const { output, pids } = await processesOf(agent, container, args.split(' '));
    const table = processTable(output, pids);
    events.emit(containerEvent(container, 'top'));
    return table;
  };

function refuseState({ id, state }: ContainerRecord): void {
  if (state.status === 'restarting') {
    throw conflict(
      `Container ${id} is restarting, wait until the container is running`,
      'container.restarting',
    );
  }
  if (state.status !== 'running' && state.status !== 'paused') throw notRunning(id);
}

const notRunning = (id: string) => conflict(`container ${id} is not running`, 'container.not-running');

async function processesOf(agent: Agent, { id }: ContainerRecord, args: string[]) {
  try {
    return await agent.observation.processes({ id, args });
  } catch (error) {
    const ended = error instanceof AgentError && ['NOT_FOUND', 'FAILED_PRECONDITION'].includes(error.code);
    throw ended ? notRunning(id) : error;
  }
}
