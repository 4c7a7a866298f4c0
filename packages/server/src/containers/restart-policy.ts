import type { HostConfig } from '@arca/api';
import type { ContainerState } from '@arca/plugin-kit';

type Policy = HostConfig['RestartPolicy'];

/** ms */
const shortest = 100;
const longest = 60_000;
/** A run of this many ms counts as a success: the next wait is short again. */
const longRun = 10_000;

/**
 * Whether `HostConfig.RestartPolicy` brings a container back that has ended with `state`. `asked`: a person has stopped it
 * or sent it a signal since the daemon and the container have both been up.
 */
export function restarts(
  policy: Policy,
  state: Pick<ContainerState, 'exitCode' | 'stoppedByUser' | 'restartCount'>,
  asked: boolean,
): boolean {
  if (asked) return false;
  switch (policy?.Name) {
    case 'always':
      return true;
    case 'unless-stopped':
      return !state.stoppedByUser;
    case 'on-failure':
      return (
        state.exitCode !== 0 && (!policy.MaximumRetryCount || state.restartCount < policy.MaximumRetryCount)
      );
    default:
      return false;
  }
}

/** How long to wait before the next restart: 100 ms, doubled each time up to a minute. */
export class Backoff {
  #delay = 0;

  /** `ran`: ms for which the container ran. */
  next(ran: number): number {
    if (ran >= longRun) this.#delay = 0;
    this.#delay = Math.min(this.#delay === 0 ? shortest : this.#delay * 2, longest);
    return this.#delay;
  }

  reset(): void {
    this.#delay = 0;
  }
}
