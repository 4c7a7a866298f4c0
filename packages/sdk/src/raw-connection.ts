import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Duplex } from 'node:stream';
import type { Address } from './address.js';

/** A connection that has become a raw stream both ways. */
export interface RawConnection {
  /** Output comes out, input goes in; ending it closes the sending half only. */
  readonly stream: Duplex;
  /** The output is in frames: see `demultiplex`. */
  readonly multiplexed: boolean;
}

/** What a daemon answers to the wish for a raw connection. */
export type RawAnswer =
  | { status: number; headers: Headers; connection: RawConnection }
  | { status: number; headers: Headers; error: unknown };

export interface RawRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
  /** The protocol to ask for. */
  upgrade: string;
  signal: AbortSignal | undefined;
}

/**
 * Asks for a raw connection. `fetch` cannot, so this goes by `node:http`. A daemon that does not upgrade answers 200 and
 * its output as the body.
 */
export function openRawConnection(address: Address, options: RawRequest): Promise<RawAnswer> {
  const url = new URL(options.path, address.origin);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const settings: RequestOptions = {
    ...address.tls,
    ...(address.socketPath !== undefined && { socketPath: address.socketPath }),
    ...(address.dial ? { createConnection: address.dial } : { agent: false }),
    method: options.method,
    signal: options.signal,
    headers: {
      ...options.headers,
      ...(options.body !== undefined && { 'Content-Length': Buffer.byteLength(options.body) }),
      Connection: 'Upgrade',
      Upgrade: options.upgrade,
    },
  };
  return new Promise((resolve, reject) => {
    const request = send(url, settings);
    request.once('error', (error) =>
      reject(options.signal?.aborted ? (options.signal.reason as Error) : error),
    );
    request.once('upgrade', (response, socket, head) => {
      if (head.length > 0) socket.unshift(head);
      endBy(options.signal, socket);
      resolve({ ...headOf(response), connection: connection(socket, response) });
    });
    request.once('response', (response) => {
      const { status, headers } = headOf(response);
      if (status < 400) {
        const stream = Duplex.from({ readable: response }) as Duplex;
        endBy(options.signal, stream);
        resolve({ status, headers, connection: connection(stream, response) });
      } else readError(response).then((error) => resolve({ status, headers, error }), reject);
    });
    request.end(options.body);
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

function headOf({ statusCode, headers }: IncomingMessage): { status: number; headers: Headers } {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return { status: statusCode ?? 0, headers: new Headers(pairs) };
}

async function readError(response: IncomingMessage): Promise<unknown> {
  const text = Buffer.concat((await response.toArray()) as Buffer[]).toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // dockerd answers a failed attach in plain text.
    return { message: text.trim() };
  }
}
