import {
  ArcaError,
  invalidParameter,
  parseSignal,
  systemError,
  terminalSize,
  type Call,
  type Containers,
  type OperationFunction,
} from '@arca/plugin-kit';

/** `POST /containers/{id}/start`: 204, or 304 when it runs. */
export const start =
  (containers: Containers): OperationFunction<'ContainerStart'> =>
  async ({ params: { id } }, call) => {
    if (hasBody(call)) {
      const message =
        'starting container with non-empty request body was deprecated since API v1.22 and removed in v1.24';
      throw invalidParameter(message, 'container.start-body');
    }
    await containers.start(id);
  };

/** A JSON object with anything in it has more than seven characters. */
const hasBody = ({ headers }: Call) =>
  Number(headers['content-length'] ?? 0) > 7 || headers['transfer-encoding'] !== undefined;

/**
 * `POST /containers/{id}/stop`: sends `signal`, and SIGKILL when `t` seconds have not been enough. 204, or 304 when it
 * does not run.
 */
export const stop =
  (containers: Containers): OperationFunction<'ContainerStop'> =>
  async ({ params }, call) => {
    const { id } = params;
    try {
      await containers.stop(id, stopOptions(params, call));
    } catch (error) {
      if (!(error instanceof ArcaError && error.kind === 'System')) throw error;
      throw systemError(`cannot stop container: ${id}: ${error.message}`, error.code, { cause: error });
    }
  };

/** `POST /containers/{id}/restart`: stop and start. 204; what goes wrong after the look-up is the engine's failure. */
export const restart =
  (containers: Containers): OperationFunction<'ContainerRestart'> =>
  async ({ params }, call) => {
    const { id } = params;
    containers.get(id);
    try {
      await containers.restart(id, stopOptions(params, call));
    } catch (error) {
      if (!(error instanceof ArcaError)) throw error;
      throw systemError(`Cannot restart container ${id}: ${error.message}`, error.code, { cause: error });
    }
  };

/** Clients before 1.42 could not choose the signal. */
const stopOptions = ({ signal, t }: { signal?: string; t?: number }, call: Call) => ({
  ...(signal && call.atLeast('1.42') && { signal: parseSignal(signal) }),
  ...(t !== undefined && { timeout: t }),
});

/** `POST /containers/{id}/pause`: 204, or 409 when it does not run or is frozen already. */
export const pause =
  (containers: Containers): OperationFunction<'ContainerPause'> =>
  ({ params: { id } }) =>
    containers.pause(id);

/** `POST /containers/{id}/unpause`: 204. */
export const unpause =
  (containers: Containers): OperationFunction<'ContainerUnpause'> =>
  ({ params: { id } }) =>
    containers.unpause(id);

/** `POST /containers/{id}/rename`: 204, 400 for a bad name, 409 for one in use. */
export const rename =
  (containers: Containers): OperationFunction<'ContainerRename'> =>
  async ({ params: { id, name } }) => {
    if (!name) throw invalidParameter('Neither old nor new names may be empty', 'container.name.empty');
    await containers.rename(id, name);
  };

/** `POST /containers/{id}/update`: new limits and restart policy, of a running container at once. */
export const update =
  (containers: Containers): OperationFunction<'ContainerUpdate'> =>
  async ({ params: { id }, body }, call) => {
    const { warnings } = await containers.update(id, {
      ...body,
      ...(!call.atLeast('1.40') && { PidsLimit: null }),
    });
    return { Warnings: warnings.length > 0 ? warnings : null };
  };

/** `POST /containers/{id}/resize`: the size of the terminal. 200, 409 when it does not run. */
export const resize =
  (containers: Containers): OperationFunction<'ContainerResize'> =>
  async ({ params }) =>
    containers.resize(params.id, terminalSize(params));
