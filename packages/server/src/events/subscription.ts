import type { EventMessage } from '@arca/api';
import type { EventQuery } from '@arca/plugin-kit';
import { passes } from './filter.js';
import type { KeptEvent } from './message.js';

/** How many new events wait for a reader; the same as dockerd's. */
const queueLimit = 1024;

/** Node's timers take 31 bits of milliseconds. */
const longestTimer = 2 ** 31 - 1;

/**
 * One reader of events. It never holds up who emits: a reader that is too slow for its queue misses events, which
 * `onMissed` is told once each time it happens. Ends at `until`, with the signal, or when it is returned.
 */
export class Subscription implements AsyncIterableIterator<EventMessage> {
  readonly query: EventQuery;
  readonly #queue: EventMessage[];
  readonly #onEnd: (subscription: Subscription) => void;
  readonly #onMissed: () => void;
  #waiting: ((result: IteratorResult<EventMessage, undefined>) => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  readonly #limit: number;
  #missing = false;
  #ended = false;

  constructor(
    query: EventQuery,
    past: readonly KeptEvent[],
    callbacks: { onEnd: (subscription: Subscription) => void; onMissed: () => void },
  ) {
    this.query = query;
    this.#queue = past.filter((event) => this.#wants(event)).map(({ message }) => message);
    this.#limit = this.#queue.length + queueLimit;
    this.#onEnd = callbacks.onEnd;
    this.#onMissed = callbacks.onMissed;
  }

  /** Begins to listen; `now` in nanoseconds since the epoch. A query of the past alone ends after it. */
  open(now: bigint): void {
    const { signal, until } = this.query;
    signal.addEventListener('abort', this.#abort, { once: true });
    if (signal.aborted) return this.#abort();
    this.#endAt(until, now);
  }

  push(event: KeptEvent): void {
    if (this.#ended || !passes(event.message, this.query.filters)) return;
    const waiting = this.#waiting.shift();
    if (waiting) return waiting({ done: false, value: event.message });
    if (this.#queue.length < this.#limit) {
      this.#missing = false;
      this.#queue.push(event.message);
    } else if (!this.#missing) {
      this.#missing = true;
      this.#onMissed();
    }
  }

  next(): Promise<IteratorResult<EventMessage, undefined>> {
    const value = this.#queue.shift();
    if (value) return Promise.resolve({ done: false, value });
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  return(): Promise<IteratorResult<EventMessage, undefined>> {
    this.#abort();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Past events are wanted only when the query says from or to when. */
  #wants({ message, time }: KeptEvent): boolean {
    const { since, until, filters } = this.query;
    if (since === undefined && until === undefined) return false;
    if (since !== undefined && time < since) return false;
    return (until === undefined || time <= until) && passes(message, filters);
  }

  #endAt(until: bigint | undefined, now: bigint): void {
    if (until === undefined) return;
    const left = Number((until - now) / 1_000_000n);
    if (until <= now) return this.#end();
    this.#timer = setTimeout(
      () => (left > longestTimer ? this.#endAt(until, now + BigInt(longestTimer) * 1_000_000n) : this.#end()),
      Math.min(left, longestTimer),
    );
  }

  /** No new events; what is queued can still be read. */
  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.query.signal.removeEventListener('abort', this.#abort);
    this.#onEnd(this);
    for (const waiting of this.#waiting) waiting({ done: true, value: undefined });
    this.#waiting = [];
  }

  /** Nobody reads any more. */
  readonly #abort = (): void => {
    this.#queue.length = 0;
    this.#end();
  };
}
