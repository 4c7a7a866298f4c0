import type { EventMessage } from '@arca/api';
import type { Clock, EventQuery, Events, Log, NewEvent } from '@arca/plugin-kit';
import { toMessage, type KeptEvent } from './message.js';
import { Subscription } from './subscription.js';

/**
 * How many past events can be replayed. dockerd keeps 256; clients that lost their connection for a moment on a busy
 * host want more. They are kept in memory and not on disk: they tell what happened, not what is, nobody is promised
 * them after a restart of the daemon, and a write for each would be on the way of every request.
 */
const kept = 1024;

/** Tells subscribers what happens. Emitting never waits for them. */
export class EventBus implements Events {
  readonly #past: KeptEvent[] = [];
  readonly #subscriptions = new Set<Subscription>();

  constructor(
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  get subscribers(): number {
    return [...this.#subscriptions].filter(({ query }) => !query.internal).length;
  }

  emit(event: NewEvent): void {
    const message = toMessage(event, this.clock.nanoseconds());
    this.#past.push(message);
    // Cut in blocks: shifting an array of this size for every event would cost more than the event.
    if (this.#past.length >= 2 * kept) this.#past.splice(0, this.#past.length - kept);
    for (const subscription of this.#subscriptions) subscription.push(message);
  }

  /** Listens from the moment of the call, not from the first read. */
  subscribe(query: EventQuery): AsyncIterable<EventMessage> {
    const subscription = new Subscription(query, this.#past.slice(-kept), {
      onEnd: (ended) => void this.#subscriptions.delete(ended),
      onMissed: () => this.log('warn', 'a subscriber of events reads too slowly and misses some'),
    });
    this.#subscriptions.add(subscription);
    subscription.open(this.clock.nanoseconds());
    return subscription;
  }
}
