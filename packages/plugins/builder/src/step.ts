import type { Agent } from '@arca/agent-proto';
import type { ImageConfig } from '@arca/api';
import type { Call, Catalog, Containers, Events, Log } from '@arca/plugin-kit';
import type { BuildArgs } from './build-args.js';
import type { Cache } from './cache.js';
import type { Leftovers } from './leftovers.js';
import type { Lines } from './lines.js';
import type { BuildRequest } from './request.js';

/** What builds are made with. */
export interface Tools {
  agent: Agent;
  catalog: Catalog;
  containers: Containers;
  events: Events;
  cache: Cache;
  leftovers: Leftovers;
  log: Log;
}

/** One build. */
export interface Build {
  readonly tools: Tools;
  readonly request: BuildRequest;
  readonly context: string;
  readonly escape: string;
  readonly call: Call;
  readonly signal: AbortSignal;
  /** Image of a stage by name or number, when it is done; undefined for what is no stage before `stage`. */
  stageImage(reference: string, stage: number): Promise<string | undefined>;
}

/** How far a stage has come. */
export interface Progress {
  readonly stage: number;
  readonly lines: Lines;
  readonly args: BuildArgs;
  config: ImageConfig;
  /** Empty: nothing has been made on `scratch` so far. */
  imageId: string;
  author: string;
  commandSet: boolean;
}

/** A failure that the client reads at the end of the output; `code` is the exit code of a command. */
export class BuildFailure extends Error {
  override readonly name = 'BuildFailure';
  constructor(
    message: string,
    readonly code?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Twelve digits, as Docker shows ids. */
export const short = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);

/** As Docker marks what is told on standard error. */
export const inRed = (text: string): string => `\u001b[91m${text}\u001b[0m`;
