import type { ContainerInspectResponse, ContainerSummary, ContainerUpdateRequest } from '@arca/api';
import {
  notModified,
  type Attachment,
  type ContainerRecord,
  type Containers,
  type CreateRequest,
  type Explanation,
  type Revision,
  type StreamSelection,
  type WaitCondition,
  type WaitResult,
} from '@arca/plugin-kit';
import { StreamHub } from '../streams/hub.js';
import type { QueueLimits } from '../streams/output-queue.js';
import { readAccounts } from './accounts.js';
import { Changes } from './changes.js';
import { tell } from './container-events.js';
import { Container } from './container.js';
import { Creation } from './creation.js';
import type { Dependencies } from './dependencies.js';
import { ExitWatch } from './exit.js';
import { inspectAnswer } from './inspect.js';
import { MemoryWatch } from './memory-watch.js';
import { Recovery } from './recovery.js';
import { refuseToAttach, refuseToStart } from './refusals.js';
import { Removal, type RemoveOptions } from './removal.js';
import { Starter } from './start.js';
import { summaryAnswer } from './summary.js';
import { Termination, type StopOptions } from './termination.js';

/** What the life cycle asks of exec processes. */
export interface ExecKeeper {
  /** Ids of those of a container that run or may yet be started. */
  living(containerId: string): readonly string[];
  /** The container has ended, and they with it. */
  containerEnded(containerId: string): void;
  containerRemoved(containerId: string): void;
  /** Takes up one that an earlier daemon had started, with what became of it; false: it is not known. */
  recover(container: Container, execId: string): boolean;
  /** All that could be taken up has been. */
  recovered(): void;
}

export interface ContainerOptions {
  /** Name of the agent's storage driver, for inspect. */
  storageDriver: string;
  limits: QueueLimits;
}

/** The life cycle of containers: the port behind the operations. */
export class ContainerService implements Containers {
  readonly #creation: Creation;
  readonly #starter: Starter;
  readonly #exits: ExitWatch;
  readonly #termination: Termination;
  readonly #removal: Removal;
  readonly #changes: Changes;
  readonly #memory: MemoryWatch;

  constructor(
    private readonly use: Dependencies,
    private readonly execs: ExecKeeper,
    private readonly options: ContainerOptions,
  ) {
    this.#creation = new Creation(use, (record) => this.#toContainer(record));
    this.#termination = new Termination(use);
    this.#changes = new Changes(use);
    this.#memory = new MemoryWatch(use);
    this.#removal = new Removal(use, this.#termination, ({ id }) => execs.containerRemoved(id));
    this.#starter = new Starter(use, (container, writer) => this.#exits.watch(container, writer));
    this.#exits = new ExitWatch(use, {
      restart: (container) => this.#restartByPolicy(container),
      autoRemove: (container) => this.#removal.autoRemove(container),
      ended: ({ id }) => execs.containerEnded(id),
    });
  }

  /** Takes up what an earlier daemon left. Before requests are served; `startAll` of the result may come after. */
  async recover(): Promise<Pick<Recovery, 'startAll'>> {
    const recovery = new Recovery(this.use, {
      exits: this.#exits,
      removal: this.#removal,
      toContainer: (record) => this.#toContainer(record),
      start: (container) => container.lock.run(() => this.#starter.start(container)),
      execs: this.execs,
    });
    await recovery.run();
    this.#memory.begin();
    this.execs.recovered();
    return recovery;
  }

  /** The daemon ends, and containers go on: their output so far is kept. Before the agent is closed. */
  async close(): Promise<void> {
    this.#memory.end();
    const running = this.use.registry.list().filter(({ writer }) => writer);
    for (const { streams } of running) streams.suspend();
    await Promise.allSettled(running.map(async ({ writer }) => writer?.close()));
  }

  get(reference: string): ContainerRecord {
    return this.#find(reference).record;
  }

  list(): readonly ContainerRecord[] {
    return this.use.registry.list().map(({ record }) => record);
  }

  create(request: CreateRequest): Promise<{ id: string; warnings: string[] }> {
    return this.#creation.create(request);
  }

  explain(request: CreateRequest): Promise<Explanation> {
    return this.use.pipeline.explain(request);
  }

  async spec(reference: string): Promise<Omit<Explanation, 'warnings'>> {
    const { record } = this.#find(reference);
    const accounts = await readAccounts(this.use.agent, record.id);
    const { spec, provenance } = await this.use.pipeline.buildSpec(record, accounts);
    return { spec, provenance };
  }

  async start(reference: string): Promise<void> {
    const container = this.#find(reference);
    refuseToStart(container);
    if (container.running) throw notModified('container is already running', 'container.running');
    await this.#startByUser(container);
  }

  async stop(reference: string, options: StopOptions = {}): Promise<void> {
    await this.#termination.stop(this.#find(reference), options);
  }

  async restart(reference: string, options: StopOptions = {}): Promise<void> {
    const container = this.#find(reference);
    try {
      container.restartedByUser = container.running;
      await this.#termination.stopRunning(container, options);
      await this.#startByUser(container);
    } finally {
      container.restartedByUser = false;
    }
    tell(this.use.events, container.record, 'restart');
  }

  async kill(reference: string, signal: number): Promise<void> {
    await this.#termination.kill(this.#find(reference), signal);
  }

  async pause(reference: string): Promise<void> {
    await this.#changes.pause(this.#find(reference));
  }

  async unpause(reference: string): Promise<void> {
    await this.#changes.unpause(this.#find(reference));
  }

  async rename(reference: string, name: string): Promise<void> {
    await this.#changes.rename(this.#find(reference), name);
  }

  async remove(reference: string, options: RemoveOptions = {}): Promise<void> {
    await this.#removal.remove(this.#find(reference), reference, options);
  }

  wait(reference: string, condition: WaitCondition, signal: AbortSignal): Promise<WaitResult> {
    const container = this.#find(reference);
    if (condition === 'not-running' && !container.running) {
      const { exitCode, error } = container.state;
      return Promise.resolve({ statusCode: exitCode, ...(error ? { error } : {}) });
    }
    return container.waiters.wait(condition, signal);
  }

  async update(reference: string, changes: ContainerUpdateRequest): Promise<{ warnings: string[] }> {
    return this.#changes.update(this.#find(reference), changes);
  }

  revise(
    reference: string,
    feature: string,
    change: (container: ContainerRecord) => Promise<Revision>,
  ): Promise<void> {
    return this.#changes.revise(this.#find(reference), feature, change);
  }

  attach(reference: string, selection: StreamSelection): Attachment {
    const container = this.#find(reference);
    refuseToAttach(container.record, reference);
    const attachment = container.streams.attach(selection, (reason) => {
      if (reason === 'keys') tell(this.use.events, container.record, 'detach');
    });
    tell(this.use.events, container.record, 'attach');
    return attachment;
  }

  async resize(reference: string, size: { width: number; height: number }): Promise<void> {
    await this.#changes.resize(this.#find(reference), size);
  }

  inspect(reference: string, apiVersion: string): ContainerInspectResponse {
    const { record } = this.#find(reference);
    const answer = inspectAnswer(record, {
      logPath: this.use.logs.path(record),
      logDropped: this.use.logs.dropped(record),
      storageDriver: this.options.storageDriver,
      execIds: this.execs.living(record.id),
    });
    this.use.features.inspect(record, apiVersion, answer);
    return answer;
  }

  summary(record: ContainerRecord, apiVersion: string): ContainerSummary {
    const answer = summaryAnswer(record, this.use.clock.nanoseconds());
    this.use.features.list(record, apiVersion, answer);
    return answer;
  }

  #find(reference: string): Container {
    return this.use.registry.find(reference);
  }

  async #startByUser(container: Container): Promise<void> {
    try {
      await container.lock.run(async () => {
        refuseToStart(container);
        if (container.running) return;
        container.askedToStop = false;
        container.backoff.reset();
        this.use.registry.show(container, { stoppedByUser: false, restartCount: 0 });
        await this.#starter.start(container);
      });
    } catch (error) {
      if (container.record.body.HostConfig.AutoRemove && !container.running && !container.removing) {
        await this.#removal.autoRemove(container);
      }
      throw error;
    }
  }

  /** Rejects when a person has called it off meanwhile. */
  #restartByPolicy(container: Container): Promise<void> {
    return container.lock.run(async () => {
      container.cancelRestart = undefined;
      if (!container.restarting || container.askedToStop) throw new Error('the restart was called off');
      await this.#starter.start(container);
    });
  }

  #toContainer(record: ContainerRecord): Container {
    const { Config } = record.body;
    const hub = new StreamHub({
      limits: this.options.limits,
      clock: this.use.clock,
      log: this.use.log,
      container: record.id,
      openStdin: Config.OpenStdin ?? false,
      clientInputEnd: Config.StdinOnce && !Config.Tty ? 'close' : 'detach',
    });
    return new Container(record, hub);
  }
}
