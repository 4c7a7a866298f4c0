import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const RAW_STREAM = 'application/vnd.docker.raw-stream';

/** How long a client may take to close its half after the server has closed its own. */
const LINGER_MS = 10_000;

/** A connection that is no longer HTTP, or about to be. */
export interface Takeover {
  readonly socket: Duplex;
  readonly request: IncomingMessage;
  /** The protocol of the `Upgrade` header; undefined: an old client, which gets 200 instead of 101. */
  readonly protocol: string | undefined;
}

/** The head of the answer, in dockerd's words and with the common headers. */
export function takeoverHead(
  { protocol }: Takeover,
  contentType: string,
  headers: readonly string[],
): string {
  const lines =
    protocol === undefined
      ? ['HTTP/1.1 200 OK', `Content-Type: ${RAW_STREAM}`]
      : [
          'HTTP/1.1 101 UPGRADED',
          `Content-Type: ${contentType}`,
          'Connection: Upgrade',
          // dockerd says tcp whatever was asked, except for a session.
          `Upgrade: ${protocol.toLowerCase() === 'h2c' ? 'h2c' : 'tcp'}`,
        ];
  for (let index = 0; index < headers.length; index += 2)
    lines.push(`${headers[index]}: ${headers[index + 1]}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/**
 * Ends a connection after its last byte: closes this side, and lets the client close its own. Closing both at once would
 * reset the connection while the client still sends, and it would lose the end of the output.
 */
export function endConnection(socket: Duplex): void {
  if (socket.destroyed) return;
  if (!socket.writableEnded) socket.end();
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), LINGER_MS).unref();
  socket.once('close', () => clearTimeout(timer));
}
