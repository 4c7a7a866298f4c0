import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Duplex } from 'node:stream';
import type { RawAnswer, RawConnection, TransportRequest } from '../transport.js';
import type { Address } from './address.js';
import { connectionError, tellFailures } from './failures.js';
import { headersOf } from './headers.js';

/**
 * Asks for a raw connection. `fetch` cannot, so this goes by `node:http`. A daemon that does not upgrade answers 200 and
 * its output as the body.
 */
export function openRawConnection(
  address: Address,
  asked: TransportRequest,
  protocol: string,
): Promise<RawAnswer> {
  const { method, path, headers, body, signal } = asked;
  const url = new URL(path, address.origin);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const settings: RequestOptions = {
    ...address.tls,
    ...(address.socketPath !== undefined && { socketPath: address.socketPath }),
    ...(address.dial ? { createConnection: address.dial } : { agent: false }),
    method,
    signal,
    headers: {
      ...headers,
      ...(typeof body === 'string' && { 'Content-Length': Buffer.byteLength(body) }),
      Connection: 'Upgrade',
      Upgrade: protocol,
    },
  };
  return new Promise((resolve, reject) => {
    const request = send(url, settings);
    request.once('error', (error) => reject(connectionError(error, address, asked)));
    request.once('upgrade', (response, socket, head) => {
      if (head.length > 0) socket.unshift(head);
      tellFailures(socket, address, asked);
      endBy(signal, socket);
      resolve({ ...headOf(response), connection: connection(socket, response) });
    });
    request.once('response', (response) => {
      const { status, headers } = headOf(response);
      if (status < 300) {
        const stream = Duplex.from({ readable: response }) as Duplex;
        tellFailures(stream, address, asked);
        endBy(signal, stream);
        resolve({ status, headers, connection: connection(stream, response) });
      } else {
        response.toArray({ signal }).then(
          (pieces) => resolve({ status, headers, error: Buffer.concat(pieces as Buffer[]).toString('utf8') }),
          (error: unknown) => reject(connectionError(error, address, asked)),
        );
      }
    });
    request.end(body);
  });
}

/** The request is over when the connection is taken over; its signal is not. */
function endBy(signal: AbortSignal | undefined, stream: Duplex): void {
  if (!signal) return;
  const end = () => void stream.destroy(signal.reason as Error);
  if (signal.aborted) return end();
  signal.addEventListener('abort', end, { once: true });
  stream.once('close', () => signal.removeEventListener('abort', end));
}

const connection = (stream: Duplex, { headers }: IncomingMessage): RawConnection => ({
  stream,
  multiplexed: headers['content-type'] === 'application/vnd.docker.multiplexed-stream',
});

const headOf = ({ statusCode, headers }: IncomingMessage) => ({
  status: statusCode ?? 0,
  headers: headersOf(headers),
});
