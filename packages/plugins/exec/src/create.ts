import {
  invalidParameter,
  parseDetachKeys,
  type Containers,
  type Execs,
  type OperationFunction,
} from '@arca/plugin-kit';

/**
 * `POST /containers/{id}/exec`: sets a process up to be run in a container. 400 without a command or with bad detach
 * keys, 404 for no such container, 409 when it does not run or is frozen.
 */
export const create =
  (containers: Containers, execs: Execs): OperationFunction<'ContainerExec'> =>
  async ({ params, body }, call) => {
    const [program, ...rest] = body.Cmd ?? [];
    if (program === undefined) throw invalidParameter('No exec command specified', 'exec.no-command');
    const { id } = containers.get(params.id);
    if (body.DetachKeys) checkDetachKeys(body.DetachKeys);
    const consoleSize = call.atLeast('1.42') ? body.ConsoleSize : null;
    const Id = await execs.create(id, {
      args: [program, ...rest],
      env: body.Env ?? [],
      user: body.User ?? '',
      workingDir: body.WorkingDir ?? '',
      terminal: body.Tty ?? false,
      stdin: body.AttachStdin ?? false,
      stdout: body.AttachStdout ?? false,
      stderr: body.AttachStderr ?? false,
      privileged: body.Privileged ?? false,
      detachKeys: body.DetachKeys ?? '',
      ...(consoleSize && { consoleSize: [consoleSize[0]!, consoleSize[1]!] }),
    });
    return { Id };
  };

/** dockerd calls them escape keys here. */
function checkDetachKeys(text: string): void {
  try {
    parseDetachKeys(text);
  } catch (error) {
    throw invalidParameter(`Invalid escape keys (${text}) provided`, 'detach-keys.invalid', { cause: error });
  }
}
