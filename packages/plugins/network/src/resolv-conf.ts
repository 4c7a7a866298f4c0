import type { DefaultDns } from '@arca/plugin-kit';
import type { Fields } from './manifest.js';

/** The host's own name servers, as its resolv.conf has them. */
export interface HostResolver {
  dnsServers: readonly string[];
  dnsSearch: readonly string[];
  dnsOptions: readonly string[];
}

/** Of the name server that user-defined networks have: images know it. */
export const NAME_SERVER = '127.0.0.11';
const mostServers = 3;

/** Whom a container asks: its own name server, servers as the default bridge reaches them, or the host's as they are. */
export type ResolverKind = 'named' | 'bridge' | 'bridge6' | 'host';

/** With what the daemon has for containers that say nothing of it. */
export function withDefaultDns<F extends Pick<Fields, 'HostConfig'>>(
  fields: F,
  { servers, search, options }: DefaultDns,
): F {
  const { Dns, DnsSearch, DnsOptions } = fields.HostConfig;
  const own = <T>(given: T[] | null | undefined, otherwise: readonly T[]) =>
    given?.length ? given : [...otherwise];
  const HostConfig = {
    ...fields.HostConfig,
    Dns: own(Dns, servers),
    DnsSearch: own(DnsSearch, search),
    DnsOptions: own(DnsOptions, options),
  };
  return { ...fields, HostConfig };
}

/** Servers that the name server asks, no more than dockerd's. */
export function externalServers({ HostConfig: { Dns } }: Fields, host: HostResolver): string[] {
  const servers = Dns?.length ? Dns.filter((server) => server !== NAME_SERVER) : host.dnsServers;
  return servers.slice(0, mostServers);
}

/** What dockerd falls back to when the host has no server that a container could reach. */
function reachable(servers: readonly string[], withIPv6: boolean): string[] {
  const found = servers.filter((server) => {
    if (server.startsWith('127.') || server === '::1') return false;
    return withIPv6 || !server.includes(':');
  });
  if (found.length > 0) return found;
  return ['8.8.8.8', '8.8.4.4', ...(withIPv6 ? ['2001:4860:4860::8888', '2001:4860:4860::8844'] : [])];
}

/** The text of a container's /etc/resolv.conf: what the container sets, else what the host has. */
export function resolvOf(fields: Fields, host: HostResolver, kind: ResolverKind): string {
  const { Dns, DnsSearch, DnsOptions } = fields.HostConfig;
  const search = (DnsSearch?.length ? DnsSearch : host.dnsSearch).filter((name) => name !== '.');
  let options: readonly string[] = DnsOptions?.length ? DnsOptions : host.dnsOptions;
  let servers: readonly string[] = Dns?.length ? Dns : host.dnsServers;
  if (kind.startsWith('bridge') && !Dns?.length) servers = reachable(servers, kind === 'bridge6');
  const comments: string[] = [];
  if (kind === 'named') {
    servers = [NAME_SERVER];
    options = options.filter((option) => !/^ndots:(?!\d+$)/.test(option));
    if (!options.some((option) => option.startsWith('ndots:'))) options = [...options, 'ndots:0'];
    const mark = (server: string) => (Dns?.length ? server : `host(${server})`);
    comments.push(`# ExtServers: [${externalServers(fields, host).map(mark).join(' ')}]`);
  }
  const overrides = Object.entries({ nameservers: Dns, search: DnsSearch, options: DnsOptions });
  const given = overrides.filter(([, list]) => list?.length).map(([name]) => name);
  comments.push(`# Overrides: [${given.join(' ')}]`);
  const lines = [
    ...servers.map((server) => `nameserver ${server}`),
    ...(search.length > 0 ? [`search ${search.join(' ')}`] : []),
    ...(options.length > 0 ? [`options ${options.join(' ')}`] : []),
    '',
    ...comments,
  ];
  return `${lines.join('\n')}\n`;
}
