import { AgentError } from '@arca/agent-proto';
import { timestampMs, type Timestamp } from '@bufbuild/protobuf/wkt';
import type { ExitRecord } from './records.js';
import type { Shim } from './shim.js';
import type { ProcessStreams } from './streams.js';

/** ms without output after which a process that has ended is no longer waited for, as dockerd does. */
export const GRACE = 2000;

/** The same for a process of an earlier agent: its streams' owner has yet to come. */
export const GRACE_AFTER_RECOVERY = 10_000;

/** The init process of a container, or an exec process in it: its streams and its end. */
export class ContainerProcess {
  /** How it ended, once that is known and its output has been read. */
  exit: ExitRecord | undefined;

  constructor(
    readonly shim: Shim,
    readonly containerId: string,
    /** Empty: the init process. */
    readonly execId: string,
    readonly streams: ProcessStreams,
    public pid = 0,
  ) {}

  get ref(): { id: string; execId: string } {
    return { id: this.containerId, execId: this.execId };
  }

  /**
   * Waits for the end of the process and of its output. When the shim is lost the process counts as killed: nobody can
   * tell what became of it. Rejects with UNAVAILABLE when the agent closes before.
   */
  async ended(grace: number): Promise<ExitRecord> {
    const exit = await this.shim.task.wait(this.ref).then(
      (answer) => ({ status: answer.exitStatus, exitedAt: milliseconds(answer.exitedAt), oomKilled: false }),
      () => killed(),
    );
    if (!this.shim.released) {
      this.streams.closeInput();
      await this.streams.drained(grace);
    }
    // A later agent finds the rest of the output and the exit.
    if (this.shim.released) throw new AgentError('UNAVAILABLE', 'the agent is closing');
    return exit;
  }

  /**
   * Makes the shim forget the ended process. CloseIO comes first: a terminal's copying of input ends by nothing else.
   */
  async delete(): Promise<void> {
    if (this.streams.stdio.stdin)
      await this.shim.task.closeIO({ ...this.ref, stdin: true }).catch(() => undefined);
    await this.shim.task.delete(this.ref);
  }
}

function milliseconds(timestamp: Timestamp | undefined): number {
  return timestamp ? timestampMs(timestamp) : Date.now();
}

/** The exit of a process of which nothing is known but that it does not run. */
export function killed(): ExitRecord {
  return { status: 137, exitedAt: Date.now(), oomKilled: false };
}
