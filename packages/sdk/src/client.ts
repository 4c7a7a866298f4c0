import type { Readable } from 'node:stream';
import type { ClientRequest as SharedRequest, ResponseHead } from './options.js';
import type { TakenOver } from './taken-over.js';
import type { RawConnection } from './transport.js';

export type { ClientMeta, Options, ResponseHead, TDataShape } from './options.js';

type ValueOf<T> = Given<T extends Record<string | number, unknown> ? T[keyof T] : T>;
/** What the description cannot state, as it is in Node. */
type Given<T> = T extends TakenOver ? RawConnection : T extends ReadableStream<Uint8Array> ? Readable : T;

/**
 * What an operation's function resolves with: `data` of a success or `error` of a failure that the daemon answered.
 * When there is no answer (no daemon, connection lost) it rejects.
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

/** What the transport has to know of an operation. */
export interface CallFacts {
  readonly id: string;
  /** The answer: nothing, one JSON value, a stream of JSON values, bytes, text, or the connection is taken over. */
  readonly result: 'none' | 'json' | 'items' | 'bytes' | 'text' | 'hijack';
  /** The JSON value is a list; engines write `null` for an empty one. */
  readonly list?: boolean;
  /** The path takes no version prefix. */
  readonly unversioned?: boolean;
  /** The request's body is bytes instead of JSON. */
  readonly bytes?: boolean;
  /** The connection is taken over by a WebSocket. */
  readonly websocket?: boolean;
  /** The protocol to take the connection over by, when it is not `tcp`. */
  readonly upgrade?: string;
}

/** An operation on its way. */
export interface Call extends CallFacts {
  method: string;
  path: string;
}

/** One call, as the generated functions hand it over. */
export interface ClientRequest extends SharedRequest {
  /** Without it, the answer is one JSON value. */
  operation?: CallFacts;
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
