import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { DescService } from '@bufbuild/protobuf';
import { createClient, type Client, type Interceptor } from '@connectrpc/connect';
import { createGrpcTransport, Http2SessionManager } from '@connectrpc/connect-node';
import { isConnectionLoss } from './errors.js';

/** A connection to containerd's gRPC socket, bound to one containerd namespace. Reconnects by itself. */
export interface Connection {
  client<S extends DescService>(service: S): Client<S>;
  close(): void;
}

export interface ConnectionOptions {
  /** Path of the unix socket. */
  address: string;
  namespace: string;
  /** Resolves when containerd is (again) expected to answer. */
  ready: () => Promise<void>;
}

/** Opens no connection yet: the first call does. */
export function openConnection({ address, namespace, ready }: ConnectionOptions): Connection {
  const baseUrl = 'http://containerd'; // the authority means nothing on a unix socket
  const sessionManager = new Http2SessionManager(baseUrl, {}, { createConnection: () => connect(address) });
  const transport = createGrpcTransport({
    baseUrl,
    sessionManager,
    acceptCompression: [],
    interceptors: [repeat(ready), inNamespace(namespace)],
  });
  return {
    client: (service) => createClient(service, transport),
    close: () => sessionManager.abort(),
  };
}

function inNamespace(namespace: string): Interceptor {
  return (next) => (request) => {
    request.header.set('containerd-namespace', namespace);
    return next(request);
  };
}

const PATIENCE = 3_000; // ms

/**
 * Repeats a unary call that found no containerd, or lost it, until it has come back. The first call may have taken
 * effect: callers must take ALREADY_EXISTS and NOT_FOUND as success where that is what they wanted.
 */
function repeat(ready: () => Promise<void>): Interceptor {
  return (next) => async (request) => {
    const deadline = Date.now() + PATIENCE;
    for (let pause = 5; ; pause = Math.min(100, pause * 2)) {
      try {
        return await next(request);
      } catch (error) {
        if (request.stream || request.signal.aborted || !isConnectionLoss(error)) throw error;
        if (Date.now() > deadline) throw error;
      }
      await ready();
      // The socket may be gone before the death of its owner is known.
      await delay(pause);
    }
  };
}
