import type { Readable } from 'node:stream';
import type { DockerClient } from '../docker-client.js';
import { demultiplex, type OutputFrame } from '../frames.js';
import * as api from '../generated/sdk.gen.js';
import type {
  ContainerAttachData,
  ContainerInspectResponse,
  ContainerLogsData,
  ContainerChangesResponse,
  ContainerStatsResponse,
  ContainerTopResponse,
  ContainerUpdateRequest,
  ContainerUpdateResponse,
  ContainerWaitResponse,
  ImageCommitData,
} from '../generated/types.gen.js';
import { Attached } from './attached.js';
import { Exec, ExecStreams, type ExecOptions, type ExecStreamOptions } from './exec.js';
import { collect, plain, type Output } from './output.js';
import { removeOnce } from './removal.js';
import {
  askedOverHttp,
  findLine,
  poll,
  publishedAt,
  type PublishedPort,
  type UntilHttpOptions,
  type UntilOptions,
} from './waits.js';
import { ContainerFiles } from './files.js';
import { splitTag, withTag } from './registry.js';
import { textOf } from '../conversions.js';

/** What a command left. */
export interface Finished extends Output {
  exitCode: number;
}

/** How a command runs to its end. */
export interface RunExecOptions extends ExecOptions {
  /** Written to its standard input, which is closed then. */
  input?: string | Uint8Array;
}

/** What to attach: output and input, unless told otherwise. `signal` lets go of them. */
export type AttachOptions = NonNullable<ContainerAttachData['query']> & { signal?: AbortSignal };

/** How an image is made of a container; `config` changes its configuration. */
export type CommitOptions = Pick<
  NonNullable<ImageCommitData['query']>,
  'comment' | 'author' | 'pause' | 'changes'
> & { config?: NonNullable<ImageCommitData['body']> };

/** A container of a daemon. `await using` removes it. */
export class Container {
  readonly files: ContainerFiles;

  constructor(
    readonly client: DockerClient,
    readonly id: string,
  ) {
    this.files = new ContainerFiles(client, id);
  }

  /** All that the daemon knows of it. Throws NotFoundError when it has gone. */
  async inspect(signal?: AbortSignal): Promise<ContainerInspectResponse> {
    const call = { ...this.#target, ...(signal && { signal }) };
    return (await api.containerInspect({ ...call, throwOnError: true })).data;
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

  /** Stops and starts it; `timeout` as that of `stop`. */
  async restart(options: { timeout?: number } = {}): Promise<void> {
    await api.containerRestart({ ...this.#target, query: timeoutOf(options), throwOnError: true });
  }

  /** Sends a signal to its first process. Throws ConflictError when it does not run. */
  async kill(signal = 'SIGKILL'): Promise<void> {
    await api.containerKill({ ...this.#target, query: { signal }, throwOnError: true });
  }

  /** Freezes its processes. Throws ConflictError when it does not run, or is paused. */
  async pause(): Promise<void> {
    await api.containerPause({ ...this.#target, throwOnError: true });
  }

  /** Lets its processes go on. Throws ConflictError when it is not paused. */
  async unpause(): Promise<void> {
    await api.containerUnpause({ ...this.#target, throwOnError: true });
  }

  /** Gives it another name. Throws ConflictError when that is taken. */
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

  /**
   * The same in two steps: when it resolves, the daemon watches, and an end that comes then is not missed; `exitCode`
   * comes with the end.
   */
  async watch(
    condition: 'not-running' | 'next-exit' | 'removed' = 'next-exit',
    signal?: AbortSignal,
  ): Promise<{ exitCode: Promise<number> }> {
    const { data } = await this.client.post<{ 200: Readable }, unknown, true>({
      operation: { id: 'ContainerWait', result: 'json' },
      url: '/containers/{id}/wait',
      path: { id: this.id },
      query: { condition },
      stream: true,
      throwOnError: true,
      ...(signal && { signal }),
    });
    const exitCode = textOf(data).then((text) => (JSON.parse(text) as ContainerWaitResponse).StatusCode);
    return { exitCode: exitCode.then(Number) };
  }

  /** What it has written, and with `follow` what it writes until it ends. */
  async *logs(query: ContainerLogsData['query'] = {}, signal?: AbortSignal): AsyncGenerator<OutputFrame> {
    const both = { stdout: true, stderr: true, ...query };
    const call = { ...this.#target, query: both, ...(signal && { signal }) };
    const [{ data }, { Config }] = await Promise.all([
      api.containerLogs({ ...call, throwOnError: true }),
      this.inspect(),
    ]);
    yield* Config?.Tty ? plain(data) : demultiplex(data, 'ContainerLogs');
  }

  /** Its processes; `columns` as `ps` takes them. */
  async top(columns?: string): Promise<ContainerTopResponse> {
    const query = columns === undefined ? {} : { ps_args: columns };
    return (await api.containerTop({ ...this.#target, query, throwOnError: true })).data;
  }

  /** What differs from its image. */
  async changes(): Promise<ContainerChangesResponse> {
    return (await api.containerChanges({ ...this.#target, throwOnError: true })).data;
  }

  /** Changes its limits and its restart policy. */
  async update(body: ContainerUpdateRequest): Promise<ContainerUpdateResponse> {
    return (await api.containerUpdate({ ...this.#target, body, throwOnError: true })).data;
  }

  /** All of its files as a tar. */
  async export(signal?: AbortSignal): Promise<Readable> {
    const call = { ...this.#target, ...(signal && { signal }) };
    return (await api.containerExport({ ...call, throwOnError: true })).data;
  }

  /** Makes an image of it; gives the image's id. */
  async commit(reference?: string, { config = {}, ...query }: CommitOptions = {}): Promise<string> {
    const { name: repo, tag } = reference === undefined ? {} : splitTag(withTag(reference));
    const named = repo === undefined ? {} : { repo, tag: tag ?? '' };
    const call = { client: this.client, body: config, query: { container: this.id, ...named, ...query } };
    return (await api.imageCommit({ ...call, throwOnError: true })).data.Id;
  }

  /** Takes hold of its streams: before the start nothing is lost. `signal` lets go of them. */
  async attach({ signal, ...query }: AttachOptions = {}): Promise<Attached> {
    const all = { stream: true, stdin: true, stdout: true, stderr: true, ...query };
    const call = { ...this.#target, query: all, ...(signal && { signal }) };
    const { Config } = await this.inspect();
    const { data } = await api.containerAttach({ ...call, throwOnError: true });
    return new Attached(this.client, this.id, data.stream, Config?.Tty === true);
  }

  /** Sets the size of its terminal. */
  async resize(columns: number, rows: number): Promise<void> {
    await api.containerResize({ ...this.#target, query: { w: columns, h: rows }, throwOnError: true });
  }

  /** Runs a command in it to its end. */
  async exec(command: readonly string[], { input, ...options }: RunExecOptions = {}): Promise<Finished> {
    const exec = await this.execStream(command, { ...options, stdin: input !== undefined });
    if (input !== undefined) exec.stream.end(input);
    const output = await collect(exec.output);
    exec.stream.destroy();
    return { exitCode: await exec.wait(options.signal), ...output };
  }

  /** Starts a command in it, and gives its streams. */
  execStream(command: readonly string[], options: ExecStreamOptions = {}): Promise<ExecStreams> {
    return ExecStreams.start(this.client, this.id, command, options);
  }

  /** Starts a command in it of whose streams nobody takes hold. */
  execDetached(command: readonly string[], options: ExecOptions = {}): Promise<Exec> {
    return Exec.detached(this.client, this.id, command, options);
  }

  /** What it uses, about once a second until it ends; the first may lack what is measured between two. */
  async *stats(signal?: AbortSignal): AsyncGenerator<ContainerStatsResponse> {
    const call = { ...this.#target, query: { stream: true }, ...(signal && { signal }) };
    const { data } = await api.containerStats({ ...call, throwOnError: true });
    yield* data as unknown as AsyncIterable<ContainerStatsResponse>;
  }

  /** Resolves when its health check is content. Throws when it has none, and when the container ends before. */
  async untilHealthy(options: UntilOptions = {}): Promise<void> {
    await poll(async (signal) => {
      const { State } = await this.inspect(signal);
      const health = State?.Health?.Status;
      if (health === 'healthy') return true;
      if (!State?.Running) throw new Error(`container ${this.id} has ended before it is healthy`);
      if (!health || health === 'none') throw new Error(`container ${this.id} has no health check`);
      return undefined;
    }, options);
  }

  /** Resolves with the first line of its output, from its start on, in which the pattern is found. */
  async untilLog(pattern: RegExp | string, { signal }: UntilOptions = {}): Promise<string> {
    const line = await findLine(this.logs({ follow: true }, signal), pattern);
    if (line === undefined)
      throw new Error(`container ${this.id} has ended without a line like ${String(pattern)}`);
    return line;
  }

  /**
   * Resolves with the published address of a TCP port of its own when something listens there. Throws when the port is not
   * published, and when the container ends before.
   */
  untilPort(port: number, options: UntilOptions = {}): Promise<PublishedPort> {
    return poll(async (signal) => {
      const at = publishedAt(await this.inspect(signal), port);
      return (await this.client.services.isOpen(at.host, at.port)) ? at : undefined;
    }, options);
  }

  /**
   * Resolves with the first answer that is accepted of a published TCP port of its own. Throws when the port is not
   * published, and when the container ends before.
   */
  untilHttp(port: number, path = '/', options: UntilHttpOptions = {}): Promise<Response> {
    return poll(
      async (signal) => askedOverHttp(publishedAt(await this.inspect(signal), port), path, options, signal),
      options,
    );
  }

  /** Resolves when a command in it ends with 0. Throws a ConflictError when the container does not run. */
  untilCommand(command: readonly string[], options: UntilOptions = {}): Promise<Finished> {
    return poll(async (signal) => {
      const done = await this.exec(command, signal && { signal });
      return done.exitCode === 0 ? done : undefined;
    }, options);
  }

  /** Removes it with its anonymous volumes, also while it runs; no error when it has gone. */
  async [Symbol.asyncDispose](): Promise<void> {
    await removeOnce(this.remove({ force: true, volumes: true }));
  }

  get #target() {
    return { client: this.client, path: { id: this.id } };
  }
}

const timeoutOf = ({ timeout }: { timeout?: number }) => (timeout === undefined ? {} : { t: timeout });
