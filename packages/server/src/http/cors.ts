import type { IncomingMessage } from 'node:http';

/**
 * Headers, names and values by turns, by which a browser lets a page of an allowed origin read the answer and, asked
 * before (`OPTIONS`), send the request. None for others: the browser keeps the answer from them.
 */
export function originHeaders(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  allowedOrigins: readonly string[],
): readonly string[] {
  const { origin } = headers;
  if (origin === undefined || !allowedOrigins.includes(origin)) return [];
  const readable = ['Access-Control-Allow-Origin', origin, 'Access-Control-Expose-Headers', '*'];
  readable.push('Vary', 'Origin');
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return readable;
  return [
    ...readable,
    ...['Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, DELETE'],
    ...['Access-Control-Allow-Headers', '*'],
    ...['Access-Control-Max-Age', '7200'],
  ];
}
