import type { Duplex } from 'node:stream';
import type { DockerClient } from '../docker-client.js';
import { demultiplex, type OutputFrame } from '../frames.js';
import * as api from '../generated/sdk.gen.js';
import type { ExecInspectResponse } from '../generated/types.gen.js';
import { plain } from './output.js';

export interface ExecOptions {
  env?: Readonly<Record<string, string>>;
  user?: string;
  workingDir?: string;
  privileged?: boolean;
  /** Ends the streams; the process may go on. */
  signal?: AbortSignal;
}

export interface ExecStreamOptions extends ExecOptions {
  /** A terminal, of this size if it is told. */
  tty?: boolean | { columns: number; rows: number };
  /** Default: true. */
  stdin?: boolean;
  /** Keys that leave it, as the daemon has them: `ctrl-p,ctrl-q`. */
  detachKeys?: string;
}

/** A further process in a container, with its streams. */
export class Exec {
  /** Its output piece by piece, told apart; with a terminal all of it is stdout. */
  readonly output: AsyncIterable<OutputFrame>;

  private constructor(
    private readonly client: DockerClient,
    readonly id: string,
    /** Input goes in; ending it closes the process's standard input. With a terminal the output comes out. */
    readonly stream: Duplex,
    tty: boolean,
  ) {
    this.output = tty ? plain(stream) : demultiplex(stream, 'ExecStart');
  }

  static async start(
    client: DockerClient,
    container: string,
    command: readonly string[],
    {
      env = {},
      user,
      workingDir,
      privileged,
      tty = false,
      stdin = true,
      detachKeys,
      signal,
    }: ExecStreamOptions,
  ): Promise<Exec> {
    const Tty = tty !== false;
    const ended = signal && { signal };
    const body = {
      Cmd: [...command],
      ...{ AttachStdin: stdin, AttachStdout: true, AttachStderr: true, Tty },
      Env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
      ...(user !== undefined && { User: user }),
      ...(workingDir !== undefined && { WorkingDir: workingDir }),
      ...(privileged !== undefined && { Privileged: privileged }),
      ...(detachKeys !== undefined && { DetachKeys: detachKeys }),
    };
    const path = { id: container };
    const { data: created } = await api.containerExec({ client, path, body, ...ended, throwOnError: true });
    const size = typeof tty === 'object' ? { ConsoleSize: [tty.rows, tty.columns] as never } : {};
    const { data } = await api.execStart({
      ...{ client, path: { id: created.Id }, body: { Detach: false, Tty, ...size } },
      ...ended,
      throwOnError: true,
    });
    return new Exec(client, created.Id, data.stream, Tty);
  }

  async inspect(): Promise<ExecInspectResponse> {
    return (await api.execInspect({ client: this.client, path: { id: this.id }, throwOnError: true })).data;
  }

  async resize(columns: number, rows: number): Promise<void> {
    const query = { w: columns, h: rows };
    await api.execResize({ client: this.client, path: { id: this.id }, query, throwOnError: true });
  }
}
