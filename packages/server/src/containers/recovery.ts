import { TaskStatus, type Agent, type ListedContainer } from '@arca/agent-proto';
import { parseInstant, type ContainerRecord } from '@arca/plugin-kit';
import type { Container } from './container.js';
import type { ExecKeeper } from './containers.js';
import type { Dependencies } from './dependencies.js';
import type { ExitWatch } from './exit.js';
import type { Removal } from './removal.js';
import { restarts } from './restart-policy.js';

/** Exit code of a container of which nobody knows how it ended: the host was restarted. */
const unknownExit = 255;
const SIGKILL = 9;

interface Parts {
  exits: ExitWatch;
  removal: Removal;
  toContainer(record: ContainerRecord): Container;
  /** Starts a container because of its restart policy. */
  start(container: Container): Promise<void>;
  execs: Pick<ExecKeeper, 'recover'>;
}

/**
 * Brings records and what really runs together when the daemon starts. What the agent says is the truth; an exit that it
 * has kept is handled as if it had been seen.
 */
export class Recovery {
  readonly #toStart: Container[] = [];

  constructor(
    private readonly use: Dependencies,
    private readonly parts: Parts,
  ) {}

  /** When it resolves, every container's state is right, and those that run are watched. */
  async run(): Promise<void> {
    const { agent, registry } = this.use;
    const listed = new Map((await agent.containers.list({})).containers.map((item) => [item.id, item]));
    const records = registry.stored().sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    await Promise.all([
      ...records.map((record) =>
        this.#guarded(record.id, () => this.#recover(record, listed.get(record.id))),
      ),
      ...[...listed.values()]
        .filter(({ id }) => !records.some((record) => record.id === id))
        .map((item) => this.#guarded(item.id, () => this.#discard(item))),
    ]);
  }

  /** Starts what restart policies bring back; failures are logged. */
  async startAll(): Promise<void> {
    await Promise.all(
      this.#toStart
        .splice(0)
        .map((container) => this.#guarded(container.id, () => this.parts.start(container))),
    );
  }

  async #guarded(id: string, action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.use.log('error', 'a container could not be recovered', { container: id, error: String(error) });
    }
  }

  async #recover(record: ContainerRecord, listed: ListedContainer | undefined): Promise<void> {
    const { registry } = this.use;
    registry.names.reserve(record.name, record.id);
    const container = this.parts.toContainer(record);
    registry.add(container);
    const status = listed?.status ?? TaskStatus.NONE;
    if (record.state.status === 'dead') return this.#erase(container);
    if (status === TaskStatus.NONE) return this.#ended(container);
    if (status === TaskStatus.STOPPED && isKnown(record, listed)) return this.#release(container);
    await this.#adopt(container, listed!);
  }

  /** It runs, or has ended without anybody seeing it: its output is read on, and its end is handled. */
  async #adopt(container: Container, { status, pid, execIds }: ListedContainer): Promise<void> {
    const { registry, logs, features, clock } = this.use;
    const paused = status === TaskStatus.PAUSED;
    const startedAt = container.running ? container.state.startedAt : clock.now();
    registry.saveState(container, { status: paused ? 'paused' : 'running', pid, startedAt });
    if (status !== TaskStatus.STOPPED) await features.recover(container.record);
    this.parts.exits.watch(container, await logs.open(container.record));
    for (const execId of execIds) {
      if (!this.parts.execs.recover(container, execId))
        void this.#guarded(container.id, () => this.#letRun(container.id, execId));
    }
  }

  /** An exec process of the earlier daemon, of which nothing is known: it must not wait for a reader. */
  async #letRun(containerId: string, execId: string): Promise<void> {
    const { agent } = this.use;
    discardOutput(agent, containerId, execId);
    await agent.processes.wait({ containerId, execId });
    await agent.processes.delete({ containerId, execId });
  }

  /** The agent knows of no process. */
  async #ended(container: Container): Promise<void> {
    const { registry, features, clock } = this.use;
    const { state, runtime } = container.record;
    if (Object.keys(runtime).length > 0) await features.exited(container.record);
    if (container.restarting) {
      registry.save(container, { runtime: {}, state: { ...state, status: 'exited', pid: 0 } });
    } else if (container.running) {
      const ended = { status: 'exited', pid: 0, exitCode: unknownExit, finishedAt: clock.now() } as const;
      registry.save(container, { runtime: {}, state: { ...state, ...ended } });
    } else if (Object.keys(runtime).length > 0) {
      registry.save(container, { runtime: {} });
    }
    await this.#decide(container);
  }

  /** Its exit has been kept, but the daemon ended before it let go of the process. */
  async #release(container: Container): Promise<void> {
    const { agent, features, registry } = this.use;
    await agent.containers.release({ id: container.id });
    await features.exited(container.record);
    const status = container.restarting ? 'exited' : container.state.status;
    registry.save(container, { runtime: {}, state: { ...container.state, status } });
    await this.#decide(container);
  }

  /** A container that does not run: is it started again, removed, or left? */
  async #decide(container: Container): Promise<void> {
    const { body, state } = container.record;
    const { RestartPolicy, AutoRemove } = body.HostConfig;
    if (state.status === 'created') return;
    if (restarts(RestartPolicy, state, false)) this.#toStart.push(container);
    else if (AutoRemove) await this.parts.removal.autoRemove(container);
  }

  /** Its removal had begun. */
  async #erase(container: Container): Promise<void> {
    await this.use.agent.containers.release({ id: container.id }).catch(() => undefined);
    await container.lock.run(() => this.parts.removal.erase(container, false));
  }

  /** A layer or a process without a record: of a create or a removal that did not get to its end. */
  async #discard({ id, status }: ListedContainer): Promise<void> {
    const { agent } = this.use;
    if (status === TaskStatus.RUNNING || status === TaskStatus.PAUSED) {
      await agent.processes.kill({ containerId: id, signal: SIGKILL });
      if (status === TaskStatus.PAUSED) await agent.containers.resume({ id });
    }
    if (status !== TaskStatus.NONE) {
      discardOutput(agent, id);
      await agent.processes.wait({ containerId: id });
      await agent.containers.release({ id });
    }
    await agent.containers.remove({ id });
  }
}

function discardOutput(agent: Agent, containerId: string, execId?: string): void {
  const { stdout, stderr } = agent.streams.stdio(containerId, execId);
  stdout.resume();
  stderr?.resume();
}

/** Whether the record has the exit that the agent tells of. */
function isKnown({ state }: ContainerRecord, listed: ListedContainer | undefined): boolean {
  if (['running', 'paused'].includes(state.status)) return false;
  const recorded = Number(parseInstant(state.finishedAt) / 1_000_000n);
  return listed?.exit !== undefined && Math.abs(recorded - listed.exit.exitedAt) < 1;
}
