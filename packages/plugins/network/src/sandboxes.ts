import type { Agent } from '@arca/agent-proto';
import { systemError, type Log } from '@arca/plugin-kit';
import type { Networks } from './networks.js';
import type { Endpoint, NetworkRecord } from './record.js';
import { prefixLength } from './subnets.js';

/** A namespace that is connected to one network and waits for a container. */
export interface PreparedSandbox {
  id: string;
  path: string;
  endpoint: Endpoint;
}

/** What a container asks of its first network. */
export interface EndpointWish {
  address?: string;
  mac?: string;
}

const kept = 3;

/**
 * Network namespaces with their endpoint. A few of the default bridge are made ahead of time, so that starting a
 * container waits for none of it; they are refilled when one is taken.
 */
export class Sandboxes {
  private readonly waiting: PreparedSandbox[] = [];
  private filling: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly agent: Agent,
    private readonly networks: Networks,
    private readonly log: Log,
    private readonly randomId: () => string,
  ) {}

  /** A connected namespace: a prepared one when nothing special is asked of the default bridge. */
  async take(network: NetworkRecord, wish: EndpointWish): Promise<PreparedSandbox> {
    if (network.name === 'bridge' && !wish.address && !wish.mac) {
      const prepared = this.waiting.shift();
      if (prepared) {
        // After the container's own work: the machine's next idle moment is early enough.
        setTimeout(() => this.refill(), 50).unref();
        return prepared;
      }
    }
    return this.make(network, wish);
  }

  refill(): void {
    if (this.closed || this.filling) return;
    this.filling = this.fill()
      .catch((error: unknown) =>
        this.log('warn', 'cannot prepare a network namespace', { error: String(error) }),
      )
      .finally(() => (this.filling = undefined));
  }

  /** Gives the addresses back and removes the namespace. */
  async drop(id: string, endpoints: readonly Endpoint[]): Promise<void> {
    await this.agent.networks.removeSandbox({ id });
    for (const endpoint of endpoints) {
      const network = this.networks.find(endpoint.networkId);
      if (network) this.networks.addresses(network).release(endpoint.address);
    }
  }

  /** Removes the namespaces that no container has; for the start of the daemon. */
  async removeUnknown(known: ReadonlySet<string>): Promise<void> {
    const { sandboxes } = await this.agent.networks.listSandboxes({});
    const unknown = sandboxes.filter(
      ({ id }) => !known.has(id) && !this.waiting.some((other) => other.id === id),
    );
    await Promise.all(unknown.map(({ id }) => this.agent.networks.removeSandbox({ id })));
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.filling;
    await Promise.all(this.waiting.splice(0).map(({ id, endpoint }) => this.drop(id, [endpoint])));
  }

  private async fill(): Promise<void> {
    const network = this.networks.get('bridge');
    while (!this.closed && this.waiting.length < kept) this.waiting.push(await this.make(network, {}));
  }

  private async make(network: NetworkRecord, wish: EndpointWish): Promise<PreparedSandbox> {
    const range = network.ranges[0]!;
    const pool = this.networks.addresses(network);
    const address = wish.address ?? pool.take();
    if (!address)
      throw systemError(
        `no available IPv4 addresses on this network's address pools: ${network.name} (${network.id})`,
        'network.full',
      );
    if (wish.address && !pool.reserve(wish.address))
      throw systemError('Address already in use', 'network.address-in-use');
    const endpoint: Endpoint = {
      networkId: network.id,
      endpointId: this.randomId(),
      address,
      prefixLength: prefixLength(range.subnet),
      gateway: network.internal ? '' : range.gateway,
      mac: wish.mac ?? macOf(address),
    };
    const id = this.randomId().slice(0, 12);
    try {
      const { path } = await this.agent.networks.createSandbox({ id });
      await this.agent.networks.connect({
        sandboxId: id,
        bridge: network.bridge,
        interface: 'eth0',
        addresses: [`${address}/${endpoint.prefixLength}`],
        gateways: endpoint.gateway ? [endpoint.gateway] : [],
        mac: endpoint.mac,
        mtu: Number(network.options['com.docker.network.driver.mtu'] ?? 0),
      });
      return { id, path, endpoint };
    } catch (error) {
      await this.drop(id, [endpoint]).catch(() => undefined);
      throw error;
    }
  }
}

/** Locally administered, and unique on a bridge because the address is. */
function macOf(address: string): string {
  const hex = address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'));
  return ['02', '42', ...hex].join(':');
}
