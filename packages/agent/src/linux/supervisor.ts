import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { AgentError } from '@arca/agent-proto';
import { spawnDependent } from './dependents.js';
import { findProcesses } from './processes.js';

/** A server program of the agent's own. */
export interface SupervisedProgram {
  /** For people. */
  name: string;
  /** Path, or a name that is searched in PATH. */
  program: string;
  /** Among them is the path of the configuration, by which a process left by a killed agent is known. */
  args: string[];
  configuration: string;
  /** Path of the unix socket that it serves. */
  address: string;
  /** Beyond the agent's own. */
  environment?: NodeJS.ProcessEnv;
  /** Its output is appended to this file. */
  logPath: string;
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

/** Keeps a program running: started again when it dies, ended with the agent; one that a killed agent left is ended. */
export class Supervisor {
  readonly #options: SupervisedProgram;
  #child: ChildProcess | undefined;
  #serving: Promise<void> = Promise.resolve();
  #stopping = false;
  #died = false;
  #pause = 0;

  private constructor(options: SupervisedProgram) {
    this.#options = options;
  }

  /** Rejects with UNAVAILABLE when it cannot be started; the message has the place of its log. */
  static async start(options: SupervisedProgram): Promise<Supervisor> {
    const supervisor = new Supervisor(options);
    await endProcessesOf(options.configuration);
    supervisor.#serving = supervisor.#launch();
    await supervisor.#serving.catch(async (error: unknown) => {
      await supervisor.stop();
      throw error;
    });
    return supervisor;
  }

  /** Resolves when it answers. After a death that is after its next start. */
  ready(): Promise<void> {
    return this.#serving;
  }

  /** Whether it has ended by itself once. */
  get died(): boolean {
    return this.#died;
  }

  /** Of the running process. */
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
    await rm(this.#options.address, { force: true });
  }

  async #launch(): Promise<void> {
    const { name, program, args, address, logPath, environment } = this.#options;
    await rm(address, { force: true });
    const born = Date.now();
    const child = spawnDependent(program, args, logPath, environment);
    this.#child = child;
    let dead = false;
    const ended = (how: string) => {
      if (dead) return;
      dead = true;
      if (!this.#stopping) this.#relaunch(how, Date.now() - born);
    };
    child.on('exit', (code, signal) => ended(signal ?? `exit code ${code}`));
    child.on('error', (error) => ended(error.message));
    while (!(await accepts(address))) {
      if (dead || Date.now() - born > START_LIMIT) {
        child.kill('SIGKILL');
        throw new AgentError('UNAVAILABLE', `${name} does not start; see ${logPath}`);
      }
      await delay(3);
    }
  }

  #relaunch(how: string, lived: number): void {
    const { name, log } = this.#options;
    this.#died = true;
    this.#pause = lived > LIVED_WELL ? 0 : Math.min(LONGEST_PAUSE, this.#pause * 2 || 50);
    log('warn', `${name} ended; starting it again`, { how, pause: this.#pause });
    this.#serving = delay(this.#pause).then(() => (this.#stopping ? undefined : this.#launch()));
    // A failed start is answered by the next one; callers of ready() hear of it.
    this.#serving.catch((error: unknown) => log('error', String(error)));
  }
}

/** Ends what a killed agent left: two on one directory would wait for each other's lock. */
export async function endProcessesOf(configuration: string, patience = STOP_LIMIT): Promise<void> {
  const mine = (args: string[]) => args.includes('--config') && args.includes(configuration);
  const deadline = Date.now() + patience;
  let signal: NodeJS.Signals = 'SIGTERM';
  for (;;) {
    const pids = await findProcesses(mine);
    if (pids.length === 0) return;
    if (Date.now() >= deadline) signal = 'SIGKILL';
    for (const pid of pids) tryKill(pid, signal);
    await delay(20);
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
