import type { WaitCondition, WaitResult } from '@arca/plugin-kit';

type Waiter = (result: WaitResult) => void;

/** Those who wait for a container to stop or to be removed. */
export class Waiters {
  readonly #stop = new Set<Waiter>();
  readonly #removal = new Set<Waiter>();

  /** Registers at once. Rejects with the signal's reason when it aborts. */
  wait(condition: WaitCondition, signal: AbortSignal): Promise<WaitResult> {
    const waiters = condition === 'removed' ? this.#removal : this.#stop;
    return new Promise((resolve, reject) => {
      const waiter: Waiter = (result) => {
        signal.removeEventListener('abort', abandon);
        resolve(result);
      };
      const abandon = () => {
        waiters.delete(waiter);
        reject(signal.reason as Error);
      };
      if (signal.aborted) return abandon();
      signal.addEventListener('abort', abandon, { once: true });
      waiters.add(waiter);
    });
  }

  /** The process has ended (it may be about to be started again). */
  stopped(result: WaitResult): void {
    release(this.#stop, result);
  }

  /** The container is gone, which also ends the waiting for a stop that will not come. */
  removed(result: WaitResult): void {
    release(this.#removal, result);
    release(this.#stop, result);
  }
}

function release(waiters: Set<Waiter>, result: WaitResult): void {
  const released = [...waiters];
  waiters.clear();
  for (const waiter of released) waiter(result);
}
