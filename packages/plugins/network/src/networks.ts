import type { Agent } from '@arca/agent-proto';
import {
  ArcaError,
  invalidParameter,
  notFound,
  systemError,
  type Clock,
  type Collection,
  type Daemon,
  type Log,
  type NetworkDriver,
  type NetworkSource,
  type Store,
} from '@arca/plugin-kit';
import { defaultOptions, defaultRanges, isOutdated, withIPv6 } from './default-bridge.js';
import { bridgeOption, rangeOf, type Family, type NetworkRecord, type Range } from './record.js';
import { AddressPool, defaultPools, freeSubnet, isIPv6, localPool } from './subnets.js';

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

  /** Options that new networks of a driver have unless they say otherwise. */
  presetOptions(driver: string): Readonly<Record<string, string>> {
    return this.daemon.networkOptions[driver] ?? {};
  }

  /**
   * Makes the three networks that always exist, and the bridges of all. The default one becomes what the daemon's flags
   * say, unless a container is on it.
   */
  async start(isInUse: (network: NetworkRecord) => boolean, log: Log): Promise<void> {
    const bridge = this.byName('bridge');
    const flags = this.daemon.defaultBridge;
    const name = `${this.daemon.instance}0`;
    const options = defaultOptions(flags, name);
    if (!bridge) {
      const ranges = await this.defaultRanges();
      this.add({ name: 'bridge', bridge: name, options, enableIPv6: withIPv6(flags), ranges });
    } else if (isOutdated(flags, bridge.ranges)) {
      if (isInUse(bridge)) log('warn', 'the default bridge stays as it is: a container is on it');
      else {
        this.records.delete(bridge.id);
        const ranges = await this.defaultRanges();
        this.records.set(bridge.id, { ...bridge, enableIPv6: withIPv6(flags), ranges });
      }
    }
    const current = this.byName('bridge')!;
    this.records.set(current.id, { ...current, options });
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
      ipamOptions: null,
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

  /**
   * A subnet that neither a network nor the host uses: of the configured pools, else of Docker's, or for IPv6 of this
   * installation's own. Throws System when every pool is used up.
   */
  async chooseSubnet(family: Family): Promise<string> {
    const { subnets } = await this.agent.networks.hostSubnets({});
    const own = this.list().flatMap(({ ranges }) => ranges.map((range: Range) => range.subnet));
    const configured = this.daemon.defaultAddressPools.filter(({ base }) => isIPv6(base) === (family === 6));
    const fallback = family === 4 ? defaultPools : [localPool(this.daemon.id)];
    const subnet = freeSubnet(configured.length > 0 ? configured : fallback, [...subnets, ...own]);
    if (!subnet)
      throw systemError('all predefined address pools have been fully subnetted', 'network.no-subnet');
    return subnet;
  }

  private defaultRanges(): Promise<Range[]> {
    return defaultRanges(this.daemon.defaultBridge, (family) => this.chooseSubnet(family));
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
