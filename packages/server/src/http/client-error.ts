import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { failureBody } from './failure.js';

/** What Node's parser refuses, by the code of its error. */
const REFUSALS: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'request header fields are larger than 1 MiB'],
  HPE_INVALID_EOF_STATE: [400, 'unexpected EOF'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'the head of the request took too long'],
};

/** Answers a client whose request is no HTTP, if it can still be told. */
export function answerClientError(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  headers: readonly string[],
): void {
  const { code = '' } = error;
  const response = (socket as { _httpMessage?: ServerResponse | null })._httpMessage;
  if (!socket.writable || code === 'ECONNRESET' || code === 'EPIPE' || response?.headersSent) {
    socket.destroy(error);
    return;
  }
  const [status, message] = REFUSALS[code] ?? [400, `malformed HTTP request: ${error.message}`];
  const body = failureBody(message);
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`];
  for (let index = 0; index < headers.length; index += 2)
    lines.push(`${headers[index]}: ${headers[index + 1]}`);
  lines.push(
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  );
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
