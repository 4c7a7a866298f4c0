import { close, openSync, write } from 'node:fs';
import { isIPv6 } from 'node:net';
import { promisify } from 'node:util';
import { inNetworkNamespace, isNetworkNamespace } from './network-namespace.js';
import { AF_INET, AF_INET6, NetlinkError, netlinkRequests } from './netlink.js';
import { addAddress, addDefaultRoute, deleteLink, linkUp, removeDefaultRoute } from './route-requests.js';
import { interfaceIndex, NETLINK_ROUTE, netlinkSocket } from './syscalls.js';

export interface InterfaceSetup {
  addresses: readonly { address: string; length: number }[];
  /** Next hops of default routes. */
  gateways: readonly string[];
}

/** Sets an interface of a namespace up, without a process that enters it. Rejects with NetlinkError. */
export async function setUpInterface(
  namespace: string,
  name: string,
  { addresses, gateways }: InterfaceSetup,
): Promise<void> {
  const withIPv6 = addresses.some(({ address }) => isIPv6(address));
  const { index, socket, switchOff } = inNetworkNamespace(namespace, () => ({
    index: interfaceIndex(name),
    switchOff: withIPv6 ? undefined : openIfThere(`/proc/sys/net/ipv6/conf/${name}/disable_ipv6`),
    socket: netlinkSocket(NETLINK_ROUTE),
  }));
  // Without an address of the network's own, a link-local one would open the container to its neighbours' IPv6.
  if (switchOff !== undefined) await writeAndClose(switchOff, '1\n');
  await netlinkRequests(socket, [
    ...addresses.map(({ address, length }) => addAddress(index, address, length)),
    linkUp(index),
    ...gateways.map((gateway) => addDefaultRoute(index, gateway)),
  ]);
}

/** Removes an interface of a namespace. No error when there is none, or no namespace. */
export async function removeInterface(namespace: string, name: string): Promise<void> {
  if (!isNetworkNamespace(namespace)) return;
  try {
    const { index, socket } = inNetworkNamespace(namespace, () => ({
      index: interfaceIndex(name),
      socket: netlinkSocket(NETLINK_ROUTE),
    }));
    await netlinkRequests(socket, [deleteLink(index)]);
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
    await netlinkRequests(open(), [removeDefaultRoute(family)]).catch((error: unknown) => {
      if (!(error instanceof NetlinkError && ['ESRCH', 'ENOENT'].includes(error.code))) throw error;
    });
  }
  if (routes.length === 0) return;
  const requests = inNetworkNamespace(namespace, () =>
    routes.map(({ interface: name, gateway }) => addDefaultRoute(interfaceIndex(name), gateway)),
  );
  await netlinkRequests(open(), requests);
}

/** Sets `lo` of a new namespace up. */
export async function setUpLoopback(namespace: string): Promise<void> {
  const { index, socket } = inNetworkNamespace(namespace, () => ({
    index: interfaceIndex('lo'),
    socket: netlinkSocket(NETLINK_ROUTE),
  }));
  await netlinkRequests(socket, [linkUp(index)]);
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'w');
  } catch {
    return undefined; // a kernel without IPv6
  }
}

async function writeAndClose(fd: number, text: string): Promise<void> {
  try {
    await promisify(write)(fd, text);
  } finally {
    await promisify(close)(fd);
  }
}
