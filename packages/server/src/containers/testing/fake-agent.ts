import { hostInfo } from '@arca/plugin-kit/testing';
import { PassThrough, Writable } from 'node:stream';
import {
  AgentError,
  Containers,
  create,
  inProcess,
  ListedContainerSchema,
  Processes,
  TaskStatus,
  type Agent,
  type Exit,
  type ListedContainer,
  type ProcessStdio,
  type RuntimeFailure,
  type StartContainerRequest,
} from '@arca/agent-proto';

type ExitFields = Pick<Exit, 'status' | 'exitedAt' | 'oomKilled'>;

/** A process without an operating system. */
export class FakeProcess {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  /** What has been written to its standard input. */
  input = '';
  exit: ExitFields | undefined;
  paused = false;
  readonly signals: number[] = [];
  readonly ended = Promise.withResolvers<ExitFields>();
  readonly stdio: ProcessStdio;

  constructor(
    readonly spec: string,
    readonly terminal: boolean,
    stdin: boolean,
  ) {
    const sink = new Writable({
      write: (data: Buffer, _encoding, done) => {
        this.input += data.toString();
        done();
      },
    });
    this.stdio = { stdin: stdin ? sink : null, stdout: this.stdout, stderr: terminal ? null : this.stderr };
  }

  /** Ends it: its streams end first, as the agent's contract says. */
  end(status: number, { oomKilled = false, exitedAt = Date.now() } = {}): void {
    if (this.exit) return;
    this.exit = { status, exitedAt, oomKilled };
    this.stdout.end();
    this.stderr.end();
    this.ended.resolve(this.exit);
  }
}

/** An agent in memory. What it is asked is noted in `calls`; tests end its processes, or let calls fail. */
export class FakeAgent {
  readonly calls: string[] = [];
  readonly layers = new Set<string>();
  readonly tasks = new Map<string, FakeProcess>();
  readonly execs = new Map<string, FakeProcess>();
  readonly files = new Map<string, string>();
  /** Reject the next call of this name. */
  readonly failures = new Map<string, AgentError>();
  /** Signals that end a process; others are only noted. */
  readonly deadly = new Set([9, 15]);

  #gone = Promise.withResolvers<never>();

  /** The daemon has been killed: nobody waits or reads any more, and processes go on. */
  disconnect(): void {
    this.#gone.promise.catch(() => undefined);
    this.#gone.reject(new AgentError('UNAVAILABLE', 'the agent is closing'));
    this.#gone = Promise.withResolvers();
    for (const { stdout, stderr } of this.tasks.values()) {
      for (const output of [stdout, stderr]) output.pause().removeAllListeners();
    }
  }

  fail(call: string, code: AgentError['code'], message: string, failure?: RuntimeFailure): void {
    this.failures.set(call, new AgentError(code, message, failure));
  }

  /** The one process that runs. */
  get process(): FakeProcess {
    const running = [...this.tasks.values()].filter(({ exit }) => !exit);
    if (running.length !== 1) throw new Error(`${running.length} processes run`);
    return running[0]!;
  }

  get agent(): Agent {
    return {
      containers: inProcess(Containers, this.#containers()),
      system: { info: () => Promise.resolve(hostInfo()) },
      processes: inProcess(Processes, this.#processes()),
      streams: { stdio: (id: string, execId = '') => this.#find(id, execId).stdio },
    } as unknown as Agent;
  }

  #note(call: string): void {
    this.calls.push(call);
    const failure = this.failures.get(call);
    this.failures.delete(call);
    if (failure) throw failure;
  }

  #find(id: string, execId: string): FakeProcess {
    const found = execId ? this.execs.get(execId) : this.tasks.get(id);
    if (!found) throw new AgentError('NOT_FOUND', 'no such process');
    return found;
  }

  #containers(): Parameters<typeof inProcess<typeof Containers>>[1] {
    return {
      create: async ({ id }) => {
        this.#note('create');
        this.layers.add(id);
        return { directory: `/agent/${id}` };
      },
      start: async (request: StartContainerRequest) => {
        this.#note('start');
        const process = new FakeProcess(request.spec, request.terminal, request.stdin);
        this.tasks.set(request.id, process);
        return { pid: 42, runtime: 'fake', cgroup: '/fake' };
      },
      pause: async ({ id }) => this.#freeze('pause', id, true),
      resume: async ({ id }) => this.#freeze('resume', id, false),
      update: async ({ resources }) => {
        this.#note(`update ${resources}`);
        return {};
      },
      pids: async () => ({ pids: [42] }),
      release: async ({ id }) => {
        this.#note('release');
        this.tasks.delete(id);
        return {};
      },
      remove: async ({ id }) => {
        this.#note('remove');
        this.layers.delete(id);
        return {};
      },
      list: async () => ({ containers: this.#list() }),
      readFile: async ({ path }) => {
        const text = this.files.get(path);
        return { found: text !== undefined, content: Buffer.from(text ?? '') };
      },
      rewriteFile: () => Promise.resolve({}),
      usage: async () => ({ bytes: 0, inodes: 0 }),
    };
  }

  #freeze(call: string, id: string, paused: boolean): Record<string, never> {
    this.#note(call);
    this.#find(id, '').paused = paused;
    return {};
  }

  #list(): ListedContainer[] {
    return [...new Set([...this.layers, ...this.tasks.keys()])].map((id) => {
      const task = this.tasks.get(id);
      const status = !task
        ? TaskStatus.NONE
        : task.exit
          ? TaskStatus.STOPPED
          : task.paused
            ? TaskStatus.PAUSED
            : TaskStatus.RUNNING;
      return create(ListedContainerSchema, {
        id,
        status,
        pid: 42,
        exit: task?.exit,
        hasLayer: this.layers.has(id),
      });
    });
  }

  #processes(): Parameters<typeof inProcess<typeof Processes>>[1] {
    return {
      exec: async ({ execId, process, terminal, stdin }) => {
        this.#note('exec');
        this.execs.set(execId, new FakeProcess(process, terminal, stdin));
        return { pid: 43 };
      },
      kill: async ({ containerId, execId, signal }) => {
        this.#note(`kill ${signal}`);
        const process = this.#find(containerId, execId);
        if (process.exit) throw new AgentError('NOT_FOUND', 'process already finished');
        process.signals.push(signal);
        if (this.deadly.has(signal)) process.end(128 + signal);
        return {};
      },
      wait: ({ containerId, execId }) =>
        Promise.race([this.#find(containerId, execId).ended.promise, this.#gone.promise]),
      resize: async ({ width, height }) => {
        this.#note(`resize ${width}x${height}`);
        return {};
      },
      closeStdin: async () => ({}),
      delete: async ({ execId }) => {
        this.#note('delete');
        this.execs.delete(execId);
        return {};
      },
    };
  }
}
