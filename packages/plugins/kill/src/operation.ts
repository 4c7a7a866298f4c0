import {
  ArcaError,
  invalidParameter,
  isSignal,
  parseSignal,
  type Containers,
  type OperationFunction,
} from '@arca/plugin-kit';

const SIGKILL = 9;

/**
 * `POST /containers/{id}/kill`: sends `signal` (name or number, with or without `SIG`) to the container's init process;
 * without one SIGKILL. 400 for what is no signal, 404 for no such container, 409 when it does not run.
 */
export const kill =
  (containers: Containers): OperationFunction<'ContainerKill'> =>
  async ({ params: { id, signal } }) => {
    const number = signal ? parseSignal(signal) : SIGKILL;
    try {
      // Which container comes before which signal: an unknown container is 404 whatever the signal.
      containers.get(id);
      if (!isSignal(number)) {
        throw invalidParameter(`The linux daemon does not support signal ${number}`, 'signal.unsupported');
      }
      await containers.kill(id, number);
    } catch (error) {
      if (!(error instanceof ArcaError)) throw error;
      throw new ArcaError(error.kind, `Cannot kill container: ${id}: ${error.message}`, error.code, {
        cause: error,
      });
    }
  };
