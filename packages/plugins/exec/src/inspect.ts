import {
  parseDetachKeys,
  terminalSize,
  type ExecRecord,
  type Execs,
  type OperationFunction,
} from '@arca/plugin-kit';

/** `GET /exec/{id}/json`: what is known of an added process. 404 for no such exec. */
export const inspect =
  (execs: Execs): OperationFunction<'ExecInspect'> =>
  async ({ params: { id } }) => {
    const exec = execs.get(id);
    const { config, running, exitCode } = exec;
    return {
      ID: exec.id,
      Running: running,
      ExitCode: exitCode,
      ProcessConfig: processOf(exec),
      OpenStdin: config.stdin,
      OpenStderr: config.stderr,
      OpenStdout: config.stdout,
      CanRemove: !running && exitCode !== null,
      ContainerID: exec.containerId,
      // Go writes bytes as base64.
      DetachKeys: config.detachKeys && Buffer.from(parseDetachKeys(config.detachKeys)).toString('base64'),
      Pid: exec.pid,
    };
  };

function processOf({ config }: ExecRecord) {
  const [entrypoint = '', ...rest] = config.args;
  const { terminal, privileged, user } = config;
  return { tty: terminal, entrypoint, arguments: rest, privileged, ...(user && { user }) };
}

/** `POST /exec/{id}/resize`: the size of its terminal. 200, 400 for a size that is none. */
export const resize =
  (execs: Execs): OperationFunction<'ExecResize'> =>
  async ({ params }) =>
    execs.resize(params.id, terminalSize(params));
