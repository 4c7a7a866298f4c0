import type { ContainerConfig, ImageConfig } from '@arca/api';
import type { CreateBody } from './fields.js';

/** A JSON value that is kept in the state. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** An instant as the API writes it: RFC 3339 in UTC with nanoseconds; `0001-01-01T00:00:00Z` is never. */
export type Instant = string;
export const never: Instant = '0001-01-01T00:00:00Z';

export type ContainerStatus =
  'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';

/** Where a container is in its life. */
export interface ContainerState {
  status: ContainerStatus;
  /** Host pid of the init process; 0 when none runs. */
  pid: number;
  exitCode: number;
  /** Text of the last failed start. */
  error: string;
  oomKilled: boolean;
  startedAt: Instant;
  finishedAt: Instant;
  /** Stopped by a person: `unless-stopped` and `always` do not bring it back before the daemon restarts. */
  stoppedByUser: boolean;
  restartCount: number;
}

/** A container as the server keeps it. Hooks read it; only the server changes it. */
export interface ContainerRecord {
  /** 64 hex digits. */
  readonly id: string;
  /** Without the leading slash. */
  readonly name: string;
  readonly createdAt: Instant;
  readonly image: { readonly id: string; readonly reference: string };
  /** What the request and the image's defaults came to. */
  readonly body: CreateBody;
  readonly platform: string;
  readonly state: Readonly<ContainerState>;
  /** By feature id: what `created` hooks returned. */
  readonly made?: Readonly<Record<string, JsonObject>>;
  /** By feature id: what `start` hooks returned, while it runs. */
  readonly runtime: Readonly<Record<string, JsonObject>>;
  /** The container's directory on the agent's host. */
  readonly directory: string;
  /** Directories of its writable layer on the agent's host, as inspect shows them (`GraphDriver.Data`). */
  readonly layer?: Readonly<Record<'LowerDir' | 'MergedDir' | 'UpperDir' | 'WorkDir', string>>;
  readonly execIds: readonly string[];
  /** Path of the OCI runtime's name that ran it last. */
  readonly ociRuntime: string;
}

/** What features may know of an image. */
export interface ImageFacts {
  /** `sha256:…` */
  readonly id: string;
  /** As the request named it. */
  readonly reference: string;
  /** The image's own defaults of the container configuration. */
  readonly config: Partial<ContainerConfig> & Partial<ImageConfig>;
  readonly architecture: string;
  readonly os: string;
}
