import type { Agent } from '@arca/agent-proto';
import type { EndpointSettings } from '@arca/api';
import { dnsNames, type NamedContainer } from './dns-names.js';
import { linksOf } from './links.js';
import type { Networks } from './networks.js';
import type { Fields } from './manifest.js';
import { externalServers, type HostResolver } from './resolv-conf.js';
import { isUserDefined, type Endpoint, type NetworkRuntime } from './record.js';

/** Tells the agent what endpoints are called, and whom containers may ask. */
export class Names {
  constructor(
    private readonly agent: Agent,
    private readonly networks: Networks,
  ) {}

  /** On user-defined networks containers find each other by name. */
  async put(
    container: NamedContainer,
    network: string,
    endpoint: Endpoint,
    settings: EndpointSettings,
  ): Promise<void> {
    if (!isUserDefined(network)) return;
    await this.agent.networks.putNames({
      networkId: endpoint.networkId,
      endpointId: endpoint.endpointId,
      names: dnsNames(container, settings.Aliases ?? []),
      addresses: [endpoint.address, endpoint.address6].filter((address) => address !== ''),
    });
  }

  async remove({ networkId, endpointId }: Endpoint): Promise<void> {
    await this.agent.networks.removeNames({ networkId, endpointId });
  }

  /**
   * Serves names in a sandbox that is in a user-defined network, and gives the ports for that; the default bridge has
   * the host's servers.
   */
  async serve(
    fields: Fields,
    host: HostResolver,
    { sandbox, endpoints, names }: Pick<NetworkRuntime, 'sandbox' | 'endpoints' | 'names'>,
  ): Promise<NetworkRuntime['names']> {
    const named = Object.keys(endpoints).filter(isUserDefined);
    if (named.length === 0 && names.udp === 0) return names;
    const { Dns, DnsOptions } = fields.HostConfig;
    const isInside = Object.keys(endpoints).every((name) => this.networks.find(name)?.internal);
    const { udp, tcp } = await this.agent.networks.serveNames({
      sandboxId: sandbox,
      networks: named.map((name) => ({ id: endpoints[name]!.networkId, name })),
      links: Object.fromEntries(
        linksOf(fields).map(({ container, alias }) => [alias.toLowerCase(), container]),
      ),
      servers: externalServers(fields, host),
      inside: isInside,
      hostServers: !Dns?.length,
      searchOnly: (DnsOptions?.length ? DnsOptions : host.dnsOptions).some((option) =>
        /^ndots:[1-9]/.test(option),
      ),
      ...(names.udp > 0 && { ports: names }),
    });
    return { udp, tcp };
  }
}
