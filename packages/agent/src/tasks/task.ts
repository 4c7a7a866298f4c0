import { AgentError } from '@arca/agent-proto';
import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { oomKills } from '../linux/cgroups.js';
import { removeBundle } from './bundle.js';
import type { TaskContext } from './context.js';
import type { Exec } from './exec.js';
import { GRACE, type ContainerProcess } from './process.js';
import type { ExitRecord, TaskRecord } from './records.js';
import { forceDelete } from './runtime-state.js';
import { TtrpcError } from './ttrpc/client.js';
import { Turns } from './turns.js';

/**
 * What runs of a container: its init process and the processes added to it. After the end it stays, with the exit,
 * until it is released.
 */
export class Task {
  readonly execs = new Map<string, Exec>();
  /**
   * Starts of exec processes. The shim hands exits on through a queue of 32 that it does not read while it starts
   * something: when many processes that end at once are started together, it waits for seconds with each.
   */
  readonly starts = new Turns(8);
  paused = false;
  /** Settles when the init process has ended and that is on disk. */
  readonly ended: Promise<ExitRecord>;
  private readonly cleared: Promise<void>;

  constructor(
    private readonly context: TaskContext,
    readonly record: TaskRecord,
    readonly process: ContainerProcess,
    grace: number,
  ) {
    this.ended = record.exit ? Promise.resolve(record.exit) : this.follow(grace);
    this.cleared = this.ended.then(() => this.clear());
    this.cleared.catch(() => undefined);
  }

  get id(): string {
    return this.record.id;
  }

  get shim() {
    return this.process.shim;
  }

  get runtimeType() {
    return this.record.runtime.type;
  }

  get exit(): ExitRecord | undefined {
    return this.record.exit;
  }

  /** Throws FAILED_PRECONDITION when it has ended. */
  checkRunning(): this {
    if (this.exit) throw new AgentError('FAILED_PRECONDITION', `container ${this.id} is not running`);
    return this;
  }

  /** Forgets the ended task. When it resolves, the root file system is unmounted and the container may start anew. */
  async release(): Promise<void> {
    if (!this.exit) throw new AgentError('FAILED_PRECONDITION', `container ${this.id} is running`);
    await this.cleared.catch(() => this.clear());
    this.process.streams.release();
    for (const exec of this.execs.values()) exec.process.streams.release();
    await rm(this.context.records.directory(this.id), { recursive: true, force: true });
  }

  /** Lets go of what runs on. */
  disconnect(): void {
    this.shim.disconnect();
    this.process.streams.destroy();
    for (const exec of this.execs.values()) exec.process.streams.destroy();
  }

  private async follow(grace: number): Promise<ExitRecord> {
    const exit = await this.process.ended(grace);
    exit.oomKilled = (await oomKills(this.context.mounted, this.record.cgroup)) > 0;
    this.record.exit = exit;
    this.paused = false;
    this.save();
    return exit;
  }

  /** Makes shim and runtime forget the container, which unmounts it, and ends the shim in the background. */
  private async clear(): Promise<void> {
    // The shim forgets processes of a deleted container without telling how they ended.
    const execs = Promise.allSettled([...this.execs.values()].map((exec) => exec.ended));
    await Promise.race([execs, delay(GRACE, undefined, { ref: false })]);
    try {
      await this.process.delete();
    } catch (error) {
      if (this.shim.released) throw error;
      const forgotten = error instanceof TtrpcError && error.code === 'NOT_FOUND';
      if (!forgotten) await this.force(error);
    }
    await removeBundle(this.record.bundle);
    void this.shim.dispose();
  }

  private save(): void {
    try {
      this.context.records.saveTask(this.record);
    } catch (error) {
      this.context.log('error', 'the exit of a container could not be written', {
        id: this.id,
        error: String(error),
      });
    }
  }

  private async force(error: unknown): Promise<void> {
    const { id, context } = this;
    context.log('warn', 'the shim could not delete its container', { id, error: String(error) });
    this.shim.kill();
    await forceDelete(this.record, context.instance, context.mounted);
  }
}
