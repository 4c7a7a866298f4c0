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
  // The whole name, wherever its domain was given, and its first part.
  const whole = own.domainname ? `${own.hostname}.${own.domainname}` : own.hostname;
  const [first = ''] = whole.split('.');
  const names = first === whole ? whole : `${whole} ${first}`;
  for (const address of own.addresses) text += `${address}\t${names}\n`;
  return text;
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
