import { operationTable, type OperationFacts, type OperationName, type paths } from '@arca/api';
import type { Client as FetchClient } from 'openapi-fetch';
import type { Agent } from 'undici';
import type { Address } from './address.js';
import type { ClientRequest, ResponseHead } from './client.js';
import { dockerError } from './docker-error.js';
import { jsonLines } from './json-lines.js';
import { openRawConnection } from './raw-connection.js';
import { openWebSocket } from './web-socket.js';

/** What calls share. */
export interface Connection {
  address: Address;
  agent: Agent;
  http: FetchClient<paths>;
  version(): Promise<string>;
}

const operations = new Map<string, { id: OperationName; facts: OperationFacts }>(
  Object.entries(operationTable).map(([id, facts]) => [
    `${facts.method} ${facts.path}`,
    { id: id as OperationName, facts },
  ]),
);

interface Outcome {
  data?: unknown;
  error?: unknown;
  response: ResponseHead;
}

/** Carries a call of a generated function out. Rejects when there is no answer, or when it is asked to throw failures. */
export async function callOperation(
  connection: Connection,
  method: OperationFacts['method'],
  request: ClientRequest,
): Promise<Outcome> {
  const operation = operations.get(`${method} ${request.url}`);
  if (operation === undefined) throw new TypeError(`there is no operation ${method} ${request.url}`);
  const { id, facts } = operation;
  const prefix = facts.versioned ? `/v${await connection.version()}` : '';
  const outcome =
    facts.result === 'hijack'
      ? await takeOver(connection, facts, request, prefix)
      : await exchange(connection, facts, request, prefix);
  if (request.throwOnError && outcome.response.status >= 400) {
    const { message } = (outcome.error ?? {}) as { message?: string };
    throw dockerError(outcome.response.status, message ?? `${id} failed`, id);
  }
  return outcome;
}

async function exchange(
  { http, address }: Connection,
  facts: OperationFacts,
  request: ClientRequest,
  prefix: string,
): Promise<Outcome> {
  const { result } = facts;
  const bytes = facts.body?.schema === 'bytes';
  const { data, error, response } = await (http.request as unknown as LooseRequest)(
    facts.method,
    facts.path,
    {
      baseUrl: `${address.origin}${prefix}`,
      params: { path: request.path, query: request.query },
      headers: request.headers,
      signal: request.signal,
      ...(request.body !== undefined && { body: request.body }),
      ...(bytes && { bodySerializer: (body: unknown) => body, duplex: 'half' }),
      parseAs: parsing(result, request.stream),
    },
  );
  if (response.status >= 400) return { error: error ?? { message: response.statusText }, response };
  if (result === 'none' || data === undefined || data === null) return { data: undefined, response };
  return { data: result === 'items' ? jsonLines(data as ReadableStream<Uint8Array>) : data, response };
}

function parsing(result: OperationFacts['result'], stream = false): string {
  if (stream || result === 'items' || result === 'bytes') return 'stream';
  return result === 'json' ? 'json' : 'text';
}

/** openapi-fetch's `request` for a path that is known at run time only. */
type LooseRequest = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

async function takeOver(
  { address, agent }: Connection,
  facts: OperationFacts,
  request: ClientRequest,
  prefix: string,
): Promise<Outcome> {
  const path = prefix + pathText(facts.path, request.path) + queryText(request.query);
  if (facts.websocket) {
    const url = new URL(path, address.origin.replace(/^http/, 'ws'));
    const stream = await openWebSocket(url, agent);
    return { data: { stream, multiplexed: false }, response: { status: 101, headers: new Headers() } };
  }
  const json =
    facts.body === undefined || request.body === undefined ? undefined : JSON.stringify(request.body);
  const answer = await openRawConnection(address, {
    method: facts.method,
    path,
    headers: {
      ...(request.headers as Record<string, string> | undefined),
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
    },
    body: json,
    upgrade: facts.path === '/session' ? 'h2c' : 'tcp',
    signal: request.signal,
  });
  const { status, headers } = answer;
  const response = { status, headers };
  return 'connection' in answer ? { data: answer.connection, response } : { error: answer.error, response };
}

const pathText = (path: string, values: unknown): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((values as Record<string, unknown>)[name])),
  );

function queryText(query: unknown): string {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined) text.set(name, String(value));
  }
  return text.size === 0 ? '' : `?${text}`;
}
