import type { Network } from '@arca/api';
import {
  forbidden,
  Lock,
  notFound,
  parseFilters,
  parseInstant,
  pruneTest,
  type Clock,
  type Containers,
  type Events,
  type OperationFunction,
} from '@arca/plugin-kit';
import { listFilters, matches } from './filters.js';
import type { Networks } from './networks.js';
import { fixedNames, type NetworkRecord, type NetworkRuntime } from './record.js';
import type { Membership } from './membership.js';
import { Creation } from './creation.js';

/** The operations of the Network tag that manage networks themselves. */
export class NetworkOperations {
  constructor(
    private readonly networks: Networks,
    private readonly containers: Containers,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly membership: Membership,
  ) {
    this.creation = new Creation(networks);
  }

  private readonly creation: Creation;
  /** Two of one name, or of one free subnet, must not be made at once. */
  private readonly creating = new Lock();

  readonly list: OperationFunction<'NetworkList'> = ({ params }) => {
    const filters = parseFilters(params.filters, listFilters);
    const found = this.networks
      .list()
      .filter((network) => matches(network, filters, this.members(network).length > 0));
    return Promise.resolve(found.map((network) => this.describe(network)));
  };

  readonly inspect: OperationFunction<'NetworkInspect'> = ({ params }) => {
    const network = this.networks.get(params.id);
    if (params.scope && params.scope !== 'local')
      throw notFound(`network ${params.id} not found`, 'network.unknown');
    const answer = this.describe(network);
    for (const { container, endpoint } of this.members(network)) {
      answer.Containers![container.id] = {
        Name: container.name,
        EndpointID: endpoint.endpointId,
        MacAddress: endpoint.mac,
        IPv4Address: endpoint.address ? `${endpoint.address}/${endpoint.prefixLength}` : '',
        IPv6Address: endpoint.address6 ? `${endpoint.address6}/${endpoint.prefixLength6}` : '',
      };
    }
    return Promise.resolve(answer);
  };

  readonly create: OperationFunction<'NetworkCreate'> = async ({ body }) => {
    const { network, warnings } = await this.creating.run(() => this.creation.create(body));
    this.emit('create', network);
    return { Id: network.id, Warning: warnings.join('\n') };
  };

  readonly remove: OperationFunction<'NetworkDelete'> = async ({ params }) => {
    const network = this.networks.get(params.id);
    if (fixedNames.includes(network.name)) {
      throw forbidden(`${network.name} is a pre-defined network and cannot be removed`, 'network.fixed');
    }
    if (this.isModel(network))
      throw forbidden(
        `error while removing network: configuration network ${JSON.stringify(network.name)} is in use`,
        'network.in-use',
      );
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

  /** `POST /networks/{id}/connect`. 404 for no such network or container, 403 when it is connected. */
  readonly connect: OperationFunction<'NetworkConnect'> = async ({ params, body }) => {
    const { Container = '', EndpointConfig } = body;
    await this.membership.connect(Container, params.id, EndpointConfig ?? {});
  };

  /** `POST /networks/{id}/disconnect`. 404 for no such network or container. */
  readonly disconnect: OperationFunction<'NetworkDisconnect'> = async ({ params, body }) => {
    await this.membership.disconnect(body.Container ?? '', params.id, body.Force ?? false);
  };

  readonly prune: OperationFunction<'NetworkPrune'> = async ({ params }) => {
    const filters = parseFilters(params.filters, ['until', 'label', 'label!']);
    const passes = pruneTest(filters, this.clock.nanoseconds());
    const used = new Set(
      this.containers.list().flatMap(({ body }) => Object.keys(body.NetworkingConfig.EndpointsConfig ?? {})),
    );
    const deleted: string[] = [];
    for (const network of this.networks.list()) {
      if (this.isModel(network)) continue;
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

  /** Whether others were made after it. */
  private isModel({ configOnly, name }: NetworkRecord): boolean {
    return configOnly === true && this.networks.list().some(({ configFrom }) => configFrom === name);
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
        Config:
          network.ipamConfig ??
          network.ranges.map(({ subnet, gateway, ipRange, auxiliary }) => ({
            Subnet: subnet,
            Gateway: gateway,
            ...(ipRange ? { IPRange: ipRange } : {}),
            ...(Object.keys(auxiliary).length > 0 ? { AuxiliaryAddresses: auxiliary } : {}),
          })),
      },
      Internal: network.internal,
      Attachable: network.attachable,
      Ingress: false,
      ConfigFrom: { Network: network.configFrom ?? '' },
      ConfigOnly: network.configOnly ?? false,
      // The list has no entries in it, but the member: only inspect tells them.
      Containers: {},
      Options: network.options,
      Labels: network.labels,
    };
  }
}
