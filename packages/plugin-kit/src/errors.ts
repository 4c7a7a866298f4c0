/**
 * The closed set of ways in which a request can fail. The server maps each to one HTTP status, in one place;
 * nothing is ever guessed from a message.
 */
export type ErrorKind =
  | 'InvalidParameter'
  | 'NotFound'
  | 'Conflict'
  | 'NotModified'
  | 'Unauthorized'
  | 'Forbidden'
  | 'NotImplemented'
  | 'Unavailable'
  | 'System';

/** Where an error came from; stamped by the kernel when a hook throws. */
export interface ErrorOrigin {
  plugin: string;
  /** Id of the feature whose hook it was; absent for an operation. */
  feature?: string;
  /** Name of the hook, or the operationId. */
  hook: string;
}

/**
 * The error of every failed request: `message` is what the client reads as `{"message": …}`.
 * `code` is stable for programs, for example `container.name.in-use`.
 */
export class ArcaError extends Error {
  override readonly name = 'ArcaError';
  origin?: ErrorOrigin;

  constructor(
    readonly kind: ErrorKind,
    message: string,
    readonly code: string = kind,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

type Maker = (message: string, code?: string, options?: ErrorOptions) => ArcaError;
const maker =
  (kind: ErrorKind): Maker =>
  (message, code, options) =>
    new ArcaError(kind, message, code, options);

/** 400 */
export const invalidParameter = maker('InvalidParameter');
/** 404 */
export const notFound = maker('NotFound');
/** 409 */
export const conflict = maker('Conflict');
/** 304: the state asked for is there already. */
export const notModified = maker('NotModified');
/** 401 */
export const unauthorized = maker('Unauthorized');
/** 403 */
export const forbidden = maker('Forbidden');
/** 501 */
export const notImplemented = maker('NotImplemented');
/** 503 */
export const unavailable = maker('Unavailable');
/** 500 */
export const systemError = maker('System');

/** The error with words before its message, of the same kind or another. */
export function prefixed(kind: ArcaError['kind'] | undefined, words: string, error: unknown): ArcaError {
  const known = error instanceof ArcaError ? error : undefined;
  const message = error instanceof Error ? error.message : String(error);
  return new ArcaError(kind ?? known?.kind ?? 'System', `${words}: ${message}`, known?.code, {
    cause: error,
  });
}
