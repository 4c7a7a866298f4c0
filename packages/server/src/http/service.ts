import { Readable } from 'node:stream';
import { invalidParameter, notFound, notImplemented, unavailable, type ArcaError } from '@arca/plugin-kit';
import type { Dispatcher } from '../generated/dispatcher.gen.js';
import { answer } from './answer.js';
import { checkVersion } from './api-version.js';
import { bodyLength, checkContentType, readBody } from './body.js';
import { PING_HEADERS, type ServerContext } from './context.js';
import type { HttpCall } from './http-call.js';
import { endOfBody, parseJson } from './json-syntax.js';
import type { OperationRoute } from './operation-route.js';
import { readRawBody } from './raw-body.js';
import { queryOf, targetOf, type ServerRequest } from './request.js';
import type { Takeover } from './takeover.js';
import { checkHandshake } from './websocket.js';

/** Serves one request from its head to the end of its answer. Never rejects. */
export async function serve(
  context: ServerContext,
  request: ServerRequest,
  call: HttpCall,
  takeover?: Takeover,
): Promise<void> {
  try {
    await run(context, request, call, takeover);
  } catch (error) {
    call.fail(error);
  }
  call.finish();
}

async function run(
  context: ServerContext,
  request: ServerRequest,
  call: HttpCall,
  takeover: Takeover | undefined,
): Promise<void> {
  const target = targetOf(request, context.router);
  if (request.method === 'OPTIONS') return call.end(200);
  const clean = cleanPath(target.path);
  if (clean !== target.path) {
    call.setHeader(
      'Location',
      `${target.version ? `/v${target.version}` : ''}${encodeURI(clean)}${search(target.queryText)}`,
    );
    return call.end(301);
  }
  if (target.match === undefined) throw notFound('page not found', 'http.no-such-page');
  const { route, pathValue } = target.match;
  const { facts } = context;
  call.route = route;
  call.apiVersion = target.version ?? facts.apiVersion;
  checkVersion(call.apiVersion, facts.minApiVersion, facts.apiVersion);
  const handler = context.finder.find(route.id);
  if (handler === undefined) throw unserved(route);
  if (route.facts.websocket)
    checkHandshake({ request, protocol: takeover?.protocol }, context.allowedOrigins);
  if (route.facts.path === '/_ping') for (const [name, value] of PING_HEADERS) call.setHeader(name, value);
  if (route.id === 'ContainerStart') refuseStartBody(request);
  const body = route.decodeBody && (await jsonBody(route, request, takeover));
  // dockerode sends the query of an attach as a body, too: it is not what the process is to read.
  if (takeover && !route.decodeBody && bodyLength(request.headers))
    await readRawBody(takeover.socket, request.headers);
  const parts = {
    pathValue,
    query: queryOf(target),
    headers: request.headers,
    body,
    bytes: route.takesBytes ? bytesOf(request) : undefined,
  };
  const result = await route.invoke(dispatcher(handler as AnyHandler, call), parts);
  await answer(call, route, result);
}

type AnyHandler = (request: { params: object; body: unknown }, call: HttpCall) => Promise<unknown>;

const dispatcher = (handler: AnyHandler, call: HttpCall): Dispatcher => ({
  dispatch: <Result>(_: string, params: object, body: unknown) =>
    handler({ params, body }, call) as Promise<Result>,
});

/**
 * What a client is told of an operation that no plugin serves. `docker inspect` asks for one kind of object after the
 * other, and passes over those of which it reads that they are "not supported".
 */
function unserved({ id, facts }: OperationRoute): ArcaError {
  return facts.swarm
    ? unavailable(
        'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
        'swarm.not-a-manager',
      )
    : notImplemented(
        `${id} is not supported: it is not implemented by any loaded plugin`,
        'operation.not-implemented',
      );
}

async function jsonBody(
  { facts, decodeBody }: OperationRoute,
  request: ServerRequest,
  takeover: Takeover | undefined,
): Promise<unknown> {
  const { headers } = request;
  checkContentType(headers);
  const length = bodyLength(headers);
  if (length === 0) {
    if (facts.body?.schema === 'ContainerCreateRequest') throw endOfBody();
    // Go decodes nothing into a zero value.
    return facts.body?.required ? decodeBody?.({}) : undefined;
  }
  const bytes = takeover ? await readRawBody(takeover.socket, headers) : await readBody(request);
  return decodeBody?.(parseJson(bytes.toString('utf8')));
}

/** The body as it arrives. A request without one has been closed by Node already. */
const bytesOf = (request: ServerRequest): Readable =>
  bodyLength(request.headers) === 0 ? Readable.from([], { objectMode: false }) : request;

/** Once a start could carry a host configuration; dockerd takes seven bytes for nothing. */
function refuseStartBody({ headers }: ServerRequest): void {
  const length = bodyLength(headers);
  if (length === undefined || length > 7) {
    throw invalidParameter(
      'starting container with non-empty request body was deprecated since API v1.22 and removed in v1.24',
      'container.start.body',
    );
  }
}

/** A path without empty steps and dots; dockerd's router sends clients there. */
function cleanPath(path: string): string {
  if (!/\/(\/|\.{1,2}(\/|$))/.test(path)) return path;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return `/${steps.join('/')}${path.endsWith('/') && steps.length > 0 ? '/' : ''}`;
}

const search = (query: string): string => (query === '' ? '' : `?${query}`);
