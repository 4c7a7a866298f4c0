/** Runs work under the same key one after another, under different keys side by side. */
export class KeyedLocks {
  readonly #tails = new Map<string, Promise<void>>();

  /** The work's result. Rejects with the signal's reason, and does not start, when it is aborted while it waits. */
  async run<T>(key: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const done = Promise.withResolvers<void>();
    const tail = before.then(() => done.promise);
    this.#tails.set(key, tail);
    try {
      await turn(before, signal);
      return await work();
    } finally {
      done.resolve();
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    }
  }

  /** True when work under the key runs or waits. */
  held(key: string): boolean {
    return this.#tails.has(key);
  }
}

async function turn(before: Promise<void>, signal?: AbortSignal): Promise<void> {
  if (signal === undefined) return before;
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([before, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
