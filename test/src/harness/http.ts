import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

/** Values of a query string; `undefined` leaves the parameter out, objects (filters) are sent as JSON. */
export type Query = Record<string, string | number | boolean | object | undefined>;

/** A request's query, body (objects are sent as JSON) and further headers. */
export interface Call {
  query?: Query;
  body?: unknown;
  headers?: OutgoingHttpHeaders;
}

/** A complete answer. */
export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
  text: string;
  /** The parsed body; throws when it is not JSON. */
  json<T = unknown>(): T;
  /** The `message` of an error answer (schema ErrorResponse). */
  message: string;
}

/** Appends a query string to a path. */
export function withQuery(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    parameters.append(key, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Sends a request and returns as soon as the answer's headers are there; the caller reads or destroys it. */
export function open(
  socketPath: string,
  method: string,
  path: string,
  call: Call = {},
): Promise<IncomingMessage> {
  const { body, headers = {}, query } = call;
  const isBytes = body instanceof Uint8Array || typeof body === 'string' || isStream(body);
  const payload = body === undefined || isBytes ? body : JSON.stringify(body);
  const contentType = body === undefined || isBytes ? {} : { 'Content-Type': 'application/json' };
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        socketPath,
        method,
        path: withQuery(path, query),
        agent: false,
        headers: { ...contentType, ...headers },
      },
      resolve,
    );
    request.on('error', reject);
    if (isStream(payload)) payload.pipe(request);
    else request.end(payload as string | Uint8Array | undefined);
  });
}

function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && 'pipe' in body;
}

/** Sends a request and reads the whole answer. */
export async function request(
  socketPath: string,
  method: string,
  path: string,
  call: Call = {},
): Promise<Answer> {
  const response = await open(socketPath, method, path, call);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return answer(response.statusCode!, response.headers, Buffer.concat(chunks));
}

/** Wraps status, headers and body bytes as an {@link Answer}. */
export function answer(status: number, headers: IncomingMessage['headers'], body: Buffer): Answer {
  const text = body.toString();
  const json = <T>(): T => JSON.parse(text) as T;
  return {
    status,
    headers,
    body,
    text,
    json,
    get message() {
      return json<{ message: string }>().message;
    },
  };
}
