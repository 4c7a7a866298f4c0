import type { Log, OperationFunction, OperationId } from '@arca/plugin-kit';
import type { Router } from './router.js';

/** Who serves operations: the kernel. */
export interface OperationFinder {
  /** Undefined: no plugin serves the operation. */
  find<K extends OperationId>(id: K): OperationFunction<K> | undefined;
}

/** What answers tell of the daemon. */
export interface ServerFacts {
  /** The daemon's version, for the `Server` header. */
  version: string;
  /** The newest version of the API, and what a path without a version means. */
  apiVersion: string;
  minApiVersion: string;
}

/** What all requests share. */
export interface ServerContext {
  finder: OperationFinder;
  facts: ServerFacts;
  log: Log;
  router: Router;
  /** Origins (`scheme://host[:port]`) beside the server's own whose pages may use the API. */
  allowedOrigins: readonly string[];
  /** Headers of every answer, names and values by turns. */
  headers: readonly string[];
}

/** As dockerd's version and experimental middleware set them. */
export function commonHeaders(facts: ServerFacts): string[] {
  return [
    'Api-Version',
    facts.apiVersion,
    'Docker-Experimental',
    'false',
    'Ostype',
    'linux',
    'Server',
    `Docker/${facts.version} (linux)`,
  ];
}

/** Headers of `_ping` beside the common ones. */
export const PING_HEADERS: readonly (readonly [name: string, value: string])[] = [
  // The classic builder: clients would open a session for BuildKit.
  ['Builder-Version', '1'],
  ['Cache-Control', 'no-cache, no-store, must-revalidate'],
  ['Pragma', 'no-cache'],
  ['Swarm', 'inactive'],
];
