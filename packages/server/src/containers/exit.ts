import { AgentError } from '@arca/agent-proto';
import { formatInstant, parseInstant, type ContainerState, type LogWriter } from '@arca/plugin-kit';
import { tell } from './container-events.js';
import type { Container } from './container.js';
import type { Dependencies } from './dependencies.js';
import { restarts } from './restart-policy.js';

/** ms without output after which an ended process's streams are given up: somebody else may hold them open. */
const streamPatience = 2000;

/** How a process ended. */
export interface ProcessExit {
  status: number;
  /** ms since the epoch */
  exitedAt: number;
  oomKilled: boolean;
}

interface Consequences {
  /** Starts the container again, because of its restart policy. Rejects when it cannot. */
  restart(container: Container): Promise<void>;
  /** Removes an ended container of `HostConfig.AutoRemove`. */
  autoRemove(container: Container): Promise<void>;
  /** The container's exec processes have ended with it. */
  ended(container: Container): void;
}

/** Sees processes of containers end, and does what follows. */
export class ExitWatch {
  constructor(
    private readonly use: Dependencies,
    private readonly then: Consequences,
  ) {}

  /** Reads the output of a container that runs, and waits for its end in the background. */
  watch(container: Container, writer: LogWriter): void {
    const { agent } = this.use;
    container.writer = writer;
    container.streams.connect(agent.streams.stdio(container.id), writer);
    void this.#follow(container, writer);
  }

  async #follow(container: Container, writer: LogWriter): Promise<void> {
    const { agent, log } = this.use;
    let exit: ProcessExit;
    try {
      exit = await agent.processes.wait({ containerId: container.id });
    } catch (error) {
      // The agent ends, and with it this daemon: the next one sees the exit.
      if (error instanceof AgentError && error.code === 'UNAVAILABLE') return;
      log('error', 'the end of a container could not be waited for', {
        container: container.id,
        error: String(error),
      });
      exit = { status: 255, exitedAt: milliseconds(this.use.clock.nanoseconds()), oomKilled: false };
    }
    try {
      await container.streams.drained(streamPatience);
      await writer
        .close()
        .catch((error: unknown) =>
          log('error', 'a log could not be closed', { container: container.id, error: String(error) }),
        );
      await this.ended(container, exit);
    } catch (error) {
      log('error', 'the end of a container could not be handled', {
        container: container.id,
        error: String(error),
      });
    }
  }

  /** All that follows the end of a process whose output has been logged. */
  async ended(container: Container, exit: ProcessExit): Promise<void> {
    await container.lock.run(() => this.#settle(container, exit));
    if (!container.restarting) await this.#finish(container);
  }

  /** Keeps the exit, lets go of what the process had, tells, and sees to the restart that may follow. */
  async #settle(container: Container, exit: ProcessExit): Promise<void> {
    const { agent, features, registry, events } = this.use;
    const before = container.record;
    const state = this.#stateAfter(container, exit);
    registry.persist({ ...before, state });
    const released = agent.containers.release({ id: container.id }).catch((error: unknown) =>
      this.use.log('error', 'an ended container could not be released', {
        container: container.id,
        error: String(error),
      }),
    );
    // Readers see the exit when features have let go of what they gave: a port, for one, is free then.
    await features.exited(before);
    registry.save(container, { state, runtime: {} });
    if (exit.oomKilled && !before.state.oomKilled) tell(events, container.record, 'oom');
    const seconds = Math.trunc(ran(state) / 1000);
    tell(events, container.record, 'die', { exitCode: `${exit.status}`, execDuration: `${seconds}` });
    this.then.ended(container);
    container.process = undefined;
    container.writer = undefined;
    container.streams.end();
    container.waiters.stopped({ statusCode: exit.status });
    if (container.restarting) this.#restartLater(container, exit);
    // The next transition waits for it, and no client has to.
    await released;
  }

  #stateAfter(container: Container, exit: ProcessExit): ContainerState {
    const { state, record } = container;
    // The agent knows milliseconds; no container ends before it has been started.
    const exitedAt = formatInstant(BigInt(Math.round(exit.exitedAt * 1000)) * 1000n);
    const ended: ContainerState = {
      ...state,
      status: 'exited',
      pid: 0,
      exitCode: exit.status,
      oomKilled: exit.oomKilled || state.oomKilled,
      finishedAt: parseInstant(exitedAt) > parseInstant(state.startedAt) ? exitedAt : state.startedAt,
    };
    if (!restarts(record.body.HostConfig.RestartPolicy, ended, container.askedToStop)) return ended;
    return { ...ended, status: 'restarting', restartCount: ended.restartCount + 1 };
  }

  /** Waits as its policy wants, then starts it again; a person may end the waiting. */
  #restartLater(container: Container, exit: ProcessExit): void {
    const { promise: cancelled, resolve: cancel } = Promise.withResolvers<'cancelled'>();
    container.cancelRestart = () => cancel('cancelled');
    let timer: NodeJS.Timeout | undefined;
    const due = new Promise<'due'>((resolve) => {
      timer = setTimeout(() => resolve('due'), container.backoff.next(ran(container.state)));
    });
    void Promise.race([due, cancelled]).then(async (reason) => {
      clearTimeout(timer);
      if (reason === 'due' && (await this.#restarted(container))) return;
      await container.lock.run(() => this.#giveUp(container, exit));
      await this.#finish(container);
    });
  }

  async #restarted(container: Container): Promise<boolean> {
    try {
      await this.then.restart(container);
      return true;
    } catch (error) {
      this.use.log('warn', 'a container could not be restarted', {
        container: container.id,
        error: String(error),
      });
      return false;
    }
  }

  /** It stays ended. */
  #giveUp(container: Container, exit: ProcessExit): Promise<void> {
    container.cancelRestart = undefined;
    if (container.restarting && !container.removed) {
      this.use.registry.saveState(container, { status: 'exited', exitCode: exit.status });
    }
    container.waiters.stopped({ statusCode: exit.status });
    return Promise.resolve();
  }

  async #finish(container: Container): Promise<void> {
    if (!container.record.body.HostConfig.AutoRemove || container.restartedByUser) return;
    await this.then.autoRemove(container);
  }
}

const milliseconds = (nanoseconds: bigint) => Number(nanoseconds / 1_000_000n);

/** ms between start and end. */
const ran = ({ startedAt, finishedAt }: ContainerState): number =>
  milliseconds(parseInstant(finishedAt) - parseInstant(startedAt));
