import * as sdk from '@arca/sdk';
import { operationTable, type OperationFacts } from '@arca/api';
import type { DockerClient } from '@arca/sdk';
import { answer, request, type Answer, type Call } from './http.js';

interface Route {
  method: string;
  pattern: RegExp;
  names: string[];
  facts: OperationFacts;
  /** The SDK's function. */
  ask(options: object): Promise<Outcome>;
}

interface Outcome {
  data?: unknown;
  error?: unknown;
  response: { status: number; headers: Headers };
}

const functions = sdk as unknown as Record<string, Route['ask']>;

const routes: Route[] = Object.entries(operationTable as Record<string, OperationFacts>)
  .filter(([, { result }]) => result !== 'hijack')
  .map(([id, facts]) => ({
    method: facts.method,
    pattern: new RegExp(`^${facts.path.replace(/\{\w+\}/g, facts.path.endsWith('}') ? '([^/]+)' : '(.+)')}$`),
    names: [...facts.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string),
    facts,
    ask: functions[id[0]!.toLowerCase() + id.slice(1)] as Route['ask'],
  }))
  .sort((one, other) => one.names.length - other.names.length);

/**
 * Sends a request by the SDK's function of the operation. What no function can say goes as it is: paths of no
 * operation, headers of the connection, bodies that are no JSON where JSON is wanted, connections that are taken over
 * without being asked to.
 */
export async function ask(
  client: DockerClient,
  socketPath: string,
  { method, prefix, path, call }: { method: string; prefix: string; path: string; call: Call },
): Promise<Answer> {
  const [pathname = '', search] = path.split('?', 2);
  const route = routes.find((one) => one.method === method && one.pattern.test(pathname));
  if (route === undefined || !fits(route.facts, call.body) || aboutTheWire(call))
    return request(socketPath, method, `${route?.facts.versioned === false ? '' : prefix}${path}`, call);
  const values = route.pattern.exec(pathname)!.slice(1).map(decodeURIComponent);
  const outcome = await route.ask({
    client,
    path: Object.fromEntries(route.names.map((name, index) => [name, values[index]])),
    query: { ...queryOf(search), ...call.query },
    headers: call.headers,
    ...(call.body !== undefined && { body: call.body }),
  });
  const { status, headers } = outcome.response;
  return answer(status, Object.fromEntries(headers), await bodyOf(route.facts, outcome));
}

/** Headers of the connection are the client's own affair. */
const aboutTheWire = ({ headers = {} }: Call): boolean =>
  Object.keys(headers).some((name) => /^(connection|upgrade|transfer-encoding|content-length)$/i.test(name));

const isBytes = (body: unknown): boolean =>
  typeof body === 'string' ||
  body instanceof Uint8Array ||
  (typeof body === 'object' && body !== null && 'pipe' in body);

const fits = (facts: OperationFacts, body: unknown): boolean =>
  body === undefined || (facts.body !== undefined && (facts.body.schema === 'bytes') === isBytes(body));

function queryOf(search: string | undefined): Record<string, string[]> {
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(search)) (query[name] ??= []).push(value);
  return query;
}

/** What came, as text again: of a stream of JSON values one a line. */
async function bodyOf({ result, method }: OperationFacts, { data, error }: Outcome): Promise<Buffer> {
  const value = error ?? data;
  if (value === undefined || method === 'HEAD') return Buffer.alloc(0);
  if (error === undefined && result === 'bytes')
    return Buffer.from(await sdk.bytesOf(value as AsyncIterable<unknown>));
  if (error === undefined && result === 'items') {
    let text = '';
    for await (const item of value as AsyncIterable<unknown>) text += `${JSON.stringify(item)}\n`;
    return Buffer.from(text);
  }
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
}
