import type { ClientRequest, ResponseHead } from './options.js';
import type { RawConnection } from './raw-connection.js';
import type { TakenOver } from './taken-over.js';

export type { ClientMeta, ClientRequest, Options, ResponseHead, TDataShape } from './options.js';

type ValueOf<T> = Given<T extends Record<string | number, unknown> ? T[keyof T] : T>;
type Given<T> = T extends TakenOver ? RawConnection : T;

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
