import { AgentError } from '@arca/agent-proto';
import { notModified, parseSignal, prefixed, systemError } from '@arca/plugin-kit';
import { fromAgent } from '../kernel/failure.js';
import { tell } from './container-events.js';
import type { Container } from './container.js';
import type { Dependencies } from './dependencies.js';
import { notRunning } from './refusals.js';

export const SIGKILL = 9;
const SIGTERM = 15;

export interface StopOptions {
  signal?: number;
  /** Seconds; negative: never kill. */
  timeout?: number;
}

/** Seconds that a container has between its stop signal and SIGKILL, unless told otherwise. */
const defaultTimeout = 10;
/** Seconds after which a container that has been killed and does not end is an error. */
const killTimeout = 10;
/** Seconds that a container gets to which the stop signal could not be sent. */
const unsignalledTimeout = 2;

/** Signals, and stops made of them. */
export class Termination {
  constructor(private readonly use: Dependencies) {}

  /** Sends a signal; after SIGKILL the container has ended. Throws Conflict when it does not run. */
  async kill(container: Container, signal: number): Promise<void> {
    if (signal === SIGKILL) await this.forceKill(container);
    else await this.#send(container, signal);
  }

  async forceKill(container: Container): Promise<void> {
    if (!container.running) throw notRunning(container.id);
    // It may have ended by itself meanwhile, and wait for its restart: the second time that is called off.
    for (let attempt = 0; attempt < 2 && container.running; attempt++) {
      await this.#send(container, SIGKILL);
      if (await this.#stopped(container, killTimeout)) return;
    }
    if (!container.running) return;
    throw systemError('tried to kill container, but did not receive an exit event', 'container.unkillable');
  }

  /** Throws NotModified when it does not run. */
  async stop(container: Container, options: StopOptions): Promise<void> {
    if (!container.running) throw notModified('container is already stopped', 'container.stopped');
    await this.stopRunning(container, options);
  }

  /** Stop signal, time to end, SIGKILL. Nothing when it does not run. */
  async stopRunning(container: Container, options: StopOptions): Promise<void> {
    if (!container.running) return;
    const { Config } = container.record.body;
    const signal = options.signal ?? (Config.StopSignal ? parseSignal(Config.StopSignal) : SIGTERM);
    const timeout = options.timeout ?? Config.StopTimeout ?? defaultTimeout;
    const sent = await this.#send(container, signal).then(
      () => true,
      () => false,
    );
    const patience = timeout < 0 ? Infinity : sent ? timeout : unsignalledTimeout;
    if (!(await this.#stopped(container, patience))) {
      await this.forceKill(container).catch((error: unknown) => {
        if (container.running) throw error;
      });
    }
    tell(this.use.events, container.record, 'stop');
  }

  /** A container that waits for its restart has no process: it just is not restarted. */
  #send(container: Container, signal: number): Promise<void> {
    return container.lock.run(async () => {
      if (!container.running) throw notRunning(container.id);
      const thaw = this.#ask(container, signal) && container.paused;
      if (container.restarting) return container.cancelRestart?.();
      await this.#deliver(container, signal);
      if (thaw) await this.#thaw(container);
      tell(this.use.events, container.record, 'kill', { signal: `${signal}` });
    });
  }

  /**
   * Notes that a person wants the container to end. Its own stop signal says so, if it has one, else any signal; gives
   * whether this one does.
   */
  #ask(container: Container, signal: number): boolean {
    const { StopSignal: own } = container.record.body.Config;
    const meant = signal === SIGKILL || !own || parseSignal(own) === signal;
    if (meant) container.askedToStop = true;
    if (!container.state.stoppedByUser) this.use.registry.saveState(container, { stoppedByUser: true });
    return meant;
  }

  async #deliver(container: Container, signal: number): Promise<void> {
    try {
      await this.use.agent.processes.kill({ containerId: container.id, signal });
    } catch (error) {
      // It is ending: its exit is about to be seen.
      if (error instanceof AgentError && error.code === 'NOT_FOUND') return;
      throw prefixed(undefined, `Cannot kill container ${container.id}`, fromAgent(error));
    }
  }

  /** A frozen process gets its signal when it is thawed. */
  async #thaw(container: Container): Promise<void> {
    try {
      await this.use.agent.containers.resume({ id: container.id });
      this.use.registry.saveState(container, { status: 'running' });
    } catch (error) {
      this.use.log('warn', 'a killed container could not be thawed', {
        container: container.id,
        error: String(error),
      });
    }
  }

  /** Whether it has stopped within so many seconds. */
  async #stopped(container: Container, seconds: number): Promise<boolean> {
    if (!container.running) return true;
    const signal = Number.isFinite(seconds)
      ? AbortSignal.timeout(seconds * 1000)
      : new AbortController().signal;
    return container.waiters.wait('not-running', signal).then(
      () => !container.running,
      () => false,
    );
  }
}
