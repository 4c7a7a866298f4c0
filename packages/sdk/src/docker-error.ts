/** A failure that the daemon answered. */
export class DockerError extends Error {
  override readonly name = 'DockerError';

  constructor(
    /** The HTTP status. */
    readonly status: number,
    message: string,
    /** The operation's id, such as `ContainerCreate`. */
    readonly operation: string,
  ) {
    super(message);
  }
}
