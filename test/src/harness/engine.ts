/** Which program stands behind the socket. */
export type EngineKind = 'arca' | 'dockerd';

/**
 * An engine under test with a life cycle: a daemon on directories of its own. After `stop` or `crash`, `start`
 * brings it up again on the same directories.
 */
export interface Engine {
  readonly kind: EngineKind;
  /** Unique in the run; part of every bridge, namespace and cgroup name of this engine. */
  readonly name: string;
  /** Holds all that the daemon writes. */
  readonly directory: string;
  readonly socketPath: string;
  /** `unix://` URL of the socket, as DOCKER_HOST takes it. */
  readonly host: string;
  /** The highest API version it serves, "1.41" for dockerd 20.10. */
  readonly apiVersion: string;
  /** Process id of the daemon while it runs. */
  readonly pid: number | undefined;
  /** Resolves when the daemon answers a ping. */
  start(): Promise<void>;
  /** SIGTERM, then waits for the daemon's end; throws when it ends with another code than 0 or not at all. */
  stop(): Promise<void>;
  /** SIGKILL: containers, shims and helpers stay behind. */
  crash(): Promise<void>;
  /** The last lines of the daemon's log, for messages of failed tests. */
  log(): string;
}

/** Compares two API versions ("1.9" is older than "1.24"). */
export function atLeast(version: string, minimum: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [minimumMajor = 0, minimumMinor = 0] = minimum.split('.').map(Number);
  return major !== minimumMajor ? major > minimumMajor : minor >= minimumMinor;
}
