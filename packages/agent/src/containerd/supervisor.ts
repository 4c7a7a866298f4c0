import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AgentError } from '@arca/agent-proto';
import { spawnDependent } from '../linux/dependents.js';
import { findProcesses } from '../linux/processes.js';
import { containerdConfiguration } from './configuration.js';

export interface SupervisorOptions {
  /** Persistent directory. */
  root: string;
  /** Volatile directory. */
  run: string;
  /** Path or name of the program. */
  program?: string;
  log: (
    level: 'debug' | 'info' | 'warn' | 'error',
    message: string,
    fields?: Record<string, unknown>,
  ) => void;
}

const START_LIMIT = 20_000; // ms
const STOP_LIMIT = 5_000;
const LIVED_WELL = 10_000;
const LONGEST_PAUSE = 5_000;

/**
 * A containerd of the agent's own: started with the agent, started again when it dies, ended with the agent. Running
 * containers do not depend on it, so one that was left by a killed agent is ended, not adopted.
 */
export class ContainerdSupervisor {
  readonly address: string;
  readonly #options: SupervisorOptions;
  readonly #configuration: string;
  readonly #log: string;
  /** Stands from a start until an end in order. */
  readonly #marker: string;
  #followsKilled = false;
  #died = false;
  #child: ChildProcess | undefined;
  #serving: Promise<void> = Promise.resolve();
  #stopping = false;
  #pause = 0;

  private constructor(options: SupervisorOptions) {
    this.#options = options;
    this.address = join(options.run, 'containerd.sock');
    this.#configuration = join(options.run, 'containerd.toml');
    this.#log = join(options.root, 'containerd.log');
    this.#marker = join(options.root, 'containerd.running');
  }

  /** Rejects with UNAVAILABLE when containerd cannot be started; the message has the place of its log. */
  static async start(options: SupervisorOptions): Promise<ContainerdSupervisor> {
    const supervisor = new ContainerdSupervisor(options);
    await supervisor.#prepare();
    supervisor.#serving = supervisor.#launch();
    await supervisor.#serving.catch(async (error: unknown) => {
      await supervisor.stop();
      throw error;
    });
    return supervisor;
  }

  /** Resolves when containerd answers. After a death that is after its next start. */
  ready(): Promise<void> {
    return this.#serving;
  }

  /** Whether a containerd on this root was killed before this start. */
  get followsKilled(): boolean {
    return this.#followsKilled;
  }

  /** Of the running containerd. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child !== undefined && child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
      await exited;
      clearTimeout(timer);
    }
    for (const socket of [this.address, `${this.address}.ttrpc`]) await rm(socket, { force: true });
    if (!this.#died) await rm(this.#marker, { force: true });
  }

  async #prepare(): Promise<void> {
    const { root, run } = this.#options;
    const places = { root: join(root, 'containerd'), state: join(run, 'containerd'), address: this.address };
    await Promise.all([
      mkdir(places.root, { recursive: true, mode: 0o700 }),
      mkdir(places.state, { recursive: true, mode: 0o700 }),
      this.#endPredecessor(),
    ]);
    await writeFile(this.#configuration, containerdConfiguration(places), { mode: 0o600 });
    this.#followsKilled = existsSync(this.#marker);
    // Writes begun by a killed one; those that it had not yet entered it would never find.
    if (this.#followsKilled)
      await rm(join(places.root, 'io.containerd.content.v1.content/ingest'), {
        recursive: true,
        force: true,
      });
    await writeFile(this.#marker, '');
  }

  /** Two on one root would wait for each other's database lock. */
  async #endPredecessor(): Promise<void> {
    const mine = (args: string[]) => args.includes('--config') && args.includes(this.#configuration);
    const deadline = Date.now() + STOP_LIMIT;
    let signal: NodeJS.Signals = 'SIGTERM';
    for (;;) {
      const pids = await findProcesses(mine);
      if (pids.length === 0) return;
      if (Date.now() > deadline) signal = 'SIGKILL';
      for (const pid of pids) tryKill(pid, signal);
      await delay(20);
    }
  }

  async #launch(): Promise<void> {
    await rm(this.address, { force: true });
    const born = Date.now();
    const child = spawnDependent(
      this.#options.program ?? 'containerd',
      ['--config', this.#configuration],
      this.#log,
    );
    this.#child = child;
    let dead = false;
    const ended = (how: string) => {
      if (dead) return;
      dead = true;
      if (!this.#stopping) this.#relaunch(how, Date.now() - born);
    };
    child.on('exit', (code, signal) => ended(signal ?? `exit code ${code}`));
    child.on('error', (error) => ended(error.message));
    while (!(await accepts(this.address))) {
      if (dead || Date.now() - born > START_LIMIT) {
        child.kill('SIGKILL');
        throw new AgentError('UNAVAILABLE', `containerd does not start; see ${this.#log}`);
      }
      await delay(3);
    }
  }

  #relaunch(how: string, lived: number): void {
    this.#died = true;
    this.#pause = lived > LIVED_WELL ? 0 : Math.min(LONGEST_PAUSE, this.#pause * 2 || 50);
    this.#options.log('warn', 'containerd ended; starting it again', { how, pause: this.#pause });
    this.#serving = delay(this.#pause).then(() => (this.#stopping ? undefined : this.#launch()));
    // A failed start is answered by the next one; callers of ready() hear of it.
    this.#serving.catch((error: unknown) => this.#options.log('error', String(error)));
  }
}

function tryKill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has gone by itself.
  }
}

function accepts(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
