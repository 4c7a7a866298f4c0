import { IncomingMessage } from 'node:http';
import { splitVersion } from './api-version.js';
import { Query, unescapeUrl } from './query.js';
import type { Match, Router } from './router.js';

/** What a request is for. */
export interface Target {
  /** Of the path's prefix. */
  version: string | undefined;
  /** Without version prefix, escapes undone. */
  path: string;
  queryText: string;
  /** Undefined: there is no such page. */
  match: Match | undefined;
}

/**
 * A request that can ask for its raw connection without saying so. Node hands a connection over only for requests with
 * an `Upgrade` header, but old clients attach without one, and the bytes they send after the request must not be parsed
 * as the next. Node asks `upgrade` first and `shouldUpgradeCallback` then; here the second alone decides.
 */
export class ServerRequest extends IncomingMessage {
  /** The decision of `shouldUpgradeCallback`. */
  declare taken: boolean | undefined;
  declare target: Target | undefined;

  get upgradeWanted(): boolean {
    return this.taken ?? true;
  }
}
Object.defineProperty(ServerRequest.prototype, 'upgrade', {
  get(this: ServerRequest): boolean {
    return this.upgradeWanted;
  },
  // Node writes what its parser saw, and then the decision, which is in `taken` already.
  set() {},
});

/** Reads the request line. Throws InvalidParameter for a path with a bad escape. */
export function targetOf(request: ServerRequest, router: Router): Target {
  if (request.target !== undefined) return request.target;
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const [version, path] = splitVersion(unescapeUrl(mark === -1 ? url : url.slice(0, mark)));
  const match = router.find(request.method ?? 'GET', path);
  const ours = match !== undefined && (version === undefined || match.route.facts.versioned);
  const queryText = mark === -1 ? '' : url.slice(mark + 1);
  return (request.target = { version, path, queryText, match: ours ? match : undefined });
}

/** Whether the connection may leave HTTP: decides for `shouldUpgradeCallback`. */
export function mayTakeOver(request: ServerRequest, router: Router): boolean {
  try {
    const route = targetOf(request, router).match?.route;
    request.taken =
      route?.hijacks === true && (!route.facts.websocket || request.headers.upgrade !== undefined);
  } catch {
    request.taken = false;
  }
  return request.taken;
}

/** The parsed query. Throws InvalidParameter. */
export const queryOf = ({ queryText }: Target): Query => (queryText === '' ? EMPTY : new Query(queryText));
const EMPTY = new Query('');
