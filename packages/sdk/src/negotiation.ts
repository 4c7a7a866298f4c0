import type { Transport } from './transport.js';
import { newestCommon } from './version.js';

/** What engines speak that do not tell: they are older than the telling of it. */
const OLDEST = '1.24';

/** Asks the daemon, on behalf of an operation, and gives the newest version that both sides know. Rejects when there is no answer. */
export async function negotiateVersion(transport: Transport, operation: string): Promise<string> {
  const ping = { operation, path: '/_ping', headers: {} };
  let response = await transport.send({ ...ping, method: 'HEAD' });
  await response.text();
  if (response.status >= 400 && response.status < 500) {
    // Before 1.40 there is no HEAD.
    response = await transport.send({ ...ping, method: 'GET' });
    await response.text();
  }
  return response.headers.has('Api-Version') ? newestCommon(response.headers) : OLDEST;
}
