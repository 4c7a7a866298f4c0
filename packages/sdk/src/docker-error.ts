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
  | 'stream';

const kinds: Readonly<Record<number, DockerErrorKind>> = {
  400: 'invalid-parameter',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  501: 'not-implemented',
  503: 'unavailable',
};

/** A failure that the daemon answered. */
export class DockerError extends Error {
  override readonly name: string = 'DockerError';
  readonly kind: DockerErrorKind;

  constructor(
    /** The HTTP status; 200 for a failure that was told in a stream of progress. */
    readonly status: number,
    message: string,
    /** The operation's id, such as `ContainerCreate`. */
    readonly operation: string,
  ) {
    super(message);
    this.kind = kinds[status] ?? (status < 400 ? 'stream' : 'system');
  }
}

/** There is no such container, image, network, volume or exec. */
export class NotFoundError extends DockerError {
  override readonly name = 'NotFoundError';
}

/** A name is taken, something is in use, or is not in the state for it. */
export class ConflictError extends DockerError {
  override readonly name = 'ConflictError';
}

/** The daemon does not take the request as it is. */
export class InvalidParameterError extends DockerError {
  override readonly name = 'InvalidParameterError';
}

/** The error of a status, of its own class where there is one. */
export function dockerError(status: number, message: string, operation: string): DockerError {
  if (status === 404) return new NotFoundError(status, message, operation);
  if (status === 409) return new ConflictError(status, message, operation);
  if (status === 400) return new InvalidParameterError(status, message, operation);
  return new DockerError(status, message, operation);
}
