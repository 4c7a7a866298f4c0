import type { IncomingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import { forbidden, invalidParameter } from '@arca/plugin-kit';
import type { Takeover } from './takeover.js';
import { WebSocketStream } from './websocket-stream.js';

/** The largest message in bytes that is taken from a client; one beyond it closes with 1009. `ws` holds it whole. */
const MAX_MESSAGE = 32 * 1024 * 1024;

/** ms without a word after which TCP asks whether the client is still there. */
const KEEP_ALIVE = 30_000;

/**
 * Refuses a request that is no handshake, or that a page of a foreign origin makes, before anything is done for it.
 * Browsers let any page open a WebSocket to any host and only tell where it comes from; other clients need not say, and
 * may say the host that they speak to. Throws InvalidParameter, Forbidden.
 */
export function checkHandshake(
  { request, protocol }: Pick<Takeover, 'request' | 'protocol'>,
  allowedOrigins: readonly string[],
): void {
  const { headers } = request;
  const key = headers['sec-websocket-key'];
  const version = headers['sec-websocket-version'];
  if (
    protocol?.toLowerCase() !== 'websocket' ||
    key === undefined ||
    !/^[+/0-9A-Za-z]{22}==$/.test(key) ||
    (version !== '13' && version !== '8')
  ) {
    throw invalidParameter('the request is not a WebSocket handshake', 'websocket.handshake');
  }
  const origin = originOf(headers);
  if (origin !== undefined && !isOwn(origin, headers.host) && !allowedOrigins.includes(origin))
    throw forbidden(`the origin ${origin} is not allowed to open WebSockets`, 'websocket.origin');
}

/** Version 8 of the protocol has another name for it. */
function originOf(headers: IncomingHttpHeaders): string | undefined {
  const older = headers['sec-websocket-origin'];
  return headers.origin ?? (Array.isArray(older) ? older.join() : older);
}

/** True when the origin's host and port are those that the request names; a port left out is that of the scheme. */
function isOwn(origin: string, host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(origin)) return false;
  const { host: asked, protocol } = new URL(origin);
  const own = `${protocol}//${host}`;
  return asked !== '' && URL.canParse(own) && new URL(own).host === asked;
}

/**
 * Completes the handshake and gives the WebSocket as a stream of bytes: what is written goes out in messages of one
 * kind, what the client sends comes in whatever the kind of message. `ws` is loaded by the first that needs it, and answers
 * pings. Messages are not compressed.
 */
export async function acceptWebSocket(
  { socket, request }: Takeover,
  headers: readonly string[],
  kind: { text?: boolean },
): Promise<WebSocketStream> {
  const { WebSocketServer } = await import('ws');
  const server = new WebSocketServer({
    ...{ noServer: true, clientTracking: false, perMessageDeflate: false, maxPayload: MAX_MESSAGE },
  });
  server.on('headers', (lines) => {
    for (let index = 0; index < headers.length; index += 2)
      lines.push(`${headers[index]}: ${headers[index + 1]}`);
  });
  // The socket holds what came after the handshake, and `ws` reads it from there.
  return new Promise((resolve, reject) => {
    // What `ws` refuses itself it answers itself.
    const refused = (): void =>
      reject(invalidParameter('the WebSocket handshake failed', 'websocket.handshake'));
    if (socket.destroyed) return refused();
    socket.once('close', refused);
    if (socket instanceof Socket) socket.setKeepAlive(true, KEEP_ALIVE);
    server.handleUpgrade(request, socket, Buffer.alloc(0), (webSocket) => {
      socket.off('close', refused);
      resolve(new WebSocketStream(webSocket, kind));
    });
  });
}
