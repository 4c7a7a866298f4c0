import type { Network } from '@arca/api';
import {
  conflict,
  forbidden,
  invalidParameter,
  parseFilters,
  parseInstant,
  pruneTest,
  type Clock,
  type Containers,
  type Events,
  type OperationFunction,
} from '@arca/plugin-kit';
import { fixedNames, listFilters, matches } from './filters.js';
import type { Networks } from './networks.js';
import type { NetworkRecord, NetworkRuntime, Range } from './record.js';
import { firstAddress, isAddress, isSubnet, overlap } from './subnets.js';

/** The operations of the Network tag that manage networks themselves. */
export class NetworkOperations {
  constructor(
    private readonly networks: Networks,
    private readonly containers: Containers,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  readonly list: OperationFunction<'NetworkList'> = ({ params }) => {
    const filters = parseFilters(params.filters, listFilters);
    const found = this.networks
      .list()
      .filter((network) => matches(network, filters, this.members(network).length > 0));
    return Promise.resolve(found.map((network) => this.describe(network)));
  };

  readonly inspect: OperationFunction<'NetworkInspect'> = ({ params }) => {
    const network = this.networks.get(params.id);
    const answer: Network = { ...this.describe(network), Containers: {} };
    for (const { container, endpoint } of this.members(network)) {
      answer.Containers![container.id] = {
        Name: container.name,
        EndpointID: endpoint.endpointId,
        MacAddress: endpoint.mac,
        IPv4Address: `${endpoint.address}/${endpoint.prefixLength}`,
        IPv6Address: '',
      };
    }
    return Promise.resolve(answer);
  };

  readonly create: OperationFunction<'NetworkCreate'> = async ({ body }) => {
    const name = body.Name ?? '';
    if (name === '') throw invalidParameter('network name cannot be empty', 'network.name');
    if (this.networks.list().some((network) => network.name === name)) {
      if (fixedNames.includes(name))
        throw forbidden(`operation is not permitted on predefined ${name} network`, 'network.fixed');
      throw conflict(`network with name ${name} already exists`, 'network.exists');
    }
    const driver: string = body.Driver || 'bridge';
    if (driver !== 'bridge')
      throw invalidParameter(
        `could not find plugin ${driver} in v1 plugin registry: plugin not found`,
        'network.driver',
      );
    if (body.EnableIPv6)
      throw invalidParameter('IPv6 networks are not supported by the loaded network plugin', 'network.ipv6');
    const ranges = await this.ranges(body.IPAM?.Config ?? []);
    const network = this.networks.add({
      name,
      ranges,
      internal: body.Internal ?? false,
      attachable: body.Attachable ?? false,
      labels: body.Labels ?? {},
      options: body.Options ?? {},
      ipamOptions: body.IPAM?.Options ?? {},
      ...(body.Options?.['com.docker.network.bridge.name']
        ? { bridge: body.Options['com.docker.network.bridge.name'] }
        : {}),
    });
    try {
      await this.networks.ensureBridge(network);
    } catch (error) {
      await this.networks.remove(network).catch(() => undefined);
      throw error;
    }
    this.emit('create', network);
    return { Id: network.id, Warning: '' };
  };

  readonly remove: OperationFunction<'NetworkDelete'> = async ({ params }) => {
    const network = this.networks.get(params.id);
    if (fixedNames.includes(network.name)) {
      throw forbidden(`${network.name} is a pre-defined network and cannot be removed`, 'network.fixed');
    }
    const members = this.members(network);
    if (members.length > 0) {
      const list = members.map(({ container }) => `"${container.name}"`).join(' ');
      throw forbidden(
        `error while removing network: network ${network.name} has active endpoints (${list})`,
        'network.in-use',
      );
    }
    await this.networks.remove(network);
    this.emit('destroy', network);
  };

  readonly prune: OperationFunction<'NetworkPrune'> = async ({ params }) => {
    const filters = parseFilters(params.filters, ['until', 'label', 'label!']);
    const passes = pruneTest(filters, this.clock.nanoseconds());
    const used = new Set(
      this.containers.list().flatMap(({ body }) => Object.keys(body.NetworkingConfig.EndpointsConfig ?? {})),
    );
    const deleted: string[] = [];
    for (const network of this.networks.list()) {
      if (fixedNames.includes(network.name) || used.has(network.name) || used.has(network.id)) continue;
      if (!passes({ created: parseInstant(network.createdAt), labels: network.labels })) continue;
      await this.networks.remove(network);
      this.emit('destroy', network);
      deleted.push(network.name);
    }
    return { NetworksDeleted: deleted };
  };

  private emit(action: string, { id, name, driver }: NetworkRecord): void {
    this.events.emit({ type: 'network', action, id, attributes: { name, type: driver } });
  }

  /** The containers that have an endpoint in the network. */
  private members(network: NetworkRecord) {
    return this.containers.list().flatMap((container) => {
      const runtime = container.runtime['network'] as NetworkRuntime | undefined;
      const endpoint = Object.values(runtime?.endpoints ?? {}).find(
        ({ networkId }) => networkId === network.id,
      );
      return endpoint ? [{ container, endpoint }] : [];
    });
  }

  private describe(network: NetworkRecord): Network {
    return {
      Name: network.name,
      Id: network.id,
      Created: network.createdAt,
      Scope: 'local',
      Driver: network.driver,
      EnableIPv4: network.enableIPv4,
      EnableIPv6: network.enableIPv6,
      IPAM: {
        Driver: 'default',
        Options: network.ipamOptions,
        Config: network.ranges.map(({ subnet, gateway, ipRange, auxiliary }) => ({
          Subnet: subnet,
          Gateway: gateway,
          ...(ipRange ? { IPRange: ipRange } : {}),
          ...(Object.keys(auxiliary).length > 0 ? { AuxiliaryAddresses: auxiliary } : {}),
        })),
      },
      Internal: network.internal,
      Attachable: network.attachable,
      Ingress: false,
      ConfigFrom: { Network: '' },
      ConfigOnly: false,
      Options: network.options,
      Labels: network.labels,
    };
  }

  /** The ranges that a create body asks for, or one of the pools. Throws InvalidParameter or Forbidden as dockerd. */
  private async ranges(
    config: readonly {
      Subnet?: string;
      Gateway?: string;
      IPRange?: string;
      AuxiliaryAddresses?: Record<string, string> | null;
    }[],
  ): Promise<Range[]> {
    const given = config.filter(({ Subnet }) => Subnet);
    if (given.length === 0) {
      const subnet = await this.networks.chooseSubnet();
      return [{ subnet, gateway: firstAddress(subnet), ipRange: '', auxiliary: {} }];
    }
    if (given.length > 1) throw invalidParameter('bridge driver supports one IPv4 subnet', 'network.ranges');
    const [
      { Subnet: subnet = '', Gateway: gateway = '', IPRange: ipRange = '', AuxiliaryAddresses: auxiliary },
    ] = given as [(typeof given)[number]];
    if (!isSubnet(subnet))
      throw invalidParameter(
        `invalid subnet ${subnet}: it should be an IPv4 subnet with its own address`,
        'network.subnet',
      );
    if (gateway && !isAddress(gateway))
      throw invalidParameter(`invalid gateway address: ${gateway}`, 'network.gateway');
    const other = this.networks
      .list()
      .find((network) => network.ranges.some((range) => overlap(range.subnet, subnet)));
    if (other) throw forbidden(`Pool overlaps with other one on this address space`, 'network.overlap');
    return [{ subnet, gateway: gateway || firstAddress(subnet), ipRange, auxiliary: auxiliary ?? {} }];
  }
}
