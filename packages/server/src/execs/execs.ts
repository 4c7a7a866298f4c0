import { randomBytes } from 'node:crypto';
import { AgentError } from '@arca/agent-proto';
import type { Process } from '@arca/oci-spec';
import {
  conflict,
  invalidParameter,
  notFound,
  parseDetachKeys,
  systemError,
  type Attachment,
  type Collection,
  type ContainerRecord,
  type ExecRecord,
  type ExecSettings,
  type Execs,
} from '@arca/plugin-kit';
import { readAccounts } from '../containers/accounts.js';
import { tell } from '../containers/container-events.js';
import type { Container } from '../containers/container.js';
import type { ExecKeeper } from '../containers/containers.js';
import type { Dependencies } from '../containers/dependencies.js';
import { isRestarting, notRunning, pausedForExec } from '../containers/refusals.js';
import { startFailure } from '../containers/start-failure.js';
import { fromAgent } from '../kernel/failure.js';
import { StreamHub } from '../streams/hub.js';
import type { QueueLimits } from '../streams/output-queue.js';
import { execEnvironment, withFeatures } from './environment.js';
import { Exec } from './exec.js';
import { ExecTable } from './exec-table.js';
import { execProcess, execUser } from './process.js';

/** ms without output after which the streams of an ended process are given up. */
const streamPatience = 2000;
/** ms that a resize waits for the process to be started. */
const startPatience = 10_000;

type StartOptions = Parameters<Execs['start']>[1];

/** What is kept of one that runs: enough to tell of it, and of its end, after a restart of the daemon. */
export interface KeptExec {
  id: string;
  containerId: string;
  config: ExecSettings;
  pid: number;
}

/**
 * Processes added to running containers. dockerd keeps them in memory only; here those that run are found again by a
 * daemon that starts, without their clients.
 */
export class ExecService implements Execs, ExecKeeper {
  readonly #execs = new ExecTable();

  constructor(
    private readonly use: Dependencies,
    private readonly limits: QueueLimits,
    private readonly kept: Collection<KeptExec>,
  ) {}

  recover(container: Container, execId: string): boolean {
    const kept = this.kept.get(execId);
    if (!kept) return false;
    const exec = new Exec(execId, container.id, kept.config, this.#streams(container.id, kept.config));
    Object.assign(exec, { running: true, pid: kept.pid });
    this.#execs.add(exec);
    this.#connect(exec, container);
    // Its client went with the daemon: what it had not written by then, it never will.
    if (kept.config.stdin && !kept.config.terminal) {
      const ids = { containerId: container.id, execId };
      this.use.agent.processes.closeStdin(ids).catch(() => undefined); // it may have ended
    }
    return true;
  }

  recovered(): void {
    for (const { id } of [...this.kept.values()]) if (!this.#execs.find(id)) this.kept.delete(id);
  }

  async create(reference: string, settings: ExecSettings): Promise<string> {
    const container = this.use.registry.find(reference);
    requireActive(container, reference);
    const { record } = container;
    if (settings.args.length === 0) throw invalidParameter('No exec command specified', 'exec.no-command');
    // As dockerd since 1.50: a user that is not there is told at once, though it is looked up again at the start.
    if (settings.user) execUser(settings.user, record, await this.#accounts(record.id));
    parseDetachKeys(settings.detachKeys);
    const exec = this.#make(record, settings);
    this.#execs.add(exec);
    this.#tell(exec, record, `exec_create: ${command(exec)}`);
    return exec.id;
  }

  get(id: string): ExecRecord {
    const exec = this.#execs.find(id);
    if (!exec || !this.use.registry.byId(exec.containerId)) throw unknown(id);
    return exec.record;
  }

  async start(id: string, options: StartOptions): Promise<Attachment> {
    const { exec, container } = this.#active(id);
    if (exec.exitCode !== null) {
      throw conflict(`exec command ${exec.id} has already run`, 'exec.has-run');
    }
    if (exec.running) throw conflict(`exec command ${exec.id} is already running`, 'exec.running');
    exec.running = true;
    this.#tell(exec, container.record, `exec_start: ${command(exec)}`);
    const { stdin, stdout, stderr } = exec.config;
    const attachment = exec.streams.attach(options.detach ? {} : { stdin, stdout, stderr }, (reason) => {
      if (reason === 'keys') this.#tell(exec, container.record, 'exec_detach');
    });
    try {
      await this.#run(exec, container, options);
    } catch (error) {
      throw this.#failed(exec, error);
    }
    if (options.detach) attachment.detach();
    return attachment;
  }

  async resize(id: string, { width, height }: { width: number; height: number }): Promise<void> {
    const { exec } = this.#active(id);
    await within(startPatience, exec.started.promise);
    if (exec.pid === 0) throw invalidParameter('exec process is not started', 'exec.not-started');
    try {
      await this.use.agent.processes.resize({
        containerId: exec.containerId,
        execId: exec.id,
        width,
        height,
      });
    } catch (error) {
      throw fromAgent(error);
    }
  }

  living(containerId: string): readonly string[] {
    return this.#execs
      .of(containerId)
      .filter(({ exitCode }) => exitCode === null)
      .map(({ id }) => id);
  }

  /** Those that have not been started never will; those that run are seen to end. */
  containerEnded(containerId: string): void {
    for (const exec of this.#execs.of(containerId)) if (!exec.running) this.#execs.retire(exec);
  }

  containerRemoved(containerId: string): void {
    for (const exec of this.#execs.of(containerId)) {
      this.kept.delete(exec.id);
      this.#execs.delete(exec);
    }
  }

  #make(record: ContainerRecord, settings: ExecSettings): Exec {
    const config: ExecSettings = {
      ...settings,
      env: execEnvironment(record, settings.terminal, settings.env),
      user: settings.user || (record.body.Config.User ?? ''),
      workingDir: settings.workingDir || (record.body.Config.WorkingDir ?? ''),
    };
    return new Exec(randomBytes(32).toString('hex'), record.id, config, this.#streams(record.id, config));
  }

  #streams(container: string, { stdin, terminal }: ExecSettings): StreamHub {
    return new StreamHub({
      limits: this.limits,
      clock: this.use.clock,
      log: this.use.log,
      container,
      openStdin: stdin,
      clientInputEnd: terminal ? 'detach' : 'close',
    });
  }

  async #run(exec: Exec, container: Container, options: StartOptions): Promise<void> {
    const { agent } = this.use;
    const { config } = exec;
    const [user, base] = await Promise.all([this.#user(exec, container.record), this.#processOf(container)]);
    const size = options.consoleSize ?? config.consoleSize;
    // A privileged one has what the host can give.
    const host = config.privileged ? await agent.system.info({}) : undefined;
    const ids = { containerId: container.id, execId: exec.id };
    const { pid } = await agent.processes.exec({
      ...ids,
      process: JSON.stringify({
        ...execProcess(base, config, user, size, host),
        env: withFeatures(config.env, base, container.record),
      }),
      terminal: config.terminal,
      stdin: config.stdin && !options.detach,
    });
    exec.pid = pid;
    this.kept.set(exec.id, { id: exec.id, containerId: container.id, config, pid });
    this.#connect(exec, container);
  }

  #connect(exec: Exec, container: Container): void {
    exec.streams.connect(this.use.agent.streams.stdio(container.id, exec.id));
    exec.started.resolve();
    void this.#follow(exec, container);
  }

  async #user(exec: Exec, record: ContainerRecord): Promise<Process['user'] | undefined> {
    if (exec.config.user === '') return undefined;
    return execUser(exec.config.user, record, await this.#accounts(record.id));
  }

  /** What the container was started with. After a restart of the daemon it is made again. */
  async #processOf(container: Container): Promise<Process> {
    if (!container.process) {
      const { spec } = await this.use.pipeline.buildSpec(
        container.record,
        await this.#accounts(container.id),
      );
      container.process = spec.process;
    }
    return container.process;
  }

  async #accounts(id: string) {
    try {
      return await readAccounts(this.use.agent, id);
    } catch (error) {
      throw fromAgent(error);
    }
  }

  async #follow(exec: Exec, container: Container): Promise<void> {
    const { agent, log } = this.use;
    const ids = { containerId: exec.containerId, execId: exec.id };
    try {
      const { status } = await agent.processes.wait(ids);
      await exec.streams.drained(streamPatience);
      this.#ended(exec, status);
      this.#tell(exec, container.record, 'exec_die', { exitCode: `${status}` });
      await agent.processes.delete(ids);
    } catch (error) {
      if (error instanceof AgentError && error.code === 'UNAVAILABLE') return;
      // The container has ended, and its processes have been forgotten with it.
      if (exec.running) this.#ended(exec, 137);
      if (!(error instanceof AgentError && error.code === 'NOT_FOUND')) {
        log('warn', 'the end of an exec process was not seen', { ...ids, error: String(error) });
      }
    }
  }

  #failed(exec: Exec, error: unknown) {
    const failure = startFailure(error);
    // What the runtime did not refuse itself counts as a command that cannot be run.
    this.#ended(exec, error instanceof AgentError ? failure.exitCode : 126);
    exec.started.resolve();
    return failure.error;
  }

  #ended(exec: Exec, exitCode: number): void {
    exec.exitCode = exitCode;
    exec.running = false;
    this.kept.delete(exec.id);
    exec.streams.end();
    this.#execs.retire(exec);
  }

  /** Throws NotFound, or Conflict when its container cannot run it now. */
  #active(id: string): { exec: Exec; container: Container } {
    const exec = this.#execs.find(id);
    if (!exec) throw unknown(id);
    const container = this.use.registry.byId(exec.containerId);
    if (!container) throw notFound(`No such container: ${id}`, 'container.not-found');
    requireActive(container, container.id);
    return { exec, container };
  }

  #tell(exec: Exec, record: ContainerRecord, action: string, attributes: Record<string, string> = {}): void {
    tell(this.use.events, record, action, { ...attributes, execID: exec.id });
  }
}

/** As events show it: also a program without arguments is followed by a space. */
const command = ({ config: { args } }: Exec) => `${args[0] ?? ''} ${args.slice(1).join(' ')}`;

const unknown = (id: string) => notFound(`No such exec instance: ${id}`, 'exec.not-found');

function requireActive(container: Container, reference: string): void {
  if (!container.running) throw notRunning(container.id);
  if (container.paused) throw pausedForExec(reference);
  if (container.restarting) throw isRestarting(container.id);
}

/** Rejects when it takes longer than so many ms. */
async function within(milliseconds: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    const error = systemError('timeout waiting for exec session ready', 'exec.timeout');
    timer = setTimeout(() => reject(error), milliseconds);
  });
  await Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}
