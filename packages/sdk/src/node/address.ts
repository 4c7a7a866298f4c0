import type { Duplex } from 'node:stream';
import type { SecureContextOptions } from 'node:tls';
import { dialOverSsh } from './dial.js';

/** Certificates as PEM, for `tcp` addresses with TLS. */
export interface TlsOptions extends Pick<SecureContextOptions, 'ca' | 'cert' | 'key'> {
  /** False: whoever answers is trusted. */
  rejectUnauthorized?: boolean;
}

/** Where a daemon is. */
export interface Address {
  /** Base of URLs; the host name of a unix socket is of no meaning. */
  origin: string;
  socketPath: string | undefined;
  tls: TlsOptions | undefined;
  /** For messages, where the origin is of no meaning. */
  name?: string;
  /** Makes a connection, where none of the above does. */
  dial?: () => Duplex;
}

/**
 * Reads an address as `DOCKER_HOST` has it: `unix:///path`, `npipe:////./pipe/name`, `tcp://host:port`,
 * `http(s)://host:port`, `ssh://user@host:port`. With `tls`, tcp means https. Throws a TypeError for others.
 */
export function parseAddress(host: string, tls?: TlsOptions): Address {
  const here = { origin: 'http://docker', socketPath: undefined, tls: undefined };
  if (host.startsWith('unix://')) return { ...here, socketPath: host.slice('unix://'.length) };
  if (host.startsWith('npipe://'))
    return { ...here, socketPath: host.slice('npipe://'.length).replaceAll('/', '\\') };
  if (/^ssh:\/\/[^/]/.test(host)) {
    const url = new URL(host);
    if (url.password)
      throw new TypeError('a password has no place in an ssh address: ssh asks for it itself');
    return { ...here, name: host, dial: () => dialOverSsh(url) };
  }
  const found = /^(tcp|https?):\/\/([^/]+)\/?$/.exec(host);
  if (found === null)
    throw new TypeError(`${host} is no address of a daemon: unix:///path, tcp://host:port or ssh://host`);
  const secure = found[1] === 'https' || (found[1] === 'tcp' && tls !== undefined);
  return { origin: `${secure ? 'https' : 'http'}://${found[2]}`, socketPath: undefined, tls };
}
