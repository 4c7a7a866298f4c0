import {
  conflict,
  hijackedType,
  type Attachment,
  type Call,
  type Containers,
  type ExecRecord,
  type Execs,
  type OperationFunction,
  type OperationRequest,
  type OutputChunk,
  type StreamBridge,
} from '@arca/plugin-kit';

type Body = NonNullable<OperationRequest<'ExecStart'>['body']>;

/**
 * `POST /exec/{id}/start`: runs the process and connects the client to it, or with `Detach` answers as soon as it runs.
 * The request's `Tty` says whether the client expects frames, as in dockerd, whatever the process has. 404 for no such
 * exec, 409 when its container does not run. What goes wrong after that is told in the stream, and by a status only to
 * a client that is not connected: clients look up the exit code (126, 127) either way.
 */
export const start =
  (containers: Containers, execs: Execs, streams: StreamBridge): OperationFunction<'ExecStart'> =>
  async ({ params: { id }, body }, call) => {
    const { Detach: detach = false, Tty: terminal = false, ConsoleSize } = body ?? {};
    const exec = execs.get(id);
    refuseState(containers, exec);
    const options = sizeOf(terminal, ConsoleSize, call);
    if (detach) {
      await execs.start(id, { ...options, detach });
      return;
    }
    const connection = await call.hijack({ contentType: hijackedType(call, terminal) });
    const attachment = await attached(execs.start(id, options));
    await streams.run(attachment, connection, { terminal, detachKeys: exec.config.detachKeys });
  };

/** Throws Conflict unless the container of an exec runs. */
export function refuseState(containers: Containers, { containerId }: ExecRecord): void {
  const { id, state } = containers.get(containerId);
  const because: Partial<Record<typeof state.status, string>> = {
    running: '',
    paused: `Container ${id} is paused, unpause the container before exec`,
    restarting: `Container ${id} is restarting, wait until the container is running`,
  };
  const reason = because[state.status] ?? `container ${id} is not running`;
  if (reason !== '') throw conflict(reason, 'exec.container-state');
}

/** A size is for terminals only, and clients before 1.42 could not give one. */
function sizeOf(
  terminal: boolean,
  size: Body['ConsoleSize'],
  call: Call,
): { consoleSize?: [number, number] } {
  if (!terminal || !size || !call.atLeast('1.42')) return {};
  return { consoleSize: [size[0]!, size[1]!] };
}

/** The client's hold on the process; on its failure one that tells the reason and ends. */
async function attached(started: Promise<Attachment>): Promise<Attachment> {
  try {
    return await started;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { stdin: null, output: told(reason), detach: () => undefined };
  }
}

async function* told(message: string): AsyncGenerator<OutputChunk> {
  yield { stream: 'stdout', data: Buffer.from(`${message}\r\n`) };
}
