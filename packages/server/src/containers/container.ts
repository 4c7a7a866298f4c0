import type { Process } from '@arca/oci-spec';
import {
  Lock,
  type ContainerRecord,
  type ContainerState,
  type ContainerStatus,
  type LogWriter,
} from '@arca/plugin-kit';
import type { StreamHub } from '../streams/hub.js';
import { Backoff } from './restart-policy.js';
import { Waiters } from './waiters.js';

/** A container in memory: its record and what belongs to this run of the daemon only. */
export class Container {
  readonly lock = new Lock();
  readonly waiters = new Waiters();
  readonly backoff = new Backoff();
  /** OCI `process` that it was started with; undefined after a restart of the daemon until somebody asks. */
  process: Process | undefined;
  /** Its log, while it runs. */
  writer: LogWriter | undefined;
  /** A person has asked it to end since it was last started by one: its restart policy rests. */
  askedToStop = false;
  /** It ends because a person restarts it, which is no reason to remove it. */
  restartedByUser = false;
  /** Ends the waiting for the next restart. */
  cancelRestart: (() => void) | undefined;
  removing = false;
  removed = false;

  constructor(
    public record: ContainerRecord,
    readonly streams: StreamHub,
  ) {}

  get id(): string {
    return this.record.id;
  }

  get state(): Readonly<ContainerState> {
    return this.record.state;
  }

  /** As dockerd sees it: also while it is paused, or waits for a restart. */
  get running(): boolean {
    return runningStatuses.has(this.state.status);
  }

  get paused(): boolean {
    return this.state.status === 'paused';
  }

  get restarting(): boolean {
    return this.state.status === 'restarting';
  }
}

const runningStatuses: ReadonlySet<ContainerStatus> = new Set(['running', 'paused', 'restarting']);
