import type { Agent } from '@arca/agent-proto';
import type { Containers, OperationFunction } from '@arca/plugin-kit';
import { sizesOf } from './sizes.js';

/** `GET /containers/{id}/json`: all that is known of a container, with `size` what it takes on disk. */
export const inspect =
  (containers: Containers, agent: Agent): OperationFunction<'ContainerInspect'> =>
  async ({ params }, { apiVersion }) => {
    const record = containers.get(params.id);
    const answer = containers.inspect(record.id, apiVersion);
    return params.size ? { ...answer, ...(await sizesOf(agent, record)) } : answer;
  };
