import type { ExecRecord, ExecSettings } from '@arca/plugin-kit';
import type { StreamHub } from '../streams/hub.js';

/** A process added to a container, from its creation until the daemon forgets it. */
export class Exec {
  exitCode: number | null = null;
  running = false;
  pid = 0;
  /** Settles when it has been started, or could not be. */
  readonly started = Promise.withResolvers<void>();

  constructor(
    readonly id: string,
    readonly containerId: string,
    readonly config: ExecSettings,
    readonly streams: StreamHub,
  ) {
    this.started.promise.catch(() => undefined);
  }

  get record(): ExecRecord {
    const { id, containerId, config, running, exitCode, pid } = this;
    return { id, containerId, config, running, exitCode, pid };
  }
}
