import type { paths } from '@arca/api';
import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import { callOperation, type CallContext } from './call.js';
import type { Client } from './client.js';
import { fetchOver } from './fetch.js';
import type { Services } from './services.js';
import type { Transport } from './transport.js';
import { negotiateVersion } from './negotiation.js';

/** A client of one daemon. The generated functions take it as `client`. */
export interface DockerClient extends Client {
  /** Calls by path and method, typed by the description's `paths`, with middleware (`use`) that sees these calls. */
  readonly http: FetchClient<paths>;
  /** What the platform gives beside the daemon. */
  readonly services: Services;
  /** Ends all that goes on, and closes the connections. */
  close(): Promise<void>;
}

/** A client over a transport. Without a version the newest is spoken that both sides know; it is asked for once. */
export function clientOver(transport: Transport, services: Services, version?: string): DockerClient {
  let spoken: string | Promise<string> | undefined = version;
  const context: CallContext = {
    transport,
    version: (operation) =>
      (spoken ??= negotiateVersion(transport, operation).then(
        (found) => (spoken = found),
        // A failure is not kept: the next call asks again.
        (error: unknown) => {
          spoken = undefined;
          throw error;
        },
      )),
  };
  let http: FetchClient<paths> | undefined;
  const method =
    (name: string): Client['get'] =>
    (request) =>
      callOperation(context, name, request) as never;
  return {
    services,
    get http() {
      return (http ??= createFetchClient<paths>({ baseUrl: transport.origin, fetch: fetchOver(context) }));
    },
    get: method('GET'),
    head: method('HEAD'),
    post: method('POST'),
    put: method('PUT'),
    delete: method('DELETE'),
    close: () => transport.close(),
  };
}
