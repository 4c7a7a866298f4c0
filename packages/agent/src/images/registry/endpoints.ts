import { BlockList, isIP } from 'node:net';
import { DEFAULT_DOMAIN } from '../reference.js';

export interface RegistryOptions {
  /** Hosts (with port, as in image names) and networks (CIDR) whose registries may have bad certificates or none. */
  insecureRegistries?: string[];
  /** URLs or hosts to ask before the default registry. */
  registryMirrors?: string[];
  /** Directories of certificates, each with a folder per host; those of Docker and of Arca unless told otherwise. */
  certificateDirectories?: string[];
  /** ms before the first repeated attempt of a download; doubles. */
  retryDelay?: number;
}

/** A place that serves the registry API. */
export interface Endpoint {
  /** With a path when a mirror has one; without a slash at the end. */
  url: string;
  mirror: boolean;
}

/** Where the API of the default registry is: its name is not its address. */
const DEFAULT_API_HOST = `registry-1.${DEFAULT_DOMAIN}`;

/** The places to ask for an image of a domain, in order. */
export function endpointsOf(domain: string, options: RegistryOptions): Endpoint[] {
  if (domain !== DEFAULT_DOMAIN) return schemes(domain, options).map((url) => ({ url, mirror: false }));
  const mirrors = (options.registryMirrors ?? []).flatMap((mirror) =>
    mirror.includes('://') ? [mirror.replace(/\/+$/, '')] : schemes(mirror, options),
  );
  return [
    ...mirrors.map((url) => ({ url, mirror: true })),
    { url: `https://${DEFAULT_API_HOST}`, mirror: false },
  ];
}

function schemes(host: string, options: RegistryOptions): string[] {
  return isInsecure(host, options) ? [`https://${host}`, `http://${host}`] : [`https://${host}`];
}

/** True for loopback and for what the person has listed: certificates are not checked there. */
export function isInsecure(host: string, { insecureRegistries = [] }: RegistryOptions): boolean {
  return insecureRegistries.includes(host) || isLoopback(host) || isIn(host, networks(insecureRegistries));
}

/** True for `localhost` and loopback addresses, with or without a port. */
export function isLoopback(host: string): boolean {
  return nameOf(host) === 'localhost' || isIn(host, networks(['127.0.0.0/8', '::1/128']));
}

function isIn(host: string, list: BlockList): boolean {
  const name = nameOf(host);
  const version = isIP(name);
  return version !== 0 && list.check(name, version === 4 ? 'ipv4' : 'ipv6');
}

function nameOf(host: string): string {
  return new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '');
}

function networks(listed: string[]): BlockList {
  const list = new BlockList();
  for (const network of listed) {
    const [address = '', length] = network.split('/');
    const version = isIP(address);
    if (version !== 0 && length !== undefined) {
      list.addSubnet(address, Number(length), version === 4 ? 'ipv4' : 'ipv6');
    }
  }
  return list;
}
