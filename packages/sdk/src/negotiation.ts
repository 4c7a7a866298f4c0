import type { Transport } from './transport.js';
import { newestCommon } from './version.js';

/** What engines speak that do not tell: they are older than the telling of it. */
const OLDEST = '1.24';

/** Asks the daemon and gives the newest version that both sides know. Rejects when there is no answer. */
export async function negotiateVersion(transport: Transport): Promise<string> {
  let response = await transport.send({ method: 'HEAD', path: '/_ping', headers: {} });
  await response.text();
  if (response.status >= 400 && response.status < 500) {
    // Before 1.40 there is no HEAD.
    response = await transport.send({ method: 'GET', path: '/_ping', headers: {} });
    await response.text();
  }
  return response.headers.has('Api-Version') ? newestCommon(response.headers) : OLDEST;
}
