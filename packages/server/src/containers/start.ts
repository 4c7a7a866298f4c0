import { AgentError } from '@arca/agent-proto';
import { systemError, type ArcaError, type JsonObject, type LogWriter } from '@arca/plugin-kit';
import { readAccounts } from './accounts.js';
import type { Accounts } from './collaborators.js';
import { tell } from './container-events.js';
import type { Container } from './container.js';
import type { Dependencies } from './dependencies.js';
import { startFailure } from './start-failure.js';

/** What has to be there before the runtime is asked. */
interface Prepared {
  accounts: Accounts;
  writer: LogWriter;
}

/** Starts containers, and undoes all of a start that fails. Callers hold the container's lock. */
export class Starter {
  /** `running` is told of a process that has been started. */
  constructor(
    private readonly use: Dependencies,
    private readonly running: (container: Container, writer: LogWriter) => void,
  ) {}

  /**
   * Start hooks, spec, process, started hooks. Rejects with dockerd's error; the container is then as it was before, but
   * for `state.error` and `state.exitCode`.
   */
  async start(container: Container): Promise<void> {
    let prepared: Prepared;
    try {
      prepared = await this.#prepare(container);
    } catch (error) {
      throw this.#failed(container, error);
    }
    try {
      await this.#run(container, prepared);
    } catch (error) {
      await prepared.writer.close().catch(() => undefined);
      await this.use.features.exited(container.record);
      throw this.#failed(container, error);
    }
    await this.#announce(container);
  }

  /** Everything that needs no other of these things, side by side. */
  async #prepare(container: Container): Promise<Prepared> {
    const { agent, features, logs } = this.use;
    const { record } = container;
    const [runtime, accounts, writer] = await Promise.allSettled([
      features.start(record),
      readAccounts(agent, record.id),
      logs.open(record).catch(loggingFailed),
    ]);
    const failure = [runtime, accounts, writer].find((result) => result.status === 'rejected');
    if (failure || !(isDone(runtime) && isDone(accounts) && isDone(writer))) {
      if (isDone(writer)) await writer.value.close();
      if (isDone(runtime)) await features.exited({ ...record, runtime: runtime.value });
      throw failure?.reason;
    }
    this.#remember(container, runtime.value);
    return { accounts: accounts.value, writer: writer.value };
  }

  /** What start hooks have made must be known after a crash. */
  #remember(container: Container, runtime: Record<string, JsonObject>): void {
    if (Object.keys(runtime).length > 0) this.use.registry.save(container, { runtime });
  }

  async #run(container: Container, { accounts, writer }: Prepared): Promise<void> {
    const { agent, pipeline, clock, registry } = this.use;
    const { spec, files, directories } = await pipeline.buildSpec(container.record, accounts);
    const startedAt = clock.now();
    const { Config, HostConfig } = container.record.body;
    const { pid, runtime } = await agent.containers.start({
      id: container.id,
      spec: JSON.stringify(spec),
      files: Object.fromEntries(
        Object.entries(files).map(([name, { content, mode }]) => [name, { content, mode: mode ?? 0 }]),
      ),
      directories,
      terminal: Config.Tty ?? false,
      stdin: Config.OpenStdin ?? false,
      runtime: HostConfig.Runtime ?? '',
    });
    container.process = spec.process;
    const state = { ...container.state, ...freshState, status: 'running' as const, pid, startedAt };
    registry.save(container, { state, ociRuntime: runtime });
    container.restartedByUser = false;
    this.running(container, writer);
  }

  /** The process runs. A hook that fails now ends it, and the start has failed all the same. */
  async #announce(container: Container): Promise<void> {
    const { agent, features, events, registry } = this.use;
    try {
      await features.started(container.record);
    } catch (error) {
      container.askedToStop = true;
      registry.saveState(container, { error: startFailure(error).error.message });
      await agent.processes.kill({ containerId: container.id, signal: 9 }).catch(() => undefined);
      throw error;
    }
    tell(events, container.record, 'start');
  }

  /** Keeps the failure in the state, and lets go of clients that wait for output. */
  #failed(container: Container, reason: unknown): ArcaError {
    const failure = startFailure(reason);
    // A refusal of the runtime says how this run ended; anything else leaves the exit code of the last run.
    const kept = reason instanceof AgentError ? 0 : container.state.exitCode;
    const { error } = failure;
    this.use.registry.save(container, {
      runtime: {},
      state: { ...container.state, error: error.message, exitCode: kept || failure.exitCode },
    });
    container.streams.end();
    return error;
  }
}

const freshState = { exitCode: 0, error: '', oomKilled: false } as const;

const isDone = <T>(result: PromiseSettledResult<T>): result is PromiseFulfilledResult<T> =>
  result.status === 'fulfilled';

function loggingFailed(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw systemError(
    `failed to create task for container: failed to initialize logging driver: ${reason}`,
    'log.open',
    { cause: error },
  );
}
