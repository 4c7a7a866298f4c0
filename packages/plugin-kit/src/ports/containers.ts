import type { Duplex, Readable, Writable } from 'node:stream';
import type { ContainerInspectResponse, ContainerSummary, ContainerUpdateRequest } from '@arca/api';
import type { Spec } from '@arca/oci-spec';
import type { ContainerRecord, JsonObject } from '../container.js';
import type { CreateBody } from '../fields.js';
import type { Provenance } from '../feature.js';

/** A create request with the parts of its body apart. */
export interface CreateRequest extends CreateBody {
  name?: string;
  platform?: string;
  apiVersion: string;
}

/** What a dry run of create shows. */
export interface Explanation {
  spec: Spec;
  provenance: Provenance;
  warnings: string[];
}

export type WaitCondition = 'not-running' | 'next-exit' | 'removed';

export interface WaitResult {
  statusCode: number;
  /** Why the container could not be waited for; absent when it ended. */
  error?: string;
}

/** Who of the standard streams an attached client wants. */
export interface StreamSelection {
  stdin?: boolean;
  stdout?: boolean;
  stderr?: boolean;
}

/** One piece of output. */
export interface OutputChunk {
  stream: 'stdout' | 'stderr';
  data: Buffer;
}

/**
 * A client's hold on a process's streams. `output` ends when the process does, or on `detach`. A client that reads slowly
 * slows the process down, as a pipe would; one that does not read stalls nobody but itself: after a second of waiting its
 * output goes to a file of its own, up to 1 GiB, and reaches it from there in full and in order.
 */
export interface Attachment {
  /** Shared by all attached clients. Takes nothing before the process runs. Null when not asked for or not open. */
  readonly stdin: Writable | null;
  /** To be read once. */
  readonly output: AsyncIterable<OutputChunk>;
  /** Lets go of the streams; `keys`: the client typed its detach keys, which is told as an event. */
  detach(reason?: 'keys'): void;
}

/** What a feature changes of a container. */
export interface Revision {
  body?: CreateBody;
  runtime?: JsonObject;
}

/** The life cycle of containers. References are full ids, unique id prefixes or names; errors are dockerd's. */
export interface Containers {
  /** Throws NotFound `No such container: x`, or InvalidParameter for an ambiguous prefix. */
  get(reference: string): ContainerRecord;
  list(): readonly ContainerRecord[];
  create(request: CreateRequest): Promise<{ id: string; warnings: string[] }>;
  /** Everything create does, creating nothing. */
  explain(request: CreateRequest): Promise<Explanation>;
  /** The OCI spec of an existing container and where its values come from. */
  spec(reference: string): Promise<Omit<Explanation, 'warnings'>>;
  /** Throws NotModified when it runs; InvalidParameter, NotFound or System when it cannot be started. */
  start(reference: string): Promise<void>;
  /** Stop signal, then after `timeout` seconds (negative: never) SIGKILL. Throws NotModified when it does not run. */
  stop(reference: string, options?: { signal?: number; timeout?: number }): Promise<void>;
  restart(reference: string, options?: { signal?: number; timeout?: number }): Promise<void>;
  /** Sends a signal number. Throws Conflict when it does not run. */
  kill(reference: string, signal: number): Promise<void>;
  pause(reference: string): Promise<void>;
  unpause(reference: string): Promise<void>;
  rename(reference: string, name: string): Promise<void>;
  remove(reference: string, options?: { force?: boolean; volumes?: boolean }): Promise<void>;
  /** Registers at once, before it returns (throws NotFound then and there); rejects when `signal` aborts. */
  wait(reference: string, condition: WaitCondition, signal: AbortSignal): Promise<WaitResult>;
  /**
   * Changes what a feature's container is: its fields and, while it runs, what its `start` has left. `change` runs while
   * nothing else changes the container; what it does not give stays. Throws NotFound, and Conflict while it is removed.
   */
  revise(
    reference: string,
    feature: string,
    change: (container: ContainerRecord) => Promise<Revision>,
  ): Promise<void>;
  update(reference: string, changes: ContainerUpdateRequest): Promise<{ warnings: string[] }>;
  /** Also before the start: output of the next run is delivered from its first byte. */
  attach(reference: string, selection: StreamSelection): Attachment;
  resize(reference: string, size: { width: number; height: number }): Promise<void>;
  inspect(reference: string, apiVersion: string): ContainerInspectResponse;
  summary(record: ContainerRecord, apiVersion: string): ContainerSummary;
}

/** A process added to a running container. */
export interface ExecRecord {
  readonly id: string;
  readonly containerId: string;
  readonly config: ExecSettings;
  readonly running: boolean;
  readonly exitCode: number | null;
  readonly pid: number;
}

/** The exec's create body, completed. */
export interface ExecSettings {
  args: string[];
  env: string[];
  user: string;
  workingDir: string;
  terminal: boolean;
  stdin: boolean;
  stdout: boolean;
  stderr: boolean;
  privileged: boolean;
  detachKeys: string;
  /** rows, columns */
  consoleSize?: [number, number];
}

export interface Execs {
  /** Throws NotFound, or Conflict `container x is not running` / paused. */
  create(container: string, settings: ExecSettings): Promise<string>;
  /** Throws NotFound `No such exec instance: x`. */
  get(id: string): ExecRecord;
  /**
   * Starts it; the attachment's output ends with the process. With `detach` no stream is attached: standard input is
   * empty and the output is thrown away. Throws Conflict when it has been started before.
   */
  start(id: string, options: { consoleSize?: [number, number]; detach?: boolean }): Promise<Attachment>;
  resize(id: string, size: { width: number; height: number }): Promise<void>;
}

/** Output as it comes, chunk by chunk or in groups. */
export type OutputSource = AsyncIterable<OutputChunk | readonly OutputChunk[]>;

/**
 * Carries an attachment over a taken-over connection: frames unless a terminal or `framed` is false, detach keys of a
 * terminal, half-close, back-pressure.
 */
export interface StreamBridge {
  run(
    attachment: Attachment,
    connection: Duplex,
    options: { terminal: boolean; framed?: boolean; detachKeys?: string },
  ): Promise<'ended' | 'detached' | 'closed'>;
  /** The multiplexed form of an output as bytes (8-byte frames), or raw for a terminal. */
  encode(output: OutputSource, terminal: boolean): Readable;
}
