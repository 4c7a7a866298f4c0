import {
  AgentError,
  Containers,
  inProcess,
  Processes,
  TaskStatus,
  type Exit,
  type ServiceClient,
} from '@arca/agent-proto';
import type { Spec } from '@arca/oci-spec';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { hierarchies, removeCgroup } from '../../linux/cgroups.js';
import { detachBelow, mountPoints } from '../../linux/mounts.js';
import { findProcesses, killProcess } from '../../linux/processes.js';
import { Runtimes } from '../../system/runtimes.js';
import type { RuntimeChoice } from '../ports.js';
import type { TaskRecord } from '../records.js';
import { openTasks, type TaskOptions, type Tasks } from '../tasks.js';
import { DirectoryLayers, makeBusyboxRoot } from './layers.js';

/** The host's runtimes that these tests run under: those that work with its cgroup mode. */
export const runtimes: RuntimeChoice[] = (await new Runtimes().list()).filter(
  ({ type, usable }) => usable && type !== 'other',
);

export interface Ran {
  exit: Exit;
  stdout: string;
  stderr: string;
}

export interface StartFields {
  terminal?: boolean;
  stdin?: boolean;
  runtime?: string;
  files?: Record<string, { content: string; mode?: number }>;
  directories?: string[];
}

/** An agent's tasks in directories of their own, and the means to use them and to remove all traces of them. */
export class Testbed {
  readonly instance = `arca-tasks-${process.pid}-${randomBytes(3).toString('hex')}`;
  readonly base: string;
  readonly layers: DirectoryLayers;
  readonly warnings: string[] = [];
  private readonly runtimes = new Runtimes();
  tasks!: Tasks;
  containers!: ServiceClient<typeof Containers>;
  processes!: ServiceClient<typeof Processes>;

  constructor(base?: string, instance?: string) {
    this.base = base ?? mkdtempSync(join(tmpdir(), 'arca-tasks-'));
    if (instance) this.instance = instance;
    const lower = join(this.base, 'lower');
    if (!base) makeBusyboxRoot(lower);
    this.layers = new DirectoryLayers(lower, join(this.base, 'layers'));
  }

  options(): TaskOptions {
    return {
      root: join(this.base, 'root'),
      run: join(this.base, 'run'),
      instance: this.instance,
      shim: 'containerd-shim-runc-v2',
      idleShims: 2,
      layers: this.layers,
      resolveRuntime: (name) => this.runtimes.resolve(name),
      log: (level, message, fields) => {
        if (level !== 'debug' && level !== 'info') this.warnings.push(`${message} ${JSON.stringify(fields)}`);
      },
    };
  }

  async open(): Promise<void> {
    this.tasks = await openTasks(this.options());
    this.containers = inProcess(Containers, this.tasks.containers);
    this.processes = inProcess(Processes, this.tasks.processes);
  }

  /** Creates and starts a container; its streams are the caller's. */
  async start(spec: Spec, fields: StartFields = {}, id = randomBytes(32).toString('hex')): Promise<string> {
    await this.containers.create({ id, imageId: 'busybox' });
    await this.containers.start({ id, spec: JSON.stringify(spec), ...fields });
    return id;
  }

  /** Reads the outputs to their end and waits for the exit. */
  async finish(containerId: string, execId = ''): Promise<Ran> {
    const { stdout, stderr } = this.tasks.stdio(containerId, execId);
    const [out, err, exit] = await Promise.all([
      text(stdout),
      stderr ? text(stderr) : '',
      this.processes.wait({ containerId, execId }),
    ]);
    return { exit, stdout: out, stderr: err };
  }

  /** Kills the process when it still runs, discards its output and waits for the exit. */
  async end(containerId: string, execId = ''): Promise<Exit> {
    const { stdout, stderr } = this.tasks.stdio(containerId, execId);
    stdout.resume();
    stderr?.resume();
    await this.processes.kill({ containerId, execId, signal: 9, all: execId === '' }).catch(() => undefined);
    return this.processes.wait({ containerId, execId });
  }

  /** Ends and removes all containers. */
  async removeAll(): Promise<void> {
    for (const { id, status, execIds } of (await this.containers.list({})).containers) {
      const ends = status === TaskStatus.NONE ? [] : [...execIds, ''];
      await Promise.all(ends.map((execId) => this.end(id, execId)));
      await this.remove(id);
    }
  }

  async run(spec: Spec, fields: StartFields = {}): Promise<Ran> {
    const id = await this.start(spec, fields);
    const ran = await this.finish(id);
    await this.remove(id);
    return ran;
  }

  async exec(
    containerId: string,
    args: string[],
    fields: { terminal?: boolean; stdin?: boolean; user?: number } = {},
  ) {
    const execId = randomBytes(8).toString('hex');
    const { user = 0, ...flags } = fields;
    const spec = { args, cwd: '/', env: ['PATH=/bin'], user: { uid: user, gid: user } };
    await this.processes.exec({ containerId, execId, process: JSON.stringify(spec), ...flags });
    return execId;
  }

  async remove(id: string): Promise<void> {
    await this.containers.release({ id });
    await this.containers.remove({ id });
  }

  /** What the instance has left on the host: processes, mounts, cgroups, files under `run`. */
  async traces(): Promise<string[]> {
    const processes = await findProcesses((args) => args.some((arg) => arg.startsWith(this.base)));
    const mounts = (await mountPoints()).filter(({ target }) => target.startsWith(this.base));
    const run = ['shim', 'bundle', 'task'].flatMap((name) =>
      readdirSync(join(this.base, 'run', name)).map((entry) => `${name}/${entry}`),
    );
    const cgroups = await this.cgroups();
    return [
      ...processes.map((pid) => `pid ${pid}`),
      ...mounts.map(({ target }) => target),
      ...run,
      ...cgroups,
    ];
  }

  async shimPids(): Promise<number[]> {
    return findProcesses((args) => args.some((arg) => arg.startsWith(join(this.base, 'run/shim'))));
  }

  record(id: string): TaskRecord | undefined {
    const file = join(this.base, 'run/task', id, 'task.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TaskRecord) : undefined;
  }

  /** Host pids in a container's cgroup. */
  async cgroupMembers(id: string): Promise<number[]> {
    const mounted = await hierarchies();
    const file = join(mounted.get('pids') ?? mounted.get('')!, this.instance, id, 'cgroup.procs');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean).map(Number) : [];
  }

  async cgroups(): Promise<string[]> {
    const found: string[] = [];
    for (const directory of new Set((await hierarchies()).values())) {
      const parent = join(directory, this.instance);
      if (existsSync(parent)) {
        found.push(
          ...readdirSync(parent, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : [])),
        );
      }
    }
    return found;
  }

  /** Closes, kills what is left, unmounts and removes everything. */
  async clean(): Promise<void> {
    await this.tasks?.close();
    const pids = await findProcesses((args) => args.some((arg) => arg.startsWith(this.base)));
    for (const pid of pids) killProcess(pid);
    await removeCgroup(await hierarchies(), this.instance);
    await detachBelow(this.base);
    rmSync(this.base, { recursive: true, force: true });
  }
}

/** Waits until the function gives something true; fails after ten seconds. */
export async function eventually<T>(what: string, ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const answer = await ask();
    if (answer) return answer;
    await delay(10);
  }
  throw new Error(`never happened: ${what}`);
}

/** State, capabilities and filters of a process, from `/proc/<pid>/status`. */
export function statusOf(pid: number, field: string): string {
  return new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
}

/** The AgentError that the call rejects with; anything else fails the test. */
export async function caught(call: Promise<unknown>): Promise<AgentError> {
  const reason: unknown = await call.then(
    () => new Error('nothing was thrown'),
    (error: unknown) => error,
  );
  if (reason instanceof AgentError) return reason;
  throw reason;
}
