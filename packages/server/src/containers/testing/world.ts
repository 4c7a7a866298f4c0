import type { ContainerConfig, HostConfig } from '@arca/api';
import type { Spec } from '@arca/oci-spec';
import {
  ArcaError,
  completeBody,
  formatInstant,
  type Clock,
  type Collection,
  type ContainerRecord,
  type CreateRequest,
  type JsonObject,
  type LogBatch,
  type LogDriver,
  type NewEvent,
  type Store,
} from '@arca/plugin-kit';
import { hostInfo } from '@arca/plugin-kit/testing';
import type { CreatePipeline, FeatureLifecycle } from '../collaborators.js';
import { createLife, type Life } from '../life.js';
import { FakeAgent } from './fake-agent.js';

/** Documents that outlive a daemon, without a file. Copies go in and out, as through JSON. */
class MemoryStore implements Store {
  readonly documents = new Map<string, string>();
  full = false;

  collection<T extends object>(): Collection<T> {
    const { documents } = this;
    const read = (id: string) => JSON.parse(documents.get(id) ?? 'null') as T | null;
    return {
      get: (id) => read(id) ?? undefined,
      set: (id, value) => {
        if (this.full) throw new Error('database or disk is full');
        documents.set(id, JSON.stringify(value));
      },
      delete: (id) => void documents.delete(id),
      values: () => [...documents.keys()].map((id) => read(id)!).values(),
      get size() {
        return documents.size;
      },
    };
  }

  transaction<R>(change: () => R): R {
    return change();
  }
}

/** Features that only note that they were called. */
class RecordingFeatures implements FeatureLifecycle {
  readonly calls: string[] = [];
  failing: 'start' | 'started' | undefined;

  created(): Promise<Record<string, JsonObject>> {
    return Promise.resolve({});
  }
  start(): Promise<Record<string, JsonObject>> {
    return this.#call('start', { net: { address: '10.0.0.2' } });
  }
  started(): Promise<void> {
    return this.#call('started', undefined);
  }
  exited({ runtime }: ContainerRecord): Promise<void> {
    this.calls.push(`exited ${JSON.stringify(runtime)}`);
    return Promise.resolve();
  }
  removed(_: ContainerRecord, { volumes }: { volumes: boolean }): Promise<void> {
    return this.#call(`removed volumes=${volumes}`, undefined);
  }
  recover(): Promise<void> {
    return this.#call('recover', undefined);
  }
  inspect(): void {
    this.calls.push('inspect');
  }
  list(): void {
    this.calls.push('list');
  }

  #call<T>(name: string, result: T): Promise<T> {
    this.calls.push(name);
    return this.failing === name ? Promise.reject(new Error(`${name} failed`)) : Promise.resolve(result);
  }
}

const pipeline: CreatePipeline = {
  complete: (request) =>
    Promise.resolve({
      body: completeBody(request),
      image: { id: 'sha256:1', reference: 'box', config: {}, architecture: 'amd64', os: 'linux' },
      platform: 'linux',
      warnings: ['careful'],
    }),
  explain: () => Promise.reject(new Error('not asked for here')),
  buildSpec: ({ body }) =>
    Promise.resolve({
      spec: { process: { args: body.Config.Cmd ?? [], user: { uid: 7, gid: 7 }, cwd: '/' } } as Spec,
      provenance: {},
      files: { hostname: { content: 'x' } },
      directories: [],
    }),
  update: ({ body }, changes) =>
    Promise.resolve({
      body: { ...body, HostConfig: { ...body.HostConfig, ...(changes as HostConfig) } },
      resources: { memory: { limit: 1 } },
      warnings: [],
    }),
};

/** A log that keeps its lines, per container. */
class MemoryLog implements LogDriver {
  readonly name = 'memory';
  readonly lines: string[] = [];
  readonly order: string[];

  constructor(order: string[]) {
    this.order = order;
  }

  validate(): void {
    // takes any option
  }
  open() {
    return Promise.resolve({
      write: ({ data }: LogBatch) => void this.lines.push(data.toString()),
      close: () => {
        this.order.push('log closed');
        return Promise.resolve();
      },
    });
  }
}

export interface CreateOptions {
  name?: string;
  config?: Partial<ContainerConfig>;
  host?: Partial<HostConfig>;
}

/** The life cycle over an agent, features, a log and a store in memory. */
export class World {
  readonly fake = new FakeAgent();
  readonly features = new RecordingFeatures();
  readonly events: NewEvent[] = [];
  /** Actions of events, calls of the agent and the end of logs in the order in which they came. */
  readonly order: string[] = this.fake.calls;
  readonly log = new MemoryLog(this.order);
  readonly problems: string[] = [];
  readonly store = new MemoryStore();
  now = 1_700_000_000_000_000_000n;
  life: Life = this.#boot();

  /** The daemon is killed. */
  kill(): void {
    this.fake.disconnect();
  }

  /** A new daemon finds the store and the agent. */
  async reboot(): Promise<void> {
    this.kill();
    this.life = this.#boot();
    const recovery = await this.life.containers.recover();
    await recovery.startAll();
  }

  get containers() {
    return this.life.containers;
  }

  async create({ name, config = {}, host = {} }: CreateOptions = {}): Promise<string> {
    const request: CreateRequest = {
      Config: { Image: 'box', Cmd: ['sleep', '1'], Labels: { a: 'b' }, ...config },
      HostConfig: { LogConfig: { Type: 'memory' as never, Config: {} }, ...host },
      NetworkingConfig: {},
      apiVersion: '1.51',
      ...(name === undefined ? {} : { name }),
    };
    return (await this.containers.create(request)).id;
  }

  async run(options: CreateOptions = {}): Promise<string> {
    const id = await this.create(options);
    await this.containers.start(id);
    return id;
  }

  /** Waits until the container has this status. */
  async until(id: string, status: string): Promise<void> {
    while (this.containers.get(id).state.status !== status) await new Promise(setImmediate);
  }

  async untilGone(id: string): Promise<void> {
    while (this.containers.list().some((record) => record.id === id)) await new Promise(setImmediate);
  }

  state(id: string) {
    return this.containers.get(id).state;
  }

  #boot(): Life {
    const clock: Clock = {
      now: () => formatInstant((this.now += 1_000_000n)),
      nanoseconds: () => (this.now += 1_000_000n),
    };
    return createLife({
      agent: this.fake.agent,
      host: { info: () => Promise.resolve(hostInfo()) },
      pipeline,
      features: this.features,
      events: {
        emit: (event) => {
          this.events.push(event);
          this.order.push(`event ${event.action}`);
        },
        subscribe: () => {
          throw new Error('not asked for here');
        },
        subscribers: 0,
      },
      clock,
      log: (_level, message, fields) => void this.problems.push(`${message} ${JSON.stringify(fields)}`),
      store: this.store,
      loaded: { logDrivers: new Map([[this.log.name, this.log]]) },
      root: '/nonexistent',
      storageDriver: 'overlayfs',
    });
  }
}

/** `Kind: message` of the error with which the action fails. */
export async function refusal(action: () => Promise<unknown>): Promise<string> {
  try {
    await action();
  } catch (error) {
    return error instanceof ArcaError ? `${error.kind}: ${error.message}` : String(error);
  }
  return 'accepted';
}
