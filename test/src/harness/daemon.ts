import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine, EngineKind } from './engine.js';
import { eventually } from './eventually.js';
import { request } from './http.js';
import { runDirectory, runName } from './run.js';

/** Generous: it only decides when to give up, and other work may share the machine. */
const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 20_000;

/** Life cycle that every daemon under test shares: spawn, wait for a ping, stop by signal, log to a file. */
export abstract class Daemon implements Engine {
  abstract readonly kind: EngineKind;
  readonly name: string;
  readonly directory: string;
  readonly socketPath: string;
  private child: ChildProcess | undefined;
  private version = '';

  /** `label` distinguishes the engines of a run: two characters; `flags` are added to the command line. */
  constructor(
    label: string,
    protected readonly flags: string[] = [],
  ) {
    this.name = `${runName()}${label}`;
    this.directory = join(runDirectory(), this.name);
    this.socketPath = join(this.directory, 'engine.sock');
    mkdirSync(join(this.directory, 'tmp'), { recursive: true });
  }

  get host(): string {
    return `unix://${this.socketPath}`;
  }

  get apiVersion(): string {
    return this.version;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** The program and its arguments. */
  protected abstract command(): string[];

  /** What the host must have before the daemon starts; may run again on a restart. */
  protected async prepare(): Promise<void> {}

  /** Takes back what {@link prepare} made and what the daemon leaves behind by design. */
  protected async cleanUp(): Promise<void> {}

  async start(): Promise<void> {
    await this.prepare();
    const [program, ...args] = this.command();
    const log = openSync(this.logPath(), 'a');
    const child = spawn(program!, args, {
      stdio: ['ignore', log, log],
      env: { ...process.env, TMPDIR: join(this.directory, 'tmp') },
    });
    closeSync(log);
    child.on('error', () => undefined);
    this.child = child;
    await eventually(
      async () => {
        if (hasEnded(child)) return true;
        return (await request(this.socketPath, 'GET', '/_ping')).status === 200;
      },
      `${this.name} answers`,
      START_LIMIT_MS,
    ).catch(async (error: unknown) => {
      // Nobody stops what has not started.
      await this.stop().catch(() => undefined);
      throw error;
    });
    if (hasEnded(child)) throw new Error(`${this.name} did not start:\n${this.log()}`);
    this.version = String((await request(this.socketPath, 'GET', '/_ping')).headers['api-version']);
  }

  async stop(): Promise<void> {
    const code = await this.signal('SIGTERM');
    await this.cleanUp();
    if (code !== undefined && code !== 0) throw new Error(`${this.name} ended with ${code}:\n${this.log()}`);
  }

  async crash(): Promise<void> {
    await this.signal('SIGKILL');
  }

  private async signal(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | NodeJS.Signals | undefined> {
    const child = this.child;
    this.child = undefined;
    if (child === undefined) return undefined;
    if (!hasEnded(child)) child.kill(signal);
    try {
      await eventually(() => hasEnded(child), `${this.name} ends after ${signal}`, STOP_LIMIT_MS);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
    return child.exitCode ?? child.signalCode ?? undefined;
  }

  log(): string {
    if (!existsSync(this.logPath())) return '(no log)';
    return readFileSync(this.logPath(), 'utf8').split('\n').slice(-40).join('\n');
  }

  private logPath(): string {
    return join(this.directory, 'log');
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
