import { AgentError, type Bridge } from '@arca/agent-proto';
import { bridgePorts, interfaceAddresses, linkDetails } from '../linux/interfaces.js';
import type { Links } from '../linux/links.js';
import { keepRouterAdvertisements, readSysctl, writeSysctl } from '../linux/sysctl.js';
import { canonical, contains, networkOf, parsePrefix, type Prefix } from './addresses.js';
import type { Firewall } from './firewall/firewall.js';
import type { Element } from './firewall/ruleset.js';
import { bridgeMac, checkInterfaceName } from './interface-names.js';

/** Owner of a bridge's elements in the firewall. */
export function bridgeOwner(name: string): string {
  return `bridge/${name}`;
}

interface Known {
  bridge: Bridge;
  gateways: Prefix[];
}

/** The instance's bridges. */
export class Bridges {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly instance: string,
    private readonly links: Links,
    private readonly firewall: Firewall,
  ) {}

  /** Makes the bridge, or changes what there is to what is asked for. */
  async ensure(bridge: Bridge): Promise<void> {
    const name = checkInterfaceName(bridge.name);
    const gateways = bridge.gateways.map(parsePrefix);
    const link = await linkDetails(name);
    if (link && link.kind !== 'bridge')
      throw new AgentError('ALREADY_EXISTS', `existing interface ${name} is not a bridge`);
    const assigned = gateways.filter((_, index) => !bridge.unassigned.includes(bridge.gateways[index]!));
    this.known.set(name, { bridge, gateways });
    if (!link) await this.make(bridge, assigned);
    else if (this.isOwn(name, link)) await this.repair(bridge, assigned);
    else await this.links.run([...assigned.map((gateway) => replaceAddress(name, gateway)), bringUp(bridge)]);
    await enableForwarding(name, gateways);
    const owner = bridgeOwner(name);
    this.firewall.drop(this.firewall.ownedBy(owner));
    this.firewall.put(elementsOf(bridge, gateways));
    await this.firewall.commit();
  }

  /** No error when there is no such bridge. Ports are set free by the kernel. */
  async remove(bridgeName: string): Promise<void> {
    const name = checkInterfaceName(bridgeName);
    this.known.delete(name);
    this.firewall.drop(this.firewall.ownedBy(bridgeOwner(name)));
    await this.firewall.commit();
    const link = await linkDetails(name);
    if (!link || !this.isOwn(name, link)) return;
    await this.links.run([`link delete dev ${name}`], { ignore: /Cannot find device/ });
  }

  /** Told by the address that no other program would give it: somebody else's stays when its network goes. */
  private isOwn(name: string, { mac }: { mac: string }): boolean {
    return mac === bridgeMac(this.instance, name);
  }

  /** Names of all bridges, those of an earlier agent too. */
  names(): string[] {
    const prefix = bridgeOwner('');
    return [...this.firewall.owners()]
      .filter((owner) => owner.startsWith(prefix))
      .map((owner) => owner.slice(prefix.length));
  }

  /** How ports are published on the bridge that the container's address is on. */
  publishing(containerAddress: string): { hostBinding: string; routed4: boolean; routed6: boolean } {
    for (const { bridge, gateways } of this.known.values()) {
      if (!gateways.some((gateway) => contains(gateway, containerAddress))) continue;
      const { hostBinding, gatewayMode4, gatewayMode6 } = bridge;
      return { hostBinding, routed4: gatewayMode4 === 'routed', routed6: gatewayMode6 === 'routed' };
    }
    return { hostBinding: '', routed4: false, routed6: false };
  }

  /**
   * Whether new ports of the bridge must be kept apart by the bridge itself. When the kernel shows bridged packets to
   * nft (br_netfilter), nft does it, and must: a published port of a neighbour is reached past the bridge then.
   */
  async isolatesPorts(name: string): Promise<boolean> {
    return (this.known.get(name)?.bridge.isolateContainers ?? false) && !(await nftSeesBridges());
  }

  private async make(bridge: Bridge, gateways: Prefix[]): Promise<void> {
    const { name } = bridge;
    await this.links.run([
      `link add name ${name} address ${bridgeMac(this.instance, name)} type bridge stp_state 0 forward_delay 0`,
    ]);
    try {
      if (gateways.some(({ family }) => family === 6)) await usableAtOnce(name);
      await this.links.run([...gateways.map((gateway) => replaceAddress(name, gateway)), bringUp(bridge)]);
    } catch (error) {
      await this.links.run([`link delete dev ${name}`]);
      throw error;
    }
  }

  private async repair(bridge: Bridge, gateways: Prefix[]): Promise<void> {
    const { name } = bridge;
    const wanted = gateways.map(({ address, length }) => `${address}/${length}`);
    const unwanted = (await interfaceAddresses(name)).filter((address) => !wanted.includes(address));
    const isolated = (await this.isolatesPorts(name)) ? 'on' : 'off';
    await this.links.run([
      // Fails for an interface that is no bridge.
      `link set dev ${name} type bridge stp_state 0 forward_delay 0`,
      ...unwanted.map((address) => `address delete ${address} dev ${name}`),
      ...gateways.map((gateway) => replaceAddress(name, gateway)),
      bringUp(bridge),
      ...(await bridgePorts(name)).map(
        (port) => `link set dev ${port} type bridge_slave isolated ${isolated}`,
      ),
    ]);
  }
}

function bringUp({ name, mtu }: Bridge): string {
  return `link set dev ${name} ${mtu ? `mtu ${mtu} ` : ''}up`;
}

function replaceAddress(name: string, { address, length, family }: Prefix): string {
  const kind = family === 4 ? 'broadcast +' : 'nodad';
  return `address replace ${address}/${length} ${kind} dev ${name}`;
}

/**
 * While the bridge's link-local address is being probed for duplicates, one or two seconds from the first port on, the
 * kernel asks no neighbour on behalf of packets that it forwards.
 */
async function usableAtOnce(name: string): Promise<void> {
  await writeSysctl(`net/ipv6/conf/${name}/accept_dad`, '0');
}

async function nftSeesBridges(): Promise<boolean> {
  return (await readSysctl('net/bridge/bridge-nf-call-iptables')) === '1';
}

/** Lets the host route for the bridge, and reach its containers from 127.0.0.1. */
async function enableForwarding(name: string, gateways: readonly Prefix[]): Promise<void> {
  await writeSysctl(`net/ipv4/conf/${name}/route_localnet`, '1');
  await writeSysctl('net/ipv4/ip_forward', '1');
  if (!gateways.some(({ family }) => family === 6)) return;
  await writeSysctl(`net/ipv6/conf/${name}/accept_ra`, '0');
  if ((await readSysctl('net/ipv6/conf/all/forwarding')) === '1') return;
  await keepRouterAdvertisements();
  await writeSysctl('net/ipv6/conf/all/forwarding', '1');
}

function elementsOf(bridge: Bridge, gateways: Prefix[]): Element[] {
  const { name, internal, masquerade, isolateContainers } = bridge;
  const owner = bridgeOwner(name);
  const elements: Element[] = [
    { set: 'bridges', key: [name], owner },
    { set: 'paths', key: [name, name], owner },
  ];
  if (internal) elements.push({ set: 'internal', key: [name], owner });
  if (isolateContainers) elements.push({ set: 'isolated', key: [name, name], owner });
  for (const gateway of gateways) {
    const key = [networkOf(gateway)];
    elements.push({ set: `networks${gateway.family}`, key, owner });
    const isV4 = gateway.family === 4;
    const mode = isV4 ? bridge.gatewayMode4 : bridge.gatewayMode6;
    const source = isV4 ? bridge.source4 : bridge.source6;
    if (mode === 'nat-unprotected')
      elements.push({ set: `unprotected${gateway.family}`, key: [name], owner });
    if (mode === 'routed') elements.push({ set: `routed${gateway.family}`, key: [name], owner });
    if (!masquerade || internal || mode === 'routed') continue;
    if (source) elements.push({ set: `source${gateway.family}`, key, value: [canonical(source)], owner });
    else elements.push({ set: `masquerade${gateway.family}`, key, owner });
  }
  for (const from of bridge.trusted)
    elements.push({ set: 'trusted', key: [checkInterfaceName(from), name], owner });
  return elements;
}
