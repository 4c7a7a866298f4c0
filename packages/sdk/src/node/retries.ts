import { setTimeout as delay } from 'node:timers/promises';
import type { TransportRequest } from '../transport.js';
import { codeOf } from './failures.js';

/** Nobody was reached, so nothing was sent. */
const NOT_SENT = new Set(['ECONNREFUSED', 'EAGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** The connection broke before an answer began, as one does that was kept open while the daemon ended. */
const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** ms before the first repetition; doubled for each further one. */
const FIRST_PAUSE = 50;

/**
 * Sends again what may be sent again: anything that reached nobody, and what only reads (GET, HEAD) when the connection
 * broke before an answer. A body that is read as it comes cannot be sent twice. The answer's own failures are answers.
 */
export async function retried<T>(
  request: TransportRequest,
  retries: number,
  send: () => Promise<T>,
): Promise<T> {
  for (let count = 0; ; count++) {
    try {
      return await send();
    } catch (error) {
      if (count >= retries || request.signal?.aborted || !mayRepeat(request, error)) throw error;
      const pause = FIRST_PAUSE * 2 ** count;
      await delay(pause, undefined, request.signal && { signal: request.signal }).catch(() => {
        throw request.signal?.reason;
      });
    }
  }
}

function mayRepeat({ method, body }: TransportRequest, error: unknown): boolean {
  if (body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array)) return false;
  const code = codeOf((error as Error).cause);
  if (code === undefined) return false;
  return NOT_SENT.has(code) || (BROKEN.has(code) && (method === 'GET' || method === 'HEAD'));
}
