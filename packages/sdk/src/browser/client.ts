import { dockerError } from '../docker-error.js';
import { jsonLines } from '../json-lines.js';
import type { ClientRequest as SharedRequest, ResponseHead } from '../options.js';
import type { TakenOver } from '../taken-over.js';
import { newestCommon } from '../version.js';
import { chunks } from './bytes.js';
import { openSocket, type SocketConnection } from './socket-connection.js';
import { targetOf } from '../target.js';
import { bodyOf } from './request.js';

export type { ClientMeta, Options, ResponseHead, TDataShape } from '../options.js';

type ValueOf<T> = Given<T extends Record<string | number, unknown> ? T[keyof T] : T>;
type Given<T> = T extends TakenOver ? SocketConnection : T;

/**
 * What an operation's function resolves with: `data` of a success or `error` of a failure that the engine answered. When
 * there is no answer, or the browser keeps it from the page (see `arcad --allow-origin`), it rejects.
 */
export type RequestResult<
  TData = unknown,
  TError = unknown,
  ThrowOnError extends boolean = boolean,
> = Promise<
  ThrowOnError extends true
    ? { data: ValueOf<TData>; response: ResponseHead }
    : ({ data: ValueOf<TData>; error: undefined } | { data: undefined; error: ValueOf<TError> }) & {
        response: ResponseHead;
      }
>;

/** One call, as the generated functions hand it over. */
export interface ClientRequest extends SharedRequest {
  /** The operation's id. */
  operation?: string;
  /** What is answered, where it is not one JSON value, text or nothing. */
  result?: 'items' | 'bytes' | 'socket';
}

type Method = <TData, TError, ThrowOnError extends boolean = false>(
  request: ClientRequest,
) => RequestResult<TData, TError, ThrowOnError>;

/** What the generated functions call. */
export interface Client {
  get: Method;
  head: Method;
  post: Method;
  put: Method;
  delete: Method;
}

/** Which engine, and how to speak with it. */
export interface ClientOptions {
  /** Where the engine listens: `http(s)://host:port`. Default: where the page comes from. */
  url?: string | URL;
  /** The version of the API to speak. Default: the newest that both sides know, asked once. */
  version?: string;
  /** Sends requests in place of the browser's own `fetch`. */
  fetch?: typeof fetch;
}

/** Makes a client. Nothing is asked before the first call. Throws a TypeError for what is no URL of an engine. */
export function createClient(options: ClientOptions = {}): Client {
  const base = baseOf(options.url);
  const send = options.fetch ?? ((...parts: Parameters<typeof fetch>) => fetch(...parts));
  let version = options.version === undefined ? undefined : Promise.resolve(options.version);
  // A failure is not kept: the next call asks again.
  const prefix = async (): Promise<string> =>
    `/v${await (version ??= negotiate(send, base).catch((error: unknown) => {
      version = undefined;
      throw error;
    }))}`;
  const method =
    (name: string): Method =>
    async (request) => {
      request.signal?.throwIfAborted();
      const versioned = request.url.startsWith('/arca/') ? '' : await prefix();
      const target = base + versioned + targetOf(request);
      return (await (request.result === 'socket'
        ? openOperation(target, request)
        : exchange(send, target, name, request))) as never;
    };
  return {
    get: method('GET'),
    head: method('HEAD'),
    post: method('POST'),
    put: method('PUT'),
    delete: method('DELETE'),
  };
}

/** Without a slash at its end. */
function baseOf(url: string | URL | undefined): string {
  const { location } = globalThis as { location?: { origin: string } };
  const { protocol, href } = new URL(url ?? location?.origin ?? '');
  if (!/^https?:$/.test(protocol)) throw new TypeError(`${href} is no http or https URL of an engine`);
  return href.replace(/\/$/, '');
}

async function negotiate(send: typeof fetch, base: string): Promise<string> {
  return newestCommon((await send(`${base}/_ping`, { method: 'HEAD' })).headers);
}

async function exchange(
  send: typeof fetch,
  target: string,
  method: string,
  request: ClientRequest,
): Promise<unknown> {
  const { operation = request.url, signal, result } = request;
  const { body, headers } = await bodyOf(request);
  const response = await send(target, { method, headers, body, ...(signal && { signal }) } as RequestInit);
  if (!response.ok && response.status >= 400) {
    const error = await failureOf(response);
    if (request.throwOnError) throw dockerError(response.status, error.message, operation);
    return { error, response };
  }
  if (result === undefined && !request.stream) return { data: await valueOf(response), response };
  const stream = response.body ?? new Blob([]).stream();
  return { data: result === 'items' ? jsonLines(chunks(stream)) : stream, response };
}

async function openOperation(target: string, { signal }: ClientRequest): Promise<unknown> {
  const data = await openSocket(target.replace(/^http/, 'ws'), signal);
  return { data, response: { status: 101, headers: new Headers() } };
}

async function valueOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  return /\bjson\b/.test(response.headers.get('Content-Type') ?? '') ? JSON.parse(text) : text;
}

async function failureOf(response: Response): Promise<{ message: string }> {
  const text = await response.text();
  try {
    const told = JSON.parse(text) as { message?: string };
    if (typeof told.message === 'string') return told as { message: string };
  } catch {
    // A proxy in between, or a part of dockerd that answers in plain text.
  }
  return { message: text.trim() || response.statusText || `status ${response.status}` };
}
