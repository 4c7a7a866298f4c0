import type { Agent } from '@arca/agent-proto';
import type { EndpointSettings } from '@arca/api';
import { dnsNames, type NamedContainer } from './dns-names.js';
import { resolvFile } from './files.js';
import { linksOf } from './links.js';
import type { Networks } from './networks.js';
import type { Fields } from './manifest.js';
import { isUserDefined, type Endpoint, type NetworkRuntime } from './record.js';

/** The host's own name servers. */
export interface HostResolver {
  dnsServers: readonly string[];
  dnsSearch: readonly string[];
  dnsOptions: readonly string[];
}

const NAME_SERVER = '127.0.0.11';
const mostServers = 3;

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
    // From networks that lead nowhere the host's own server is not reached either.
    const isInside = Object.keys(endpoints).every((name) => this.networks.find(name)?.internal);
    const theirs = host.dnsServers.filter((server) => !(isInside && server.startsWith('127.')));
    const { udp, tcp } = await this.agent.networks.serveNames({
      sandboxId: sandbox,
      networks: named.map((name) => ({ id: endpoints[name]!.networkId, name })),
      links: Object.fromEntries(
        linksOf(fields).map(({ container, alias }) => [alias.toLowerCase(), container]),
      ),
      // Not itself, and no more than dockerd asks.
      servers: (Dns?.length ? Dns : theirs).filter((server) => server !== NAME_SERVER).slice(0, mostServers),
      inside: isInside,
      hostServers: !Dns?.length,
      searchOnly: (DnsOptions ?? []).some((option) => /^ndots:[1-9]/.test(option)),
      ...(names.udp > 0 && { ports: names }),
    });
    return { udp, tcp };
  }
}

/** The text of /etc/resolv.conf: `named` when the container has a name server of its own. */
export function resolvOf({ HostConfig }: Fields, host: HostResolver, named: boolean): string {
  const { Dns, DnsSearch, DnsOptions } = HostConfig;
  const options = DnsOptions?.length ? DnsOptions : host.dnsOptions;
  const own = { servers: Dns ?? [], search: DnsSearch ?? [], options: DnsOptions ?? [] };
  const theirs = { servers: host.dnsServers, search: host.dnsSearch, options: host.dnsOptions };
  if (!named) return resolvFile(own, theirs);
  const hasDots = options.some((option) => option.startsWith('ndots:'));
  return resolvFile(
    { ...own, servers: [NAME_SERVER], options: [...options, ...(hasDots ? [] : ['ndots:0'])] },
    theirs,
  );
}
