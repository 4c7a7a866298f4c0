import { closeSync, openSync, writeSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { inNetworkNamespace, isNetworkNamespace } from './network-namespace.js';
import { addBridgePort, addVethPair, setBridgePort, setMac, setMtu, setName } from './link-requests.js';
import { AF_INET, AF_INET6, NetlinkError, netlinkRequests, type NetlinkRequest } from './netlink.js';
import { addAddress, addDefaultRoute, deleteLink, linkUp, removeDefaultRoute } from './route-requests.js';
import { interfaceIndex, NETLINK_ROUTE, netlinkSocket } from './syscalls.js';

export interface InterfaceSetup {
  /** Six bytes; without them it stays as it is. */
  mac?: Uint8Array;
  mtu?: number;
  addresses: readonly { address: string; length: number }[];
  /** Next hops of default routes. */
  gateways: readonly string[];
}

/** How the host's end of a veth pair is connected. */
export interface PortSetup {
  /** Index of the bridge. */
  bridge: number;
  mtu: number;
  /** Reaches no other isolated port of the bridge. */
  isolated: boolean;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * One at a time: the kernel has one lock for all of them, and waits for it in a thread of the pool, of which files need
 * some too.
 */
function routeRequests(socket: number, requests: readonly NetlinkRequest[]): Promise<void> {
  const sent = last.then(() => netlinkRequests(socket, requests));
  last = sent.catch(() => undefined);
  return sent;
}

/** Makes a veth pair between the host and a namespace. Rejects with NetlinkError, EEXIST where a name is taken. */
export async function addPair(namespace: string, outside: string, inside: string): Promise<void> {
  const file = openSync(namespace, 'r');
  try {
    await routeRequests(netlinkSocket(NETLINK_ROUTE), [addVethPair({ outside, inside, namespace: file })]);
  } finally {
    closeSync(file);
  }
}

/** Connects the host's end of a pair. Rejects with NetlinkError. */
export async function connectPort(name: string, { bridge, mtu, isolated }: PortSetup): Promise<void> {
  await routeRequests(netlinkSocket(NETLINK_ROUTE), [
    addBridgePort(name, bridge, mtu),
    // With br_netfilter a published port of a container leads back out of the port it came in by.
    setBridgePort(name, { hairpin: true, isolated }),
  ]);
}

/** Sets an interface of a namespace up, without a process that enters it. Rejects with NetlinkError. */
export async function setUpInterface(
  namespace: string,
  name: string,
  { addresses, gateways, mac, mtu }: InterfaceSetup,
): Promise<void> {
  const withIPv6 = addresses.some(({ address }) => isIPv6(address));
  const { index, socket, switchOff } = inNetworkNamespace(namespace, () => ({
    index: interfaceIndex(name),
    switchOff: withIPv6 ? undefined : openIfThere(`/proc/sys/net/ipv6/conf/${name}/disable_ipv6`),
    socket: netlinkSocket(NETLINK_ROUTE),
  }));
  // Without an address of the network's own, a link-local one would open the container to its neighbours' IPv6.
  if (switchOff !== undefined) writeAndClose(switchOff, '1\n');
  await routeRequests(socket, [
    ...(mac ? [setMac(index, mac)] : []),
    ...(mtu ? [setMtu(index, mtu)] : []),
    ...addresses.map(({ address, length }) => addAddress(index, address, length)),
    linkUp(index),
    ...gateways.map((gateway) => addDefaultRoute(index, gateway)),
  ]);
}

/** Gives an interface of a namespace, which is down, another name. Rejects with NetlinkError. */
export async function renameInterface(namespace: string, from: string, to: string): Promise<void> {
  const { index, socket } = inNetworkNamespace(namespace, () => ({
    index: interfaceIndex(from),
    socket: netlinkSocket(NETLINK_ROUTE),
  }));
  await routeRequests(socket, [setName(index, to)]);
}

/** Whether the namespace has an interface of this name. */
export function hasInterface(namespace: string, name: string): boolean {
  try {
    return inNetworkNamespace(namespace, () => interfaceIndex(name)) > 0;
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENODEV') throw error;
    return false;
  }
}

/** Removes an interface of a namespace. No error when there is none, or no namespace. */
export async function removeInterface(namespace: string, name: string): Promise<void> {
  if (!isNetworkNamespace(namespace)) return;
  try {
    const { index, socket } = inNetworkNamespace(namespace, () => ({
      index: interfaceIndex(name),
      socket: netlinkSocket(NETLINK_ROUTE),
    }));
    await routeRequests(socket, [deleteLink(index)]);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENODEV') throw error;
  }
}

/** Replaces the default routes of a namespace. */
export async function setDefaultRoutes(
  namespace: string,
  routes: readonly { interface: string; gateway: string }[],
): Promise<void> {
  const open = () => inNetworkNamespace(namespace, () => netlinkSocket(NETLINK_ROUTE));
  for (const family of [AF_INET, AF_INET6] as const) {
    await routeRequests(open(), [removeDefaultRoute(family)]).catch((error: unknown) => {
      if (!(error instanceof NetlinkError && ['ESRCH', 'ENOENT'].includes(error.code))) throw error;
    });
  }
  if (routes.length === 0) return;
  const requests = inNetworkNamespace(namespace, () =>
    routes.map(({ interface: name, gateway }) => addDefaultRoute(interfaceIndex(name), gateway)),
  );
  await routeRequests(open(), requests);
}

/** Sets `lo` of a new namespace up. */
export async function setUpLoopback(namespace: string): Promise<void> {
  const { index, socket } = inNetworkNamespace(namespace, () => ({
    index: interfaceIndex('lo'),
    socket: netlinkSocket(NETLINK_ROUTE),
  }));
  await routeRequests(socket, [linkUp(index)]);
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'w');
  } catch {
    return undefined; // a kernel without IPv6
  }
}

/** Not in a thread of the pool: the kernel takes it at once. */
function writeAndClose(fd: number, text: string): void {
  try {
    writeSync(fd, text);
  } finally {
    closeSync(fd);
  }
}
