import type { Call, CallFacts, ClientRequest } from './client.js';
import { dockerError, SystemError } from './docker-error.js';
import { jsonLines } from './json-lines.js';
import type { ByteSource } from './generated/types.gen.js';
import type { ResponseHead } from './options.js';
import { targetOf } from './target.js';
import type { Transport } from './transport.js';

/** What calls share. */
export interface CallContext {
  readonly transport: Transport;
  /** Resolves with the version to speak, asked for on behalf of an operation; not a promise once it is known. */
  version(operation: string): string | Promise<string>;
}

interface Outcome {
  data?: unknown;
  error?: unknown;
  response: ResponseHead;
}

/** Carries a call of a generated function out. Rejects when there is no answer, or when it is asked to throw failures. */
export async function callOperation(
  context: CallContext,
  method: string,
  request: ClientRequest,
): Promise<Outcome> {
  const facts = request.operation ?? { id: `${method} ${request.url}`, result: 'json' };
  const call: Call = {
    ...facts,
    method,
    path: targetOf(request),
  };
  if (!facts.unversioned) {
    const version = context.version(facts.id);
    call.path = `/v${typeof version === 'string' ? version : await version}${call.path}`;
  }
  const outcome =
    facts.result === 'hijack'
      ? await takeOver(context.transport, call, request)
      : await exchange(context.transport, call, request);
  if (request.throwOnError && isFailure(outcome.response)) throw failure(outcome, facts);
  return outcome;
}

/** Nobody is led elsewhere: an engine does that with a path that it does not know as such. */
const isFailure = ({ status }: ResponseHead): boolean => status >= 300 && status !== 304;

function failure({ error, response }: Outcome, { id }: CallFacts): Error {
  const { message } = (error ?? {}) as { message?: string };
  return dockerError(response.status, message || `${id} failed with status ${response.status}`, id);
}

async function exchange(transport: Transport, call: Call, request: ClientRequest): Promise<Outcome> {
  const response = await transport.send({
    operation: call.id,
    method: call.method,
    path: call.path,
    headers: headersOf(request),
    body: bodyOf(call, request.body),
    signal: request.signal,
  });
  if (isFailure(response)) return { error: parseError(await response.text()), response };
  if (request.stream || call.result === 'bytes') return { data: response.stream(), response };
  if (call.result === 'items') return { data: jsonLines(response.stream()), response };
  const text = await response.text();
  if (call.result === 'none' || text === '') return { data: undefined, response };
  if (call.result === 'text') return { data: text, response };
  return { data: parse(text, call) ?? (call.list ? [] : undefined), response };
}

function parse(text: string, { id }: Call): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SystemError(200, `the daemon's answer is no JSON: ${text.slice(0, 100)}`, id);
  }
}

/** Errors are JSON; those of taken-over connections and of proxies may be plain text. */
function parseError(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'message' in value) return value;
  } catch {
    // Told as it is.
  }
  return { message: text.trim() };
}

async function takeOver(transport: Transport, call: Call, request: ClientRequest): Promise<Outcome> {
  if (call.websocket) {
    const stream = await transport.webSocket({ operation: call.id, path: call.path, signal: request.signal });
    return { data: { stream, multiplexed: false }, response: { status: 101, headers: new Headers() } };
  }
  const answer = await transport.upgrade(
    {
      operation: call.id,
      method: call.method,
      path: call.path,
      headers: headersOf(request),
      body: bodyOf(call, request.body),
      signal: request.signal,
    },
    call.upgrade ?? 'tcp',
  );
  const { status, headers } = answer;
  const response = { status, headers };
  if ('connection' in answer) return { data: answer.connection, response };
  return { error: parseError(answer.error), response };
}

function headersOf({ headers, body }: ClientRequest): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of Object.entries((headers ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null) continue;
    if (body === undefined && name.toLowerCase() === 'content-type') continue;
    all[name] = String(value);
  }
  return all;
}

const bodyOf = (call: Call, body: unknown): ByteSource | undefined =>
  body === undefined || call.bytes ? (body as ByteSource | undefined) : JSON.stringify(body);
