import type { Api } from '@arca/test';

/** Something that runs containers and can be measured: an engine behind an API, podman, or a bare OCI runtime. */
export interface Subject {
  readonly name: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Runs a container to its end, as its command line does, and removes it. */
  run(options: { network: boolean }): Promise<void>;
  /** The API, for questions that ask it directly. */
  readonly api?: SubjectApi;
}

/** The calls that questions time without a command line in between. */
export interface SubjectApi {
  /** For questions of streams and builds. */
  readonly client: Api;
  ping(): Promise<void>;
  /** Makes a container that has not started; gives its id. */
  create(command: string[], network?: boolean): Promise<string>;
  start(id: string): Promise<void>;
  wait(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Runs `true` in a running container to its end. */
  exec(id: string): Promise<void>;
  /** Resident memory in bytes (proportional set size) of the daemon with all its processes but containers. */
  memory(): Promise<number>;
  /** What those processes use from now on. */
  watch(): Usage;
}

/** Samples what an engine uses, several times a second, until it is stopped. */
export interface Usage {
  /** Seconds of processor time since the begin, and the most resident memory, bytes. */
  stop(): Promise<{ cpu: number; memory: number }>;
}
