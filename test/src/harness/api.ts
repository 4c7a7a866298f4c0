import type { IncomingMessage } from 'node:http';
import type { Engine } from './engine.js';
import { BUSYBOX } from './busybox.js';
import { createClient, demultiplex, execStart, systemEvents, type DockerClient } from '@arca/sdk';
import type { Frame, Output } from './frames.js';
import { open, type Answer, type Call } from './http.js';
import { JsonStream } from './json-stream.js';
import { ask } from './operations.js';
import { RawConnection } from './raw-connection.js';
import type { ContainerInspect, CreateBody, EventMessage, ExecBody, WaitResult } from './shapes.js';

/** The API of one engine, under its highest version prefix. Calls return the whole answer, never throw on 4xx. */
export class Api {
  constructor(readonly engine: Engine) {}

  get prefix(): string {
    return `/v${this.engine.apiVersion}`;
  }

  /** The SDK, as it speaks to this engine. */
  get client(): DockerClient {
    return clientOf(this.engine);
  }

  /** By the SDK's function of the operation, where it can say what is to be sent. */
  call(method: string, path: string, call: Call = {}): Promise<Answer> {
    const { prefix } = this;
    return ask(this.client, this.engine.socketPath, { method, prefix, path, call });
  }

  get(path: string, query?: Call['query']): Promise<Answer> {
    return this.call('GET', path, { query });
  }

  post(path: string, body?: unknown, query?: Call['query']): Promise<Answer> {
    return this.call('POST', path, { body, query });
  }

  delete(path: string, query?: Call['query']): Promise<Answer> {
    return this.call('DELETE', path, { query });
  }

  /** Sends a request and returns with the head of the answer; the caller destroys it. */
  open(method: string, path: string, call?: Call): Promise<IncomingMessage> {
    return open(this.engine.socketPath, method, `${this.prefix}${path}`, call);
  }

  /** Opens a raw connection and sends a request over it. */
  async raw(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<RawConnection> {
    const connection = await RawConnection.open(this.engine.socketPath);
    connection.send(method, `${this.prefix}${path}`, body, headers);
    return connection;
  }

  /** Creates a container of the busybox image, which must succeed; returns its id. */
  async create(body: CreateBody, name?: string): Promise<string> {
    const created = await this.post('/containers/create', { Image: BUSYBOX, ...body }, { name });
    return this.expect(created, 201).json<{ Id: string }>().Id;
  }

  /** Creates and starts a container; returns its id. */
  async start(body: CreateBody, name?: string): Promise<string> {
    const id = await this.create(body, name);
    this.expect(await this.post(`/containers/${id}/start`), 204);
    return id;
  }

  /** Waits for a container to be not running. */
  async wait(id: string, condition?: string): Promise<WaitResult> {
    return this.expect(
      await this.post(`/containers/${id}/wait`, undefined, { condition }),
      200,
    ).json<WaitResult>();
  }

  /** Creates, starts and waits; returns id, exit code and (without a TTY) both outputs. */
  async run(body: CreateBody, name?: string): Promise<Output & { id: string; code: number }> {
    const id = await this.start(body, name);
    const { StatusCode: code } = await this.wait(id);
    if (body.Tty === true) {
      const logs = await this.get(`/containers/${id}/logs`, { stdout: true, stderr: true });
      return { id, code, stdout: logs.text, stderr: '', frames: [] };
    }
    return { id, code, ...(await this.logs(id)) };
  }

  async inspect(id: string): Promise<ContainerInspect> {
    return this.expect(await this.get(`/containers/${id}/json`), 200).json<ContainerInspect>();
  }

  /** Both outputs of a container without a TTY, as far as logged. */
  async logs(id: string, query: Call['query'] = {}): Promise<Output> {
    const logs = await this.get(`/containers/${id}/logs`, { stdout: true, stderr: true, ...query });
    return outputOf([this.expect(logs, 200).body]);
  }

  /** Creates an exec; returns its id. */
  async execCreate(container: string, body: ExecBody): Promise<string> {
    const created = await this.post(`/containers/${container}/exec`, {
      AttachStdout: true,
      AttachStderr: true,
      ...body,
    });
    return this.expect(created, 201).json<{ Id: string }>().Id;
  }

  /** Runs a command in a container to its end; outputs and exit code. */
  async exec(container: string, command: string[], body: ExecBody = {}): Promise<Output & { code: number }> {
    const id = await this.execCreate(container, { Cmd: command, ...body });
    const call = { client: this.client, path: { id }, body: { Detach: false, Tty: false } };
    const { data } = await execStart({ ...call, throwOnError: true });
    const output = await outputOf(data.stream);
    const { ExitCode: code } = (await this.get(`/exec/${id}/json`)).json<{ ExitCode: number }>();
    return { ...output, code };
  }

  /** Opens the event stream; it is subscribed when this resolves. */
  async events(query: Call['query'] = {}): Promise<JsonStream<EventMessage>> {
    const leave = new AbortController();
    const call = { client: this.client, query: query as object, signal: leave.signal };
    const { data } = await systemEvents({ ...call, throwOnError: true });
    return new JsonStream<EventMessage>(data as AsyncIterable<EventMessage>, leave);
  }

  /** Removes every container, volume and network that a test made. */
  async wipe(): Promise<void> {
    const containers = (await this.get('/containers/json', { all: true })).json<{ Id: string }[]>();
    for (const { Id } of containers) {
      const removed = await this.delete(`/containers/${Id}`, { force: true, v: true });
      if (removed.status !== 204 && removed.status !== 404) {
        throw new Error(`removing ${Id}: ${removed.status} ${removed.text}`);
      }
    }
    const { Volumes: volumes } = (await this.get('/volumes')).json<{ Volumes: { Name: string }[] | null }>();
    for (const { Name } of volumes ?? []) this.expect(await this.delete(`/volumes/${Name}`), 204);
    const networks = (await this.get('/networks', { filters: '{"type":["custom"]}' })).json<
      { Id: string }[]
    >();
    for (const { Id } of networks) this.expect(await this.delete(`/networks/${Id}`), 204);
  }

  /** Throws, with the engine's message, when the status is another than expected. */
  expect(given: Answer, status: number): Answer {
    if (given.status !== status) throw new Error(`expected ${status}, got ${given.status}: ${given.text}`);
    return given;
  }
}

const clients = new WeakMap<Engine, DockerClient>();

/** One for each engine, which asks once: what a failure leads to is the test's. */
function clientOf(engine: Engine): DockerClient {
  let client = clients.get(engine);
  if (client === undefined) {
    client = createClient({ host: engine.host, version: engine.apiVersion, retries: 0 });
    clients.set(engine, client);
  }
  return client;
}

/** Both outputs, and the frames they came in. */
async function outputOf(stream: AsyncIterable<unknown> | Iterable<Uint8Array>): Promise<Output> {
  const frames: Frame[] = [];
  for await (const { stream: name, data } of demultiplex(stream as AsyncIterable<unknown>))
    frames.push({ stream: name === 'stdout' ? 1 : 2, payload: data });
  const text = (number: number): string =>
    Buffer.concat(frames.filter(({ stream }) => stream === number).map(({ payload }) => payload)).toString();
  return { stdout: text(1), stderr: text(2), frames };
}
