/** What kind of failure it is, whatever the operation. */
export type DockerErrorKind =
  | 'invalid-parameter'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'not-implemented'
  | 'unavailable'
  | 'system'
  | 'stream'
  | 'connection';

/** A call that failed: by what the daemon answered, or for want of an answer. `kind` tells which class it is. */
export abstract class DockerError extends Error {
  abstract readonly kind: DockerErrorKind;

  constructor(
    /** The HTTP status; 200 for a failure that was told in a stream, 0 when there was no answer. */
    readonly status: number,
    message: string,
    /** The operation's id, such as `ContainerCreate`. */
    readonly operation: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The daemon does not take the request as it is (400). */
export class InvalidParameterError extends DockerError {
  override readonly name = 'InvalidParameterError';
  readonly kind = 'invalid-parameter';
}

/** Credentials are missing or wrong (401). */
export class UnauthorizedError extends DockerError {
  override readonly name = 'UnauthorizedError';
  readonly kind = 'unauthorized';
}

/** The daemon does not allow it (403). */
export class ForbiddenError extends DockerError {
  override readonly name = 'ForbiddenError';
  readonly kind = 'forbidden';
}

/** There is no such container, image, network, volume or exec (404). */
export class NotFoundError extends DockerError {
  override readonly name = 'NotFoundError';
  readonly kind = 'not-found';
}

/** A name is taken, something is in use, or is not in the state for it (409). */
export class ConflictError extends DockerError {
  override readonly name = 'ConflictError';
  readonly kind = 'conflict';
}

/** The daemon has no such operation (501). */
export class NotImplementedError extends DockerError {
  override readonly name = 'NotImplementedError';
  readonly kind = 'not-implemented';
}

/** The daemon cannot do it as it is now, such as a node that is not in a swarm (503). */
export class UnavailableError extends DockerError {
  override readonly name = 'UnavailableError';
  readonly kind = 'unavailable';
}

/** The daemon failed, or answered what is no answer (other statuses). */
export class SystemError extends DockerError {
  override readonly name = 'SystemError';
  readonly kind = 'system';
}

/** A failure that was told in a stream whose status was one of success: of a pull, a push, a build, a load. */
export class StreamError extends DockerError {
  override readonly name = 'StreamError';
  readonly kind = 'stream';
}

/** There was no answer: no daemon, or the connection was lost. `cause` is what the system told. */
export class ConnectionError extends DockerError {
  override readonly name = 'ConnectionError';
  readonly kind = 'connection';
}

const classes = {
  400: InvalidParameterError,
  401: UnauthorizedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  501: NotImplementedError,
  503: UnavailableError,
} as const;

/** The error of a status, of its own class. */
export function dockerError(status: number, message: string, operation: string): DockerError {
  const known = classes[status as keyof typeof classes] ?? (status < 300 ? StreamError : SystemError);
  return new known(status, message, operation);
}
