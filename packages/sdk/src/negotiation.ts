import type { Transport } from './transport.js';
import { newestCommon } from './version.js';

/** What engines speak that do not tell: they are older than the telling of it. */
const OLDEST = '1.24';

/** Asks the daemon, on behalf of an operation, and gives the newest version that both sides know. Rejects when there is no answer. */
export async function negotiateVersion(transport: Transport, operation: string): Promise<string> {
  // HEAD would do, but that costs the connection.
  const response = await transport.send({ operation, method: 'GET', path: '/_ping', headers: {} });
  await response.text();
  return response.headers.has('Api-Version') ? newestCommon(response.headers) : OLDEST;
}
