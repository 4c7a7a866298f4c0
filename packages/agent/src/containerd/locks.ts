import { unlessAborted } from './abort.js';

export interface WaitOptions {
  signal?: AbortSignal;
  /** Told when the turn does not come at once. */
  onWait?: () => void;
}

/** Runs work under the same key one after another, under different keys side by side. */
export class KeyedLocks {
  readonly #tails = new Map<string, Promise<void>>();

  /** The work's result. Rejects with the signal's reason, and does not start, when it is aborted while it waits. */
  async run<T>(key: string, work: () => Promise<T>, { signal, onWait }: WaitOptions = {}): Promise<T> {
    if (this.#tails.has(key)) onWait?.();
    const before = this.#tails.get(key) ?? Promise.resolve();
    const done = Promise.withResolvers<void>();
    const tail = before.then(() => done.promise);
    this.#tails.set(key, tail);
    // Not when this work ends: who gave up waiting ends before those it waited for.
    void tail.then(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    });
    try {
      await unlessAborted(before, signal);
      return await work();
    } finally {
      done.resolve();
    }
  }
}

/** So many at a time; the others wait their turn. */
export class Slots {
  readonly #waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** The work's result. Rejects with the signal's reason, and does not start, when it is aborted while it waits. */
  async run<T>(work: () => Promise<T>, options: WaitOptions = {}): Promise<T> {
    await this.#take(options);
    try {
      return await work();
    } finally {
      this.#give();
    }
  }

  async #take({ signal, onWait }: WaitOptions): Promise<void> {
    signal?.throwIfAborted();
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    onWait?.();
    const turn = Promise.withResolvers<void>();
    this.#waiting.push(turn.resolve);
    try {
      await unlessAborted(turn.promise, signal);
    } catch (error) {
      const place = this.#waiting.indexOf(turn.resolve);
      if (place >= 0) this.#waiting.splice(place, 1);
      else this.#give(); // the turn came together with the abort
      throw error;
    }
  }

  #give(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.free += 1;
    else next();
  }
}
