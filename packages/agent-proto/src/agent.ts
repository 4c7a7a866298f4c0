import type { Duplex, Readable, Writable } from 'node:stream';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { BuildKit } from './generated/arca/agent/v1/buildkit_pb.js';
import type { Builds } from './generated/arca/agent/v1/builds_pb.js';
import type { Containers, Processes, RuntimeFailure } from './generated/arca/agent/v1/containers_pb.js';
import type { ExtractOptionsSchema, FileRequestSchema, Files } from './generated/arca/agent/v1/files_pb.js';
import type { ArchiveOptions, ImageProgress, Images } from './generated/arca/agent/v1/images_pb.js';
import type { Networks } from './generated/arca/agent/v1/networks_pb.js';
import type { Observation } from './generated/arca/agent/v1/observation_pb.js';
import type { System } from './generated/arca/agent/v1/system_pb.js';
import type { Volumes } from './generated/arca/agent/v1/volumes_pb.js';
import type { CallOptions, ServiceClient } from './service.js';

/** An output of a process. */
export interface ProcessOutput extends Readable {
  /**
   * Instead of events `data`: `taker` is given what is read where it was read, for as long as the call lasts; who keeps
   * bytes copies them. `pause` and `resume` work as ever, the end is told as ever. Absent: there are only events.
   */
  lend?(taker: (bytes: Buffer) => void): void;
}

/** Standard streams of a process. With a terminal `stderr` is null and `stdout` carries both. */
export interface ProcessStdio {
  /** Null when the process was started without stdin, or when it has been taken over after a restart without it. */
  stdin: Writable | null;
  /** Ends when every writer has closed it. Not read: the process blocks once the pipe (1 MiB) is full. */
  stdout: ProcessOutput;
  stderr: ProcessOutput | null;
}

/** The calls that carry bytes. In process these are Node streams; on the wire they are the bidi calls of the proto. */
export interface AgentStreams {
  /**
   * Streams of a started process, opened before it ran, so nothing is lost. One owner: a second call gives the same
   * objects. Throws NOT_FOUND when there is no such process.
   */
  stdio(containerId: string, execId?: string): ProcessStdio;
  /** `Images.Load`. The archive is the caller's: it is read as far as needed, and not destroyed. */
  load(
    archive: Readable,
    options: Partial<Pick<ArchiveOptions, 'quiet' | 'platform'>>,
    call?: CallOptions,
  ): AsyncIterable<ImageProgress>;
  /** `Images.Save`: rejects with NOT_FOUND when one is missing. The reader destroys it when it has had enough. */
  save(references: readonly string[], options?: { platform?: string }, call?: CallOptions): Promise<Readable>;
  /** `Images.Import`. The archive is the caller's, as with load. */
  import(
    archive: Readable,
    options: Partial<ArchiveFields>,
    call?: CallOptions,
  ): AsyncIterable<ImageProgress>;
  /**
   * `Files.Archive`: the file or directory as tar. Entries are named after the last component of the path as given, as
   * in `FileStat`. A tar that ends early is an error of the stream. The reader destroys it when it has had enough.
   */
  archive(request: MessageInitShape<typeof FileRequestSchema>, call?: CallOptions): Promise<Readable>;
  /**
   * `Files.Extract`: unpacks a tar, compressed or not, into an existing directory. INVALID_ARGUMENT when that is none,
   * PERMISSION_DENIED when it is read-only, NOT_FOUND when it is not there.
   */
  extract(
    options: MessageInitShape<typeof ExtractOptionsSchema>,
    tar: Readable,
    call?: CallOptions,
  ): Promise<void>;
  /** `Builds.Unpack`: gives the id of the context. */
  context(tar: Readable, call?: CallOptions): Promise<string>;
  /**
   * A connection to BuildKit's gRPC socket (HTTP/2 without TLS), which is started when it does not run. UNAVAILABLE when
   * there is none, or when it does not start.
   */
  buildKit(): Promise<Duplex>;
  /** `Files.Export`: the root file system without what is mounted on it. */
  export(containerId: string, call?: CallOptions): Promise<Readable>;
}

export type ArchiveFields = Pick<ArchiveOptions, 'reference' | 'config' | 'message' | 'platform'>;

/** The Linux side of Arca as the server sees it, wherever it runs. */
export interface Agent {
  readonly buildKit: ServiceClient<typeof BuildKit>;
  readonly builds: ServiceClient<typeof Builds>;
  readonly containers: ServiceClient<typeof Containers>;
  readonly processes: ServiceClient<typeof Processes>;
  readonly files: ServiceClient<typeof Files>;
  readonly images: ServiceClient<typeof Images>;
  readonly networks: ServiceClient<typeof Networks>;
  readonly observation: ServiceClient<typeof Observation>;
  readonly system: ServiceClient<typeof System>;
  readonly volumes: ServiceClient<typeof Volumes>;
  readonly streams: AgentStreams;
}

/** Codes of AgentError, a subset of gRPC's. */
export type AgentCode =
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'INVALID_ARGUMENT'
  | 'FAILED_PRECONDITION'
  | 'UNAUTHENTICATED'
  | 'PERMISSION_DENIED'
  | 'UNAVAILABLE'
  | 'UNIMPLEMENTED'
  | 'CANCELLED'
  | 'INTERNAL';

/** The only error that an agent's call rejects with. `failure` says why a runtime refused to start a process. */
export class AgentError extends Error {
  override readonly name = 'AgentError';
  constructor(
    readonly code: AgentCode,
    message: string,
    readonly failure?: RuntimeFailure,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
