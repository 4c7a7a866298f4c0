import type { EndpointSettings } from '@arca/api';
import { forbidden, invalidParameter, systemError, type NetworkDriver } from '@arca/plugin-kit';
import { interfacePrefix } from './driver-options.js';
import { sourceOf, type Networks } from './networks.js';
import { rangeOf, type Endpoint, type Family, type NetworkRecord } from './record.js';
import { contains, isAddress, isIPv6, prefixLength } from './subnets.js';

/** What a container asks of a network. */
export interface EndpointWish {
  address?: string;
  address6?: string;
  mac?: string;
  linkLocal?: readonly string[];
}

const families = [4, 6] as const;

/** Reads endpoint settings. Throws InvalidParameter for what the network cannot give. */
export function wishOf(settings: EndpointSettings, network: NetworkRecord): EndpointWish {
  const { IPv4Address, IPv6Address } = settings.IPAMConfig ?? {};
  const wish: EndpointWish = {
    address: IPv4Address || undefined,
    address6: IPv6Address || undefined,
    mac: settings.MacAddress || undefined,
    ...(settings.IPAMConfig?.LinkLocalIPs?.length && { linkLocal: settings.IPAMConfig.LinkLocalIPs }),
  };
  for (const [address, family] of [
    [wish.address, 4],
    [wish.address6, 6],
  ] as const) {
    if (address === undefined) continue;
    const range = rangeOf(network, family);
    if (isAddress(address) && range && contains(range.subnet, address)) continue;
    throw invalidParameter(
      `invalid endpoint settings: no configured subnet or ip-range contain the IP address ${address}`,
      'network.address',
    );
  }
  if (wish.mac && !/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(wish.mac)) {
    throw invalidParameter(`invalid MAC address: ${wish.mac}`, 'network.mac');
  }
  return wish;
}

/** Places in networks: their addresses, and the interfaces that have them. */
export class Endpoints {
  constructor(
    private readonly networks: Networks,
    private readonly randomId: () => string,
  ) {}

  /** Addresses and a name for a place. Throws System when there is none left. */
  allocate(network: NetworkRecord, inside: string, wish: EndpointWish): Endpoint {
    const driver = this.networks.drivers.get(network.driver);
    if (wish.mac && driver?.sharesMac)
      throw systemError(
        `${network.driver} interfaces do not support custom mac address assignment`,
        'network.mac',
      );
    const taken: [Family, string][] = [];
    try {
      for (const family of families) {
        const address = this.takeAddress(network, family, family === 4 ? wish.address : wish.address6);
        if (address) taken.push([family, address]);
      }
    } catch (error) {
      for (const [family, address] of taken) this.networks.addresses(network, family)?.release(address);
      throw error;
    }
    const endpointId = this.randomId();
    const [four, six] = families.map((family) => {
      const address = taken.find(([other]) => other === family)?.[1] ?? '';
      const range = rangeOf(network, family);
      const isThere = address !== '' && range !== undefined;
      return {
        address,
        length: isThere ? prefixLength(range.subnet) : 0,
        gateway: isThere && leadsOut(network, driver) ? hopOf(range, network, driver) : '',
      };
    }) as [Place, Place];
    return {
      ...{ networkId: network.id, endpointId, interface: inside },
      ...{ address: four.address, prefixLength: four.length, gateway: four.gateway },
      ...{ address6: six.address, prefixLength6: six.length, gateway6: six.gateway },
      mac: driver?.sharesMac ? '' : (wish.mac?.toLowerCase() ?? macOf(four.address, endpointId)),
      linkLocal: [...(wish.linkLocal ?? [])],
    };
  }

  /** Takes up the addresses of an endpoint that is there. */
  reserve(endpoint: Endpoint): void {
    const network = this.networks.get(endpoint.networkId);
    if (endpoint.address) this.networks.addresses(network, 4)?.reserve(endpoint.address);
    if (endpoint.address6) this.networks.addresses(network, 6)?.reserve(endpoint.address6);
  }

  release(endpoint: Endpoint): void {
    const network = this.networks.find(endpoint.networkId);
    if (!network) return;
    if (endpoint.address) this.networks.addresses(network, 4)?.release(endpoint.address);
    if (endpoint.address6) this.networks.addresses(network, 6)?.release(endpoint.address6);
  }

  /** Makes the interface. `withRoutes`: the sandbox has no default routes yet, and gets the network's. */
  async attach(sandboxId: string, endpoint: Endpoint, withRoutes: boolean): Promise<void> {
    const network = this.networks.get(endpoint.networkId);
    const { address, prefixLength: length, address6, prefixLength6: length6 } = endpoint;
    const driver = this.networks.drivers.get(network.driver);
    if (!driver) throw systemError(`network driver ${network.driver} is not there`, 'network.driver');
    await driver.connect(sourceOf(network), {
      sandboxId,
      interface: endpoint.interface,
      addresses: [
        ...(address ? [`${address}/${length}`] : []),
        ...(address6 ? [`${address6}/${length6}`] : []),
        ...endpoint.linkLocal.map((local) => `${local}/${isIPv6(local) ? 64 : 16}`),
      ],
      gateways: withRoutes ? gatewaysOf(endpoint) : [],
      mac: endpoint.mac,
    });
  }

  private takeAddress(
    network: NetworkRecord,
    family: Family,
    wanted: string | undefined,
  ): string | undefined {
    const pool = this.networks.addresses(network, family);
    if (!pool) return undefined;
    if (wanted !== undefined) {
      if (pool.reserve(wanted)) return wanted;
      throw systemError('Address already in use', 'network.address-in-use');
    }
    const address = pool.take();
    if (address !== undefined) return address;
    const what = `available IPv${family} addresses on this network's address pools`;
    throw systemError(`no ${what}: ${network.name} (${network.id})`, 'network.full');
  }
}

const leadsOut = (network: NetworkRecord, driver: NetworkDriver | undefined): boolean =>
  !network.internal && (driver?.leadsOut?.(sourceOf(network)) ?? true);

function hopOf(
  { gateway }: NetworkRecord['ranges'][number],
  network: NetworkRecord,
  driver: NetworkDriver | undefined,
): string {
  if (!driver?.routesOnLink?.(sourceOf(network))) return gateway;
  return isIPv6(gateway) ? '::' : '0.0.0.0';
}

/** As people see it: the interface itself is no gateway. */
export const shownGateway = (gateway = ''): string => (/^(0\.0\.0\.0|::)$/.test(gateway) ? '' : gateway);

/** The first name for an interface that none of the endpoints has: numbers are those of the container. */
export function freeInterface(
  { endpoints }: { endpoints: Readonly<Record<string, Endpoint>> },
  { options }: NetworkRecord,
): string {
  const used = new Set(Object.values(endpoints).map((endpoint) => endpoint.interface));
  const prefix = interfacePrefix(options);
  let index = 0;
  while (used.has(`${prefix}${index}`)) index++;
  return `${prefix}${index}`;
}

/** Throws Forbidden for a network that is there for its configuration alone. */
export function refuseConfiguration({ configOnly, name }: NetworkRecord): void {
  if (configOnly)
    throw forbidden(`cannot create endpoint on configuration-only network ${name}`, 'network.config-only');
}

interface Place {
  address: string;
  length: number;
  gateway: string;
}

/** Next hops of an endpoint's network. */
export const gatewaysOf = ({ gateway, gateway6 }: Endpoint): string[] =>
  [gateway, gateway6].filter((address) => address !== '');

/** Locally administered, and unique on a bridge because the address is. */
function macOf(address: string, endpointId: string): string {
  const hex =
    address === ''
      ? endpointId.slice(0, 8).match(/../g)!
      : address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'));
  return ['02', '42', ...hex].join(':');
}
