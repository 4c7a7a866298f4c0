import type { Duplex } from 'node:stream';
import type { DockerClient } from '../create-client.js';
import { demultiplex, type OutputFrame } from '../frames.js';
import * as api from '../generated/sdk.gen.js';
import type {
  ContainerAttachData,
  ContainerInspectResponse,
  ContainerLogsData,
} from '../generated/types.gen.js';
import { collect, type Output } from './output.js';

/** What a command left. */
export interface Finished extends Output {
  exitCode: number;
}

export interface ExecOptions {
  env?: Readonly<Record<string, string>>;
  user?: string;
  workingDir?: string;
  privileged?: boolean;
  /** Written to its standard input, which is closed then. */
  input?: string | Uint8Array;
  signal?: AbortSignal;
}

export interface UntilOptions {
  /** ms between two looks. */
  interval?: number;
  signal?: AbortSignal;
}

/** The streams of a container. */
export interface Attached {
  /** Input goes in; ending it closes the container's standard input. With a terminal the output comes out. */
  readonly stream: Duplex;
  /** Its output piece by piece, told apart; with a terminal all of it is stdout. */
  readonly output: AsyncIterable<OutputFrame>;
}

/** A container of a daemon. `await using` removes it. */
export class Container {
  constructor(
    readonly client: DockerClient,
    readonly id: string,
  ) {}

  async inspect(): Promise<ContainerInspectResponse> {
    return (await api.containerInspect({ ...this.#target, throwOnError: true })).data;
  }

  /** No error when it runs. */
  async start(): Promise<this> {
    await api.containerStart({ ...this.#target, throwOnError: true });
    return this;
  }

  /** `timeout` in seconds, -1 for never: then it is killed. No error when it does not run. */
  async stop(options: { signal?: string; timeout?: number } = {}): Promise<void> {
    const query = { ...(options.signal && { signal: options.signal }), ...timeoutOf(options) };
    await api.containerStop({ ...this.#target, query, throwOnError: true });
  }

  async restart(options: { timeout?: number } = {}): Promise<void> {
    await api.containerRestart({ ...this.#target, query: timeoutOf(options), throwOnError: true });
  }

  async kill(signal = 'SIGKILL'): Promise<void> {
    await api.containerKill({ ...this.#target, query: { signal }, throwOnError: true });
  }

  async pause(): Promise<void> {
    await api.containerPause({ ...this.#target, throwOnError: true });
  }

  async unpause(): Promise<void> {
    await api.containerUnpause({ ...this.#target, throwOnError: true });
  }

  async rename(name: string): Promise<void> {
    await api.containerRename({ ...this.#target, query: { name }, throwOnError: true });
  }

  /** With `force` also while it runs; with `volumes` its anonymous volumes go, too. */
  async remove(options: { force?: boolean; volumes?: boolean } = {}): Promise<void> {
    const query = { force: options.force ?? false, v: options.volumes ?? false };
    await api.containerDelete({ ...this.#target, query, throwOnError: true });
  }

  /** Its exit code, when it is reached. */
  async wait(
    condition: 'not-running' | 'next-exit' | 'removed' = 'not-running',
    signal?: AbortSignal,
  ): Promise<number> {
    const call = { ...this.#target, query: { condition }, ...(signal && { signal }) };
    const { data } = await api.containerWait({ ...call, throwOnError: true });
    return Number(data.StatusCode);
  }

  /** What it has written, and with `follow` what it writes until it ends. */
  async *logs(query: ContainerLogsData['query'] = {}, signal?: AbortSignal): AsyncGenerator<OutputFrame> {
    const both = { stdout: true, stderr: true, ...query };
    const call = { ...this.#target, query: both, ...(signal && { signal }) };
    const [{ data }, { Config }] = await Promise.all([
      api.containerLogs({ ...call, throwOnError: true }),
      this.inspect(),
    ]);
    const bytes = data as unknown as AsyncIterable<Uint8Array>;
    yield* Config?.Tty ? plain(bytes) : demultiplex(bytes);
  }

  /** Takes hold of its streams: before the start nothing is lost. */
  async attach(query: ContainerAttachData['query'] = {}): Promise<Attached> {
    const all = { stream: true, stdin: true, stdout: true, stderr: true, ...query };
    const { data } = await api.containerAttach({ ...this.#target, query: all, throwOnError: true });
    const { Config } = await this.inspect();
    return { stream: data.stream, output: Config?.Tty ? plain(data.stream) : demultiplex(data.stream) };
  }

  /** Runs a command in it to its end. */
  async exec(command: readonly string[], options: ExecOptions = {}): Promise<Finished> {
    const { client } = this;
    const withInput = options.input !== undefined;
    const { data: created } = await api.containerExec({
      ...this.#target,
      body: {
        Cmd: [...command],
        AttachStdin: withInput,
        AttachStdout: true,
        AttachStderr: true,
        Env: Object.entries(options.env ?? {}).map(([name, value]) => `${name}=${value}`),
        ...(options.user !== undefined && { User: options.user }),
        ...(options.workingDir !== undefined && { WorkingDir: options.workingDir }),
        ...(options.privileged !== undefined && { Privileged: options.privileged }),
      },
      throwOnError: true,
    });
    const path = { id: created.Id };
    const call = {
      client,
      path,
      body: { Detach: false, Tty: false },
      ...(options.signal && { signal: options.signal }),
    };
    const { data } = await api.execStart({ ...call, throwOnError: true });
    if (withInput) data.stream.end(options.input);
    const output = await collect(demultiplex(data.stream));
    data.stream.destroy();
    const { data: ended } = await api.execInspect({ client, path, throwOnError: true });
    return { exitCode: ended.ExitCode ?? 0, ...output };
  }

  /** Resolves when its health check is content. Throws when it ends before. */
  async untilHealthy(options: UntilOptions = {}): Promise<void> {
    await this.#until(options, 'is healthy', ({ State }) => State?.Health?.Status === 'healthy');
  }

  /** Resolves with the first line of its output, from its start on, in which the pattern is found. */
  async untilLog(pattern: RegExp | string, { signal }: UntilOptions = {}): Promise<string> {
    let rest = '';
    for await (const { data } of this.logs({ follow: true }, signal)) {
      const lines = (rest + data.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      const found = lines.find((line) =>
        typeof pattern === 'string' ? line.includes(pattern) : pattern.test(line),
      );
      if (found !== undefined) return found;
    }
    throw new Error(`container ${this.id} has ended without a line like ${String(pattern)}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await api.containerDelete({ ...this.#target, query: { force: true, v: true } });
  }

  get #target() {
    return { client: this.client, path: { id: this.id } };
  }

  async #until(
    { interval = 200, signal }: UntilOptions,
    what: string,
    test: (container: ContainerInspectResponse) => boolean,
  ): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const container = await this.inspect();
      if (test(container)) return;
      if (!container.State?.Running) throw new Error(`container ${this.id} has ended before it ${what}`);
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
  }
}

const timeoutOf = ({ timeout }: { timeout?: number }) => (timeout === undefined ? {} : { t: timeout });

async function* plain(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<OutputFrame> {
  for await (const data of bytes) yield { stream: 'stdout', data: Buffer.from(data) };
}
