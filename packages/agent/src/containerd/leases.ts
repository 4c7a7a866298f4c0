import { randomUUID } from 'node:crypto';
import type { Client } from '@connectrpc/connect';
import { Leases as LeaseService } from '../generated/containerd/services/leases/v1/leases_pb.js';
import type { Connection } from './connection.js';
import { isNotFound } from './errors.js';

const PREFIX = 'arca-';
const FIRST_PAUSE = 1000; // ms before what could not be ended is tried again
const LONGEST_PAUSE = 60_000;
const LIFETIME = 24 * 3600 * 1000; // ms; the end of a lease whose agent did not come back

/** Keeps what is made under it from containerd's garbage collector. */
export class Lease {
  /** Headers of calls whose results it shall hold. */
  readonly headers: Record<string, string>;

  constructor(
    private readonly client: Client<typeof LeaseService>,
    readonly id: string,
  ) {
    this.headers = { 'containerd-lease': id };
  }

  /** Holds what exists already. */
  async add(type: 'content' | 'snapshots/overlayfs', id: string): Promise<void> {
    await this.client.addResource({ id: this.id, resource: { id, type } });
  }
}

export class Leases {
  readonly #client: Client<typeof LeaseService>;
  /** Those that could not be ended: on a disk without a byte left containerd cannot remove either. */
  readonly #left = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(connection: Connection) {
    this.#client = connection.client(LeaseService);
  }

  /**
   * Runs the work with a lease. What the work has named by its end stays; the rest is garbage, and when the work fails
   * it is collected before the error is thrown on; with `collect` always.
   */
  async hold<T>(work: (lease: Lease) => Promise<T>, { collect = false } = {}): Promise<T> {
    const id = PREFIX + randomUUID();
    const expiry = new Date(Date.now() + LIFETIME).toISOString();
    await this.#client.create({ id, labels: { 'containerd.io/gc.expire': expiry } });
    let failed = true;
    try {
      const result = await work(new Lease(this.#client, id));
      failed = false;
      return result;
    } finally {
      await this.#end(id, failed || collect).catch((error: unknown) => {
        // The error of the work says more.
        if (!failed) throw error;
      });
    }
  }

  /** Ends the leases of an agent that was killed, and collects what they held. */
  async sweep(): Promise<void> {
    const { leases } = await this.#client.list({});
    const left = leases.filter(({ id }) => id.startsWith(PREFIX));
    for (const [index, { id }] of left.entries()) await this.#end(id, index === left.length - 1);
  }

  /** Does not try again any more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#left.clear();
  }

  async #end(id: string, sync: boolean): Promise<void> {
    await this.#client.delete({ id, sync }).catch((error: unknown) => {
      if (isNotFound(error)) return;
      this.#left.add(id);
      this.#tryAgain(FIRST_PAUSE);
      throw error;
    });
  }

  #tryAgain(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const ended = [...this.#left].map(async (id) => {
        await this.#client.delete({ id, sync: true }).catch((error: unknown) => {
          if (!isNotFound(error)) throw error;
        });
        this.#left.delete(id);
      });
      Promise.all(ended).catch(() => {
        if (this.#left.size > 0) this.#tryAgain(Math.min(2 * pause, LONGEST_PAUSE));
      });
    }, pause).unref();
  }
}
