import type { Duplex } from 'node:stream';
import { invalidParameter } from '@arca/plugin-kit';
import type { Takeover } from './takeover.js';

/** Refuses a request that is no handshake, before anything is done for it. Throws InvalidParameter. */
export function checkHandshake({ request, protocol }: Pick<Takeover, 'request' | 'protocol'>): void {
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
}

/**
 * Completes the handshake and gives the WebSocket as a stream of bytes: what is written goes out in binary messages,
 * what the client sends comes in whatever the kind of message. `ws` is loaded by the first that needs it.
 */
export async function acceptWebSocket(
  { socket, request }: Takeover,
  headers: readonly string[],
): Promise<Duplex> {
  const { createWebSocketStream, WebSocketServer } = await import('ws');
  const server = new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false });
  server.on('headers', (lines) => {
    for (let index = 0; index < headers.length; index += 2)
      lines.push(`${headers[index]}: ${headers[index + 1]}`);
  });
  // The socket holds what came after the handshake, and `ws` reads it from there.
  return new Promise((resolve, reject) => {
    // What `ws` refuses itself it answers itself.
    const refused = (): void =>
      reject(invalidParameter('the WebSocket handshake failed', 'websocket.handshake'));
    socket.once('close', refused);
    server.handleUpgrade(request, socket, Buffer.alloc(0), (webSocket) => {
      socket.off('close', refused);
      const stream = createWebSocketStream(webSocket, { allowHalfOpen: true });
      // A client that breaks the protocol must not bring the server down when the handler is not listening.
      resolve(stream.on('error', () => undefined));
    });
  });
}
