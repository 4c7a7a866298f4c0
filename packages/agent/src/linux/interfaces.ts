import { readFile } from 'node:fs/promises';
import { SocketAddress } from 'node:net';
import { runCommand } from './commands.js';

// `thread-self`, because the main thread's view may be a container's for a moment: see network-namespace.ts.
const view = '/proc/thread-self/net';

/** Names of all network interfaces of the host. */
export async function interfaceNames(): Promise<string[]> {
  const lines = (await readFile(`${view}/dev`, 'utf8')).split('\n').slice(2);
  return lines.filter((line) => line !== '').map((line) => line.slice(0, line.lastIndexOf(':')).trim());
}

/** Whether the kernel has IPv6 and it is switched on. */
export async function hasIPv6(): Promise<boolean> {
  const addresses = await readFile(`${view}/if_inet6`, 'utf8').catch(() => '');
  return addresses !== '';
}

/** Addresses of an interface with their prefix lengths, link-local ones left out. */
export async function interfaceAddresses(name: string): Promise<string[]> {
  const { stdout } = await runCommand('ip', ['-j', 'address', 'show', 'dev', name]);
  const links = JSON.parse(stdout || '[]') as {
    addr_info?: { local: string; prefixlen: number; scope: string }[];
  }[];
  const addresses = links.flatMap((link) => link.addr_info ?? []);
  return addresses
    .filter(({ scope }) => scope === 'global')
    .map(({ local, prefixlen }) => `${local}/${prefixlen}`);
}

/** What is known of an interface; undefined when there is none. `kind` is that of ip-link(8): `bridge`, `veth`. */
export async function linkDetails(
  name: string,
): Promise<{ kind: string; mac: string; alias: string } | undefined> {
  const { stdout } = await runCommand('ip', ['-j', '-d', 'link', 'show', 'dev', name]);
  const [link] = JSON.parse(stdout || '[]') as {
    address?: string;
    ifalias?: string;
    linkinfo?: { info_kind?: string };
  }[];
  if (!link) return undefined;
  return { kind: link.linkinfo?.info_kind ?? '', mac: link.address ?? '', alias: link.ifalias ?? '' };
}

/** Names of a bridge's ports. */
export async function bridgePorts(bridge: string): Promise<string[]> {
  const { stdout } = await runCommand('ip', ['-j', 'link', 'show', 'master', bridge]);
  return (JSON.parse(stdout || '[]') as { ifname?: string }[]).flatMap(({ ifname }) => ifname ?? []);
}

/**
 * Destinations of the main routing table, `address/length`, without default routes, multicast, link-local and the
 * loopback interface's.
 */
export async function routedSubnets(): Promise<string[]> {
  const v4 = await readFile(`${view}/route`, 'utf8').catch(() => '');
  const v6 = await readFile(`${view}/ipv6_route`, 'utf8').catch(() => '');
  return [...new Set([...v4.split('\n').flatMap(parseRoute4), ...v6.split('\n').flatMap(parseRoute6)])];
}

/** Columns: interface, destination, gateway, flags, …, mask as the eighth; addresses in the host's byte order. */
export function parseRoute4(line: string): string[] {
  const fields = line.split('\t');
  const [destination = '', mask = ''] = [fields[1], fields[7]];
  if (!/^[0-9A-F]{8}$/.test(destination) || /^0+$/.test(mask)) return [];
  const length = Number.parseInt(mask, 16).toString(2).replaceAll('0', '').length;
  return [`${[...Buffer.from(destination, 'hex').reverse()].join('.')}/${length}`];
}

// linux/route.h and linux/ipv6_route.h: routes that lead nowhere, or to the host itself.
const notNetworks = 0x200 | 0x100000 | 0x80000000; // RTF_REJECT, RTF_ANYCAST, RTF_LOCAL

/** Columns: destination, its length (hexadecimal), source, its length, next hop, …, flags as the ninth, interface. */
export function parseRoute6(line: string): string[] {
  const [destination = '', length = '', , , , , , , flags = '', device] = line.split(/\s+/);
  const bits = Number.parseInt(length, 16);
  if (!/^[0-9a-f]{32}$/.test(destination) || bits === 0 || device === 'lo') return [];
  if (Number.parseInt(flags, 16) & notNetworks || /^(ff|fe[89ab])/.test(destination)) return [];
  const address = destination.match(/.{4}/g)!.join(':');
  return [`${new SocketAddress({ address, family: 'ipv6' }).address}/${bits}`];
}
