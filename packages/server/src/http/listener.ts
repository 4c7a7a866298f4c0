import type { Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import type { Log } from '@arca/plugin-kit';
import { started } from './started.js';
import type { TlsFiles } from './tls-files.js';
import { listenOnSocket } from './unix-socket.js';

/** Starts listening and gives the address. Rejects with an Error for people. */
export async function listen(
  server: Server,
  host: string,
  tls: TlsFiles | undefined,
  log: Log,
): Promise<string> {
  if (host.startsWith('unix://')) {
    if (tls) throw new Error(`${host}: TLS is for tcp addresses; a socket is protected by its permissions`);
    const path = host.slice('unix://'.length);
    await listenOnSocket(server, path, log);
    return host;
  }
  const { address, port } = parseTcp(host, tls !== undefined);
  if (!tls?.verify && !isLoopback(address)) {
    log('warn', `${host}: whoever reaches this address is root on this host; use --tlsverify`);
  }
  await started(server, { host: address, port });
  const bound = server.address() as AddressInfo;
  return `tcp://${isIPv6(bound.address) ? `[${bound.address}]` : bound.address}:${bound.port}`;
}

/** `tcp://[address][:port]`: without address loopback, without port 2375 or with TLS 2376, as dockerd has it. */
export function parseTcp(host: string, tls: boolean): { address: string; port: number } {
  const found = /^tcp:\/\/(\[[0-9a-fA-F:.]+\]|[^:/[\]]*)(?::(\d{1,5}))?\/?$/.exec(host);
  const port = Number(found?.[2] ?? (tls ? 2376 : 2375));
  if (found === null || port > 65_535) {
    throw new Error(`${host} is no address to listen on: unix:///path or tcp://address:port`);
  }
  const address = (found[1] ?? '').replace(/^\[|\]$/g, '');
  return { address: address === '' ? '127.0.0.1' : address, port };
}

const isLoopback = (address: string): boolean =>
  address === 'localhost' || address === '::1' || address.startsWith('127.');
