import type { Agent } from '@arca/agent-proto';
import type { Log } from '@arca/plugin-kit';
import type { Endpoints } from './endpoints.js';
import type { Networks } from './networks.js';
import type { Endpoint } from './record.js';

/** A namespace, and one that is connected to the default bridge and waits for a container. */
export interface Sandbox {
  id: string;
  path: string;
}
export interface PreparedSandbox extends Sandbox {
  endpoint: Endpoint;
}

const kept = 3;

/**
 * Network namespaces. A few that are connected to the default bridge are made ahead of time, so that starting a
 * container waits for none of it, and a few without a connection as soon as somebody has used other bridges; they are
 * refilled when one is taken. Addresses of other networks are not taken ahead: the lowest free one is the next.
 */
export class Sandboxes {
  private readonly waiting: PreparedSandbox[] = [];
  private readonly bare: Sandbox[] = [];
  private bareWanted = 0;
  private filling: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly agent: Agent,
    private readonly networks: Networks,
    private readonly endpoints: Endpoints,
    private readonly log: Log,
    private readonly randomId: () => string,
  ) {}

  /** One that is connected to the default bridge. */
  async takeConnected(): Promise<PreparedSandbox> {
    const prepared = this.waiting.shift();
    if (!prepared) return this.makeConnected();
    this.refillLater();
    return prepared;
  }

  /** One without a connection; `withPort`: its first one is to be of `eth0` with a bridge. */
  async take(withPort: boolean): Promise<Sandbox> {
    if (!withPort) return this.make(false);
    this.bareWanted = kept;
    this.refillLater();
    return this.bare.shift() ?? this.make(true);
  }

  private async make(withPort: boolean): Promise<Sandbox> {
    const id = this.randomId().slice(0, 12);
    try {
      const { path } = await this.agent.networks.createSandbox({ id, withPort });
      return { id, path };
    } catch (error) {
      await this.agent.networks.removeSandbox({ id }).catch(() => undefined);
      throw error;
    }
  }

  /** After the container's own work: the machine's next idle moment is early enough. */
  private refillLater(): void {
    setTimeout(() => this.refill(), 50).unref();
  }

  refill(): void {
    if (this.closed || this.filling) return;
    this.filling = this.fill()
      .catch((error: unknown) =>
        this.log('warn', 'cannot prepare a network namespace', { error: String(error) }),
      )
      .finally(() => (this.filling = undefined));
  }

  /** Removes the namespace and gives the addresses back. */
  async drop(id: string, endpoints: readonly Endpoint[]): Promise<void> {
    await this.agent.networks.removeSandbox({ id });
    for (const endpoint of endpoints) this.endpoints.release(endpoint);
  }

  /** Removes the namespaces that no container has; for the start of the daemon. */
  async removeUnknown(known: ReadonlySet<string>): Promise<void> {
    const { sandboxes } = await this.agent.networks.listSandboxes({});
    const waiting = [...this.waiting, ...this.bare];
    const unknown = sandboxes.filter(({ id }) => !known.has(id) && !waiting.some((other) => other.id === id));
    await Promise.all(unknown.map(({ id }) => this.agent.networks.removeSandbox({ id })));
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.filling;
    await Promise.all([
      ...this.waiting.splice(0).map(({ id, endpoint }) => this.drop(id, [endpoint])),
      ...this.bare.splice(0).map(({ id }) => this.drop(id, [])),
    ]);
  }

  private async fill(): Promise<void> {
    while (!this.closed && this.waiting.length < kept) this.waiting.push(await this.makeConnected());
    while (!this.closed && this.bare.length < this.bareWanted) this.bare.push(await this.make(true));
  }

  private async makeConnected(): Promise<PreparedSandbox> {
    const endpoint = this.endpoints.allocate(this.networks.get('bridge'), 'eth0', {});
    let sandbox: Sandbox | undefined;
    try {
      sandbox = await this.make(true);
      await this.endpoints.attach(sandbox.id, endpoint, true);
      return { ...sandbox, endpoint };
    } catch (error) {
      if (sandbox) await this.drop(sandbox.id, [endpoint]).catch(() => undefined);
      else this.endpoints.release(endpoint);
      throw error;
    }
  }
}
