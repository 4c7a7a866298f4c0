import type { Socket } from 'node:net';
import type { OperationFacts, paths } from '@arca/api';
import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import { Agent } from 'undici';
import { parseAddress, type Address, type TlsOptions } from './address.js';
import { callOperation, type Connection } from './call.js';
import type { Client } from './client.js';
import { negotiateVersion } from './version.js';

export interface ClientOptions {
  /** Where the daemon is: `unix:///path`, `tcp://host:port`, `ssh://user@host`. Default: `DOCKER_HOST`, else Docker's own socket. */
  host?: string;
  /** Certificates of a daemon that listens with TLS. */
  tls?: TlsOptions;
  /** The version of the API to speak. Default: the newest that both sides know, asked once. */
  version?: string;
}

/** A client of one daemon. The generated functions take it as `client`. */
export interface DockerClient extends Client {
  /** The HTTP core: calls by path and method, and middleware (`use`) that sees every call but taken-over connections. */
  readonly http: FetchClient<paths>;
  /** Closes the connections that are kept open. */
  close(): Promise<void>;
}

const DEFAULT_HOST = 'unix:///var/run/docker.sock';

/** Makes a client. Nothing is connected before the first call. Throws a TypeError for a bad address. */
export function createClient(options: ClientOptions = {}): DockerClient {
  const address = parseAddress(options.host || process.env['DOCKER_HOST'] || DEFAULT_HOST, options.tls);
  const agent = new Agent({
    connect: connector(address),
    // A wait and a stream of events are silent for as long as nothing happens.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const http = createFetchClient<paths>({
    baseUrl: address.origin,
    requestInitExt: { dispatcher: agent } as never,
  });
  let version: Promise<string> | undefined;
  const connection: Connection = {
    address,
    agent,
    http,
    // A failure is not kept: the next call asks again.
    version: () =>
      (version ??= options.version
        ? Promise.resolve(options.version)
        : negotiateVersion(http).catch((error: unknown) => {
            version = undefined;
            throw error;
          })),
  };
  const method =
    (name: OperationFacts['method']): Client['get'] =>
    (request) =>
      callOperation(connection, name, request) as never;
  return {
    http,
    get: method('GET'),
    head: method('HEAD'),
    post: method('POST'),
    put: method('PUT'),
    delete: method('DELETE'),
    close: () => agent.close(),
  };
}

function connector({ socketPath, tls, dial }: Address): Agent.Options['connect'] {
  if (!dial) return { ...(socketPath !== undefined && { socketPath }), ...tls };
  // The agent is not ready for a connection that is there at once.
  return (_options, done) => setImmediate(() => done(null, dial() as Socket));
}
