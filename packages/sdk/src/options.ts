/** The parts of an operation: what the generated `…Data` types look like. */
export interface TDataShape {
  body?: unknown;
  headers?: object;
  path?: unknown;
  query?: unknown;
  url: string;
}

/** Values of one's own to go with a call; may be extended by declaration merging. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface ClientMeta {}

type OmitNever<T> = { [K in keyof T as T[K] extends never | undefined ? never : K]: T[K] };

/** What an operation's function takes: the operation's own parts, and how to call. */
export type Options<
  TData extends TDataShape = TDataShape,
  ThrowOnError extends boolean = boolean,
  _Result = unknown,
> = OmitNever<Omit<TData, 'url'>> & {
  headers?: Record<string, string>;
  /** Ends the call; it rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Rejects with a DockerError instead of resolving with `error`. */
  throwOnError?: ThrowOnError;
};

/** The head of an answer. */
export interface ResponseHead {
  readonly status: number;
  readonly headers: Headers;
}

/** One call, as the generated functions hand it over. */
export interface ClientRequest {
  url: string;
  body?: unknown;
  path?: unknown;
  query?: unknown;
  headers?: unknown;
  signal?: AbortSignal;
  throwOnError?: boolean;
  /** `data` is the body as a stream: the call resolves with the head of the answer. */
  stream?: boolean;
  /** Null: the body is bytes. */
  bodySerializer?: unknown;
}
