import { invalidParameter } from '@arca/plugin-kit';
import type { Fields } from './manifest.js';

const fixed = `127.0.0.1\tlocalhost
::1\tlocalhost ip6-localhost ip6-loopback
fe00::\tip6-localnet
ff00::\tip6-mcastprefix
ff02::1\tip6-allnodes
ff02::2\tip6-allrouters
`;

/** `name:address` of `ExtraHosts`, also with `=`; an IPv6 address may stand in brackets. Throws InvalidParameter. */
export function parseExtraHost(text: string): { name: string; address: string } {
  const match = /^([^:=]+)[:=](.+)$/.exec(text);
  if (!match) throw invalidParameter(`bad format for add-host: "${text}"`, 'network.extra-host');
  const address = match[2]!.replace(/^\[(.*)\]$/, '$1');
  if (address !== 'host-gateway' && !/^[0-9a-fA-F:.]+$/.test(address)) {
    throw invalidParameter(`invalid IP address in add-host: "${address}"`, 'network.extra-host');
  }
  return { name: match[1]!, address };
}

/** The text of a container's /etc/hosts: fixed names, extra hosts, and its own name at each of its addresses. */
export function hostsFile(
  own: { addresses: string[]; hostname: string; domainname: string },
  extra: readonly string[],
  gateway: string,
  links: readonly { address: string; names: readonly string[] }[] = [],
): string {
  let text = fixed;
  for (const entry of extra) {
    const { name, address } = parseExtraHost(entry);
    text += `${address === 'host-gateway' ? gateway : address}\t${name}\n`;
  }
  for (const { address, names } of links) text += `${address}\t${names.join(' ')}\n`;
  for (const address of own.addresses) text += `${address}\t${ownNames(own)}\n`;
  return text;
}

/** A container's whole name, wherever its domain was given, and its first part. */
export function ownNames({ hostname, domainname }: { hostname: string; domainname: string }): string {
  const whole = domainname ? `${hostname}.${domainname}` : hostname;
  const [first = ''] = whole.split('.');
  return first === whole ? whole : `${whole} ${first}`;
}

/** Lines of a container's own name, of others than these. */
export function strayLines(found: string, known: string, names: string): string {
  const lines = found.split('\n').filter((line) => line.endsWith(`\t${names}`));
  return lines.filter((line) => !known.split('\n').includes(line)).join('\n');
}

/** The text of /etc/hosts for a container's fields. */
export function hostsOf(
  { Config, HostConfig }: Fields,
  addresses: string[],
  gateway: string,
  links: readonly { address: string; names: readonly string[] }[] = [],
): string {
  const own = { addresses, hostname: Config.Hostname ?? '', domainname: Config.Domainname ?? '' };
  return hostsFile(own, HostConfig.ExtraHosts ?? [], gateway, links);
}
