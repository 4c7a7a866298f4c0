import { invalidParameter } from '../errors.js';

/** A collector's address as an option has it, in parts: `tcp://host:514`. */
export interface LogAddress {
  scheme: string;
  /** Without brackets. */
  host: string;
  /** Undefined: none was given. */
  port: number | undefined;
  path: string;
}

/** Takes an address apart as Go's url.Parse does. Throws InvalidParameter with its texts; what is missing is empty. */
export function parseLogAddress(text: string): LogAddress {
  const bad = (reason: string) => invalidParameter(`parse ${JSON.stringify(text)}: ${reason}`, 'log.address');
  const [, scheme = '', rest = text] = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(text) ?? [];
  if (!scheme && /^[^/]*:/.test(text)) throw bad('first path segment in URL cannot contain colon');
  const [, authority = '', path = ''] = /^\/\/([^/?#]*)([^?#]*)/.exec(rest) ?? [];
  const [, bracketed, plain = '', port] =
    /^(?:[^@]*@)?(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/.exec(authority) ?? [];
  if (port && !/^\d+$/.test(port)) throw bad(`invalid port ":${port}" after host`);
  return {
    scheme: scheme.toLowerCase(),
    host: bracketed ?? plain,
    port: port ? Number(port) : undefined,
    path: authority || rest.startsWith('//') ? path : '',
  };
}

/** Host and port as Docker's messages show them. */
export const withPort = (host: string, port: number): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
