import { createServer, ServerResponse, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '@arca/plugin-kit';
import { answerClientError } from './client-error.js';
import { Connections } from './connections.js';
import { commonHeaders, type OperationFinder, type ServerContext, type ServerFacts } from './context.js';
import { HttpCall } from './http-call.js';
import { listen } from './listener.js';
import { mayTakeOver, ServerRequest } from './request.js';
import { Router } from './router.js';
import { serve } from './service.js';
import { readTls, type TlsFiles } from './tls-files.js';
import type { Takeover } from './takeover.js';

export interface HttpServerOptions extends ServerFacts {
  dispatcher: OperationFinder;
  log: Log;
  /** Origins, as browsers write them, whose pages may use the API though they come from another host. */
  allowedOrigins?: readonly string[];
}

/** Serves the API on any number of addresses. */
export interface HttpServer {
  /**
   * Listens on `unix:///path` or `tcp://address:port` (port 0: any) and gives the address as `DOCKER_HOST` takes it.
   * Rejects with an Error for people when the address is bad, in use, or the files of TLS cannot be read.
   */
  listen(host: string, tls?: TlsFiles): Promise<string>;
  /** Takes no more requests, tells those under way that their clients are gone, and waits for them for a while. */
  close(): Promise<void>;
}

/**
 * Of Node's limits, only those stay that a slow or broken client cannot turn against an honest one. Idle connections
 * are kept, as dockerd keeps them: a pool that reuses one in the moment of its end would see a failure. Answers and
 * bodies may take as long as they like (`logs -f`, the upload of an image); only the head of a request must come
 * within five minutes, which is dockerd's limit. Go allows a head of 1 MiB, and `X-Registry-Config` with the tokens of
 * many registries needs more than Node's 16 KiB.
 */
const SERVER_OPTIONS: ServerOptions<typeof ServerRequest> = {
  IncomingMessage: ServerRequest,
  maxHeaderSize: 1024 * 1024,
  keepAliveTimeout: 0,
  requestTimeout: 0,
  headersTimeout: 300_000,
  requireHostHeader: false,
};

/** How long `close` waits for requests that are under way. */
const GRACE_MS = 10_000;

export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { dispatcher, log, allowedOrigins = [], ...facts } = options;
  const router = new Router();
  const headers = commonHeaders(facts);
  const context: ServerContext = { finder: dispatcher, facts, log, router, allowedOrigins, headers };
  const servers: { server: Server; connections: Connections }[] = [];
  return {
    async listen(host, tls) {
      const connections = new Connections();
      const server = createNodeServer(context, connections, tls && readTls(tls));
      const address = await listen(server, host, tls, log);
      servers.push({ server, connections });
      return address;
    },
    async close() {
      await Promise.all(servers.splice(0).map(({ server, connections }) => stop(server, connections)));
    },
  };
}

function createNodeServer(
  context: ServerContext,
  connections: Connections,
  tls: ReturnType<typeof readTls> | undefined,
): Server {
  const options = {
    ...SERVER_OPTIONS,
    shouldUpgradeCallback: (request: ServerRequest) => mayTakeOver(request, context.router),
  } as ServerOptions<typeof ServerRequest>;
  const server = (tls ? createTlsServer({ ...options, ...tls }) : createServer(options)) as Server;
  // A client may close its sending half and still wait for the answer.
  (server as { httpAllowHalfOpen?: boolean }).httpAllowHalfOpen = true;
  server.on(tls ? 'secureConnection' : 'connection', (socket: Duplex) => {
    // Node asks for it itself, but forgets it with TLS.
    socket.allowHalfOpen = true;
    connections.add(socket);
  });
  // What lies below TLS is there before the handshake, and after one that fails.
  if (tls) server.on('connection', (socket: Duplex) => connections.hold(socket));
  server.on('request', (request, response) => {
    const call = new HttpCall(context, request, response);
    connections.track(request.socket, call, serve(context, request as ServerRequest, call));
  });
  server.on('upgrade', (request, socket, head) => {
    if (head.length > 0) socket.unshift(head);
    const takeover: Takeover = { socket, request, protocol: request.headers.upgrade };
    // Whoever takes over listens for errors; until then, and after, nobody must be brought down by one.
    socket.on('error', () => undefined);
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket as never);
    const call = new HttpCall(context, request, response, takeover);
    connections.track(socket, call, serve(context, request as ServerRequest, call, takeover));
  });
  server.on('clientError', (error, socket) => answerClientError(error, socket, context.headers));
  return server;
}

async function stop(server: Server, connections: Connections): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  connections.leave();
  const enough = new AbortController();
  const waited = delay(GRACE_MS, undefined, { signal: enough.signal }).catch(() => undefined);
  await Promise.race([connections.idle(), waited]);
  enough.abort();
  connections.destroy();
  await closed;
}
