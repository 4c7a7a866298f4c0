import {
  invalidParameter,
  systemError,
  type Call,
  type Containers,
  type OperationFunction,
  type WaitCondition,
} from '@arca/plugin-kit';

const conditions: readonly WaitCondition[] = ['not-running', 'next-exit', 'removed'];

/**
 * `POST /containers/{id}/wait`: the exit code once the condition holds. The head of the answer goes out as soon as the
 * wait is in place, so that a client may start the container then. 400 for an unknown condition, 404.
 */
export const wait =
  (containers: Containers): OperationFunction<'ContainerWait'> =>
  async ({ params }, call) => {
    const condition = conditionOf(params.condition, call);
    const waiting = containers.wait(params.id, condition, call.signal);
    if (call.atLeast('1.30')) call.flushHeaders('application/json');
    const { statusCode, error } = await waiting;
    if (error === undefined) return { StatusCode: statusCode };
    // These clients know no `Error`: an answer without a body is their way to learn of a failed removal.
    if (condition === 'removed' && !call.atLeast('1.34')) throw systemError(error, 'container.wait');
    return { StatusCode: statusCode, Error: { Message: error } };
  };

/** Clients before 1.30 wait for a container to stop. */
function conditionOf(given: string | undefined, call: Call): WaitCondition {
  if (!given || !call.atLeast('1.30')) return 'not-running';
  const condition = conditions.find((known) => known === given);
  if (!condition) throw invalidParameter(`invalid condition: "${given}"`, 'wait.condition');
  return condition;
}
