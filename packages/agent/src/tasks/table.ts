import { AgentError, type ProcessStdio } from '@arca/agent-proto';
import type { TaskContext } from './context.js';
import type { Exec } from './exec.js';
import type { Task } from './task.js';

/** The tasks of the instance, by container. */
export class TaskTable {
  private readonly tasks = new Map<string, Task>();
  private readonly starting = new Set<string>();

  constructor(readonly context: TaskContext) {}

  /** Enters a task that the function starts. ALREADY_EXISTS while there is one, started or being started. */
  async add(id: string, start: () => Promise<Task>): Promise<Task> {
    if (this.has(id)) throw new AgentError('ALREADY_EXISTS', `container ${id} has a task already`);
    this.starting.add(id);
    try {
      const task = await start();
      this.tasks.set(id, task);
      return task;
    } finally {
      this.starting.delete(id);
    }
  }

  /** Enters the tasks of an earlier agent. */
  restore(tasks: Task[]): void {
    for (const task of tasks) this.tasks.set(task.id, task);
  }

  has(id: string): boolean {
    return this.starting.has(id) || this.tasks.has(id);
  }

  find(id: string): Task | undefined {
    return this.tasks.get(id);
  }

  /** Whether there is any task. */
  get busy(): boolean {
    return this.starting.size > 0 || this.tasks.size > 0;
  }

  ids(): Iterable<string> {
    return this.tasks.keys();
  }

  /** NOT_FOUND without a task. */
  get(id: string): Task {
    const task = this.tasks.get(id);
    if (!task) throw new AgentError('NOT_FOUND', `container ${id} has no task`);
    return task;
  }

  /** NOT_FOUND without a task, FAILED_PRECONDITION when it has ended. */
  running(id: string): Task {
    return this.get(id).checkRunning();
  }

  /** The init process (empty exec id) or an exec process; both have an end. NOT_FOUND when there is none. */
  process(containerId: string, execId: string): Task | Exec {
    const task = this.get(containerId);
    if (execId === '') return task;
    const exec = task.execs.get(execId);
    if (!exec) throw new AgentError('NOT_FOUND', `container ${containerId} has no exec ${execId}`);
    return exec;
  }

  /** `AgentStreams.stdio` */
  stdio(containerId: string, execId = ''): ProcessStdio {
    return this.process(containerId, execId).process.streams.claim();
  }

  async release(id: string): Promise<void> {
    if (this.starting.has(id))
      throw new AgentError('FAILED_PRECONDITION', `container ${id} is being started`);
    await this.tasks.get(id)?.release();
    this.tasks.delete(id);
  }

  /** Lets go of all tasks; what runs goes on running. */
  disconnect(): void {
    for (const task of this.tasks.values()) task.disconnect();
    this.tasks.clear();
  }
}
