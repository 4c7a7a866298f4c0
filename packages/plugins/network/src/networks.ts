import type { Agent } from '@arca/agent-proto';
import {
  ArcaError,
  invalidParameter,
  notFound,
  systemError,
  type Clock,
  type Collection,
  type Daemon,
  type NetworkDriver,
  type NetworkSource,
  type Store,
} from '@arca/plugin-kit';
import { bridgeOption, rangeOf, type Family, type NetworkRecord, type Range } from './record.js';
import { AddressPool, defaultPools, firstAddress, freeSubnet, localPool, prefixLength } from './subnets.js';

/** The networks that exist, their addresses, and their bridges on the agent's host. */
export class Networks {
  private readonly records: Collection<NetworkRecord>;
  private readonly pools = new Map<string, AddressPool>();

  constructor(
    store: Store,
    private readonly agent: Agent,
    private readonly daemon: Daemon,
    private readonly clock: Clock,
    private readonly randomId: () => string,
    /** By name. */
    readonly drivers: ReadonlyMap<string, NetworkDriver>,
  ) {
    this.records = store.collection<NetworkRecord>('networks');
  }

  /** Makes the three networks that always exist, and the bridges of all. */
  async start(): Promise<void> {
    if (!this.byName('bridge')) {
      const subnet = await this.defaultSubnet();
      const gateway = this.daemon.bridgeAddress
        ? this.daemon.bridgeAddress.split('/')[0]!
        : firstAddress(subnet);
      this.add({
        name: 'bridge',
        bridge: `${this.daemon.instance}0`,
        ranges: [{ subnet, gateway, ipRange: '', auxiliary: {} }],
      });
    }
    if (!this.byName('host')) this.add({ name: 'host', driver: 'host', ranges: [] });
    if (!this.byName('none')) this.add({ name: 'none', driver: 'null', ranges: [] });
    for (const network of this.list()) {
      await this.drivers.get(network.driver)?.create(sourceOf(network), false);
    }
  }

  list(): NetworkRecord[] {
    return [...this.records.values()];
  }

  /** By id, name or unique prefix of an id. Throws NotFound `network x not found`. */
  get(reference: string): NetworkRecord {
    const found = this.find(reference);
    if (!found) throw notFound(`network ${reference} not found`, 'network.unknown');
    return found;
  }

  find(reference: string): NetworkRecord | undefined {
    const exact = this.records.get(reference) ?? this.byName(reference);
    if (exact) return exact;
    const matches = /^[0-9a-f]+$/.test(reference)
      ? this.list().filter(({ id }) => id.startsWith(reference))
      : [];
    if (matches.length > 1)
      throw invalidParameter(
        `network ${reference} is ambiguous (${matches.length} matches found on ID prefix)`,
        'network.ambiguous',
      );
    return matches[0];
  }

  /** Keeps a new network of which nothing has to be made. */
  add(fields: Partial<NetworkRecord> & Pick<NetworkRecord, 'name' | 'ranges'>): NetworkRecord {
    const record = this.draft(fields);
    this.records.set(record.id, record);
    return record;
  }

  /** A network that is not kept yet. */
  draft(fields: Partial<NetworkRecord> & Pick<NetworkRecord, 'name' | 'ranges'>): NetworkRecord {
    const id = this.randomId();
    const bridge = fields.driver === 'bridge' ? fields.options?.[bridgeOption('name')] : undefined;
    return {
      id,
      driver: 'bridge',
      createdAt: this.clock.now(),
      internal: false,
      attachable: false,
      enableIPv4: true,
      enableIPv6: false,
      labels: {},
      options: {},
      ipamOptions: {},
      bridge: bridge || `${this.daemon.instance.slice(0, 3)}${id.slice(0, 12)}`,
      ...fields,
      ...(['host', 'null'].includes(fields.driver ?? '') && { bridge: '' }),
    };
  }

  /** Keeps a new network and has its driver make it. Nothing is left when that fails. */
  async make(network: NetworkRecord): Promise<void> {
    const driver = this.drivers.get(network.driver)!;
    const source = sourceOf(network);
    driver.check(source, this.othersOf(network));
    this.records.set(network.id, network);
    try {
      await driver.create(source, true);
    } catch (error) {
      // What it has refused to make is not its own to remove.
      if (!(error instanceof ArcaError))
        await driver.remove(source, this.othersOf(network)).catch(() => undefined);
      this.records.delete(network.id);
      throw error;
    }
  }

  async remove(network: NetworkRecord): Promise<void> {
    await this.drivers.get(network.driver)?.remove(sourceOf(network), this.othersOf(network));
    this.records.delete(network.id);
    for (const family of [4, 6]) this.pools.delete(`${network.id}/${family}`);
  }

  private othersOf({ id, driver }: NetworkRecord): NetworkSource[] {
    return this.list()
      .filter((other) => other.driver === driver && other.id !== id)
      .map(sourceOf);
  }

  /** Addresses of the network's range of a family; undefined when it has none. */
  addresses(network: NetworkRecord, family: Family): AddressPool | undefined {
    const key = `${network.id}/${family}`;
    const range = rangeOf(network, family);
    let pool = this.pools.get(key);
    if (!pool && range) {
      const { subnet, ipRange, gateway, auxiliary } = range;
      pool = new AddressPool(subnet, ipRange, [gateway, ...Object.values(auxiliary)]);
      this.pools.set(key, pool);
    }
    return pool;
  }

  /** An IPv6 subnet of this installation's own, which no network has. */
  chooseSubnet6(): string {
    const own = this.list().flatMap(({ ranges }) => ranges.map(({ subnet }) => subnet));
    return freeSubnet([localPool(this.daemon.id)], own)!;
  }

  /** A subnet that neither a network nor the host uses. Throws System when every pool is used up. */
  async chooseSubnet(): Promise<string> {
    const { subnets } = await this.agent.networks.hostSubnets({});
    const own = this.list().flatMap(({ ranges }) => ranges.map((range: Range) => range.subnet));
    const pools = this.daemon.defaultAddressPools.length > 0 ? this.daemon.defaultAddressPools : defaultPools;
    const subnet = freeSubnet(pools, [...subnets, ...own]);
    if (!subnet)
      throw systemError('all predefined address pools have been fully subnetted', 'network.no-subnet');
    return subnet;
  }

  private async defaultSubnet(): Promise<string> {
    const { bridgeAddress } = this.daemon;
    return bridgeAddress ? networkOf(bridgeAddress) : this.chooseSubnet();
  }

  private byName(name: string): NetworkRecord | undefined {
    return this.list().find((network) => network.name === name);
  }
}

/** What a driver is told of a network. */
export function sourceOf({ id, name, options, internal, bridge, ranges }: NetworkRecord): NetworkSource {
  const subnets = ranges.map(({ subnet, gateway }) => ({ subnet, gateway }));
  return { id, name, options, internal, subnets, interface: bridge };
}

/** `172.17.0.1/16` → `172.17.0.0/16` */
function networkOf(address: string): string {
  const bits = prefixLength(address);
  const value = address
    .split('/')[0]!
    .split('.')
    .reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - bits);
  const base = Math.floor(value / size) * size;
  return `${[24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256).join('.')}/${bits}`;
}
