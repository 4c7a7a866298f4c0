import type { Duplex } from 'node:stream';
import type { DockerClient } from '../docker-client.js';
import { demultiplex, type OutputFrame } from '../frames.js';
import * as api from '../generated/sdk.gen.js';
import type { ExecInspectResponse } from '../generated/types.gen.js';
import { plain, untilEnd } from './output.js';
import { poll } from './waits.js';

/** How a further process runs. */
export interface ExecOptions {
  env?: Readonly<Record<string, string>>;
  user?: string;
  workingDir?: string;
  privileged?: boolean;
  /** Ends the streams; the process may go on. */
  signal?: AbortSignal;
}

/** The same, with streams. */
export interface ExecStreamOptions extends ExecOptions {
  /** A terminal, of this size if it is told. */
  tty?: boolean | { columns: number; rows: number };
  /** Default: true. */
  stdin?: boolean;
  /** Keys that leave it, as the daemon has them: `ctrl-p,ctrl-q`. */
  detachKeys?: string;
}

/** A further process in a container. */
export class Exec {
  /** @internal */
  constructor(
    protected readonly client: DockerClient,
    readonly id: string,
  ) {}

  /** @internal */
  static async detached(
    client: DockerClient,
    container: string,
    command: readonly string[],
    options: ExecOptions,
  ): Promise<Exec> {
    const id = await created(client, container, command, { ...options, stdin: false, streams: false });
    const call = { client, path: { id }, body: { Detach: true }, ...ended(options.signal) };
    const { data } = await api.execStart({ ...call, throwOnError: true });
    data.stream.destroy();
    return new Exec(client, id);
  }

  /** Whether it runs, its exit code when it does not, how it was started. */
  async inspect(signal?: AbortSignal): Promise<ExecInspectResponse> {
    const call = { client: this.client, path: { id: this.id }, ...ended(signal) };
    return (await api.execInspect({ ...call, throwOnError: true })).data;
  }

  /**
   * Its exit code, when it has ended, for which it is looked at again and again. The end of its output may come before: a
   * process can close that and go on, and engines note the exit a moment later.
   */
  wait(signal?: AbortSignal): Promise<number> {
    const look = async () => {
      const { Running, ExitCode } = await this.inspect(signal);
      return Running ? undefined : (ExitCode ?? 0);
    };
    return poll(look, { interval: 20, ...ended(signal) });
  }

  /** Sets the size of its terminal. */
  async resize(columns: number, rows: number): Promise<void> {
    const query = { w: columns, h: rows };
    await api.execResize({ client: this.client, path: { id: this.id }, query, throwOnError: true });
  }
}

/** A further process in a container, with its streams. */
export class ExecStreams extends Exec {
  /** Its output piece by piece, told apart; with a terminal all of it is stdout. */
  readonly output: AsyncIterable<OutputFrame>;

  private constructor(
    client: DockerClient,
    id: string,
    /** Input goes in; ending it closes the process's standard input. With a terminal the output comes out, and ends with the input. */
    readonly stream: Duplex,
    tty: boolean,
  ) {
    super(client, id);
    const bytes = untilEnd(stream, client, 'ExecStart');
    this.output = tty ? plain(bytes) : demultiplex(bytes, 'ExecStart');
  }

  /** @internal */
  static async start(
    client: DockerClient,
    container: string,
    command: readonly string[],
    options: ExecStreamOptions,
  ): Promise<ExecStreams> {
    const id = await created(client, container, command, { ...options, streams: true });
    const { tty = false, signal } = options;
    const size = typeof tty === 'object' ? { ConsoleSize: [tty.rows, tty.columns] as never } : {};
    const { data } = await api.execStart({
      ...{ client, path: { id }, body: { Detach: false, Tty: tty !== false, ...size } },
      ...ended(signal),
      throwOnError: true,
    });
    return new ExecStreams(client, id, data.stream, tty !== false);
  }
}

const ended = (signal: AbortSignal | undefined) => signal && { signal };

/** Makes an exec, and gives its id. */
async function created(
  client: DockerClient,
  container: string,
  command: readonly string[],
  options: ExecStreamOptions & { streams: boolean },
): Promise<string> {
  const { env = {}, user, workingDir, privileged, tty = false, stdin = true, detachKeys, streams } = options;
  const body = {
    Cmd: [...command],
    ...{ AttachStdin: stdin, AttachStdout: streams, AttachStderr: streams, Tty: tty !== false },
    Env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
    ...(user !== undefined && { User: user }),
    ...(workingDir !== undefined && { WorkingDir: workingDir }),
    ...(privileged !== undefined && { Privileged: privileged }),
    ...(detachKeys !== undefined && { DetachKeys: detachKeys }),
  };
  const call = { client, path: { id: container }, body, ...ended(options.signal) };
  return (await api.containerExec({ ...call, throwOnError: true })).data.Id;
}
