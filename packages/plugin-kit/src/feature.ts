import type { ContainerInspectResponse, ContainerSummary } from '@arca/api';
import type { Agent, HostInfo } from '@arca/agent-proto';
import type { KeyedRoom, KeyedRooms, Resources, SingleRoom, SingleRooms, Spec } from '@arca/oci-spec';
import type { ContainerRecord, ImageFacts, JsonObject } from './container.js';
import type { CreateField, Slice } from './fields.js';
import type { Manifest } from './manifest.js';

/** What every hook of the create pipeline may look at. */
export interface CreateContext {
  readonly host: HostInfo;
  /** The image that the container is made from. */
  readonly image: ImageFacts;
  /** Id of the container to be: the default of its host name. */
  readonly id: string;
  /** API version of the client (`1.51`): some defaults changed over time. */
  readonly apiVersion: string;
  /** Adds a line to the `Warnings` of the answer. */
  warn(message: string): void;
}

/** What `update` may look at. `current` is what the container has, `running` whether limits must be changed hot. */
export interface UpdateContext<F extends CreateField> {
  readonly host: HostInfo;
  readonly current: Slice<F>;
  readonly running: boolean;
  warn(message: string): void;
}

/** What `spec` may look at; it is a pure function of the fields and of this. */
export interface SpecContext {
  readonly host: HostInfo;
  readonly image: ImageFacts;
  readonly container: { readonly id: string; readonly name: string };
  /** What this feature's `created` hook returned; undefined in a dry run. */
  readonly made: JsonObject | undefined;
  /** What this feature's `start` hook returned; undefined in a dry run. */
  readonly runtime: JsonObject | undefined;
  /** `/etc/passwd` and `/etc/group` of the container's root file system; empty when it has none. */
  readonly accounts: { readonly passwd: string; readonly group: string };
}

/** Writes the feature's own rooms. Each value names the API field that it comes from (or `default`): provenance. */
export interface RoomWriter<F extends CreateField> {
  set<R extends SingleRoom>(room: R, value: SingleRooms[R], from: F | 'default'): void;
  add<R extends KeyedRoom>(room: R, key: string, value: KeyedRooms[R], from: F | 'default'): void;
  /**
   * Writes a key of a keyed room unless another feature `add`s that key: what a person mounts over `/etc/hosts` counts,
   * not what Arca would mount there. Needs `offers` in the manifest instead of `writes`.
   */
  offer<R extends KeyedRoom>(room: R, key: string, value: KeyedRooms[R], from: F | 'default'): void;
  /**
   * Writes a key of a keyed room in place of what others `add` or `offer` there: what a device needs counts, not what the
   * container has. Needs `overrides` in the manifest.
   */
  override<R extends KeyedRoom>(room: R, key: string, value: KeyedRooms[R], from: F | 'default'): void;
  /** Puts a file into the container's directory on the agent's host before the start; returns its absolute path. */
  file(name: string, content: string, mode?: number): string;
  /** Asks for a host directory to exist before the start (a bind's missing source). */
  directory(path: string): void;
}

/** What hooks with effects may use. */
export interface LifecycleContext {
  readonly agent: Agent;
  readonly host: HostInfo;
  readonly container: ContainerRecord;
  /** What this feature's `created` returned, kept with the container until it is removed. */
  readonly made: JsonObject | undefined;
  /** What this feature's `start` returned, kept with the container until `exited`. */
  readonly runtime: JsonObject | undefined;
}

/** What `created` may use. The container is not known to anybody else yet. */
export interface CreationContext extends LifecycleContext {
  /** API version of the client. */
  readonly apiVersion: string;
}

/** What `removed` may use. */
export interface RemovalContext extends LifecycleContext {
  /** The request asked for the container's anonymous volumes to go as well. */
  readonly volumes: boolean;
}

/** What `check` sees: the finished spec and who wrote what. */
export interface CheckContext extends CreateContext {
  readonly spec: Readonly<Spec>;
  readonly provenance: Provenance;
}

/** Who wrote a room, and from which API field (or `default`). */
export interface RoomOrigin {
  feature: string;
  field: string;
  /** The field's value in the completed body; absent for `default`, and in lists, where it would come with each entry. */
  value?: unknown;
}

/** Room (`linux.resources.memory`, `mounts[/etc/hosts]`) → where its value comes from. */
export type Provenance = Readonly<Record<string, RoomOrigin>>;

/** Hooks of a feature; docs/hooks.md tells their order and what a failure does. All are optional. */
export interface Hooks<Owns extends CreateField, Reads extends CreateField> {
  /** Fills its own fields, in their one form. Throws `invalidParameter` for a value that cannot be read. Pure. */
  defaults?(fields: Slice<Owns> & Readonly<Slice<Reads>>, context: CreateContext): void;
  /** Throws `invalidParameter` with dockerd's text for a bad value of its own fields. Pure. */
  validate?(fields: Readonly<Slice<Owns | Reads>>, context: CreateContext): void;
  /** Drops a value that the host cannot honour, and warns. */
  adapt?(fields: Slice<Owns> & Readonly<Slice<Reads>>, context: CreateContext): void;
  /** Writes its rooms of the OCI spec. Pure. */
  spec?(fields: Readonly<Slice<Owns | Reads>>, rooms: RoomWriter<Owns | Reads>, context: SpecContext): void;
  /** Refuses a container by what it has become (policy): throws `forbidden` or `invalidParameter`. */
  check?(fields: Readonly<Slice<Owns | Reads>>, context: CheckContext): void | Promise<void>;
  /**
   * Merges the changed fields into `fields` (a copy of the current ones), validates the result, and gives the OCI
   * resources to set on a running container.
   */
  update?(
    changed: Partial<Slice<Owns>['HostConfig']>,
    fields: Slice<Owns>,
    context: UpdateContext<Owns | Reads>,
  ): Resources | void;
  /**
   * When the container has its layer, in dependency order; what it returns is kept for all of its life. When a later
   * hook fails `removed` undoes it, as it does after a crash in between only by what the feature itself remembers.
   * Throws what the request is refused with.
   */
  created?(fields: Readonly<Slice<Owns | Reads>>, context: CreationContext): Promise<JsonObject | void>;
  /** Before the process is made, in dependency order; what it returns is kept and given to `spec` and `exited`. */
  start?(fields: Readonly<Slice<Owns | Reads>>, context: LifecycleContext): Promise<JsonObject | void>;
  /** After the process runs. */
  started?(fields: Readonly<Slice<Owns | Reads>>, context: LifecycleContext): Promise<void>;
  /** After the process has ended, or after a failed start that had run this feature's `start`. Must be idempotent. */
  exited?(fields: Readonly<Slice<Owns | Reads>>, context: LifecycleContext): Promise<void>;
  /** When the container is removed. Must be idempotent. */
  removed?(fields: Readonly<Slice<Owns | Reads>>, context: RemovalContext): Promise<void>;
  /** After a restart of the daemon, for a container that still runs: takes up what `start` had made. */
  recover?(fields: Readonly<Slice<Owns | Reads>>, context: LifecycleContext): Promise<void>;
  /** Adds its own fields of inspect. The create body's own fields are there already. */
  inspect?(
    fields: Readonly<Slice<Owns | Reads>>,
    context: InspectContext,
    answer: ContainerInspectResponse,
  ): void;
  /** Adds its own fields of a list entry. */
  list?(fields: Readonly<Slice<Owns | Reads>>, context: InspectContext, answer: ContainerSummary): void;
}

/** What `inspect` and `list` may look at. */
export interface InspectContext {
  readonly container: ContainerRecord;
  readonly made: JsonObject | undefined;
  readonly runtime: JsonObject | undefined;
  readonly apiVersion: string;
}

/** A feature: the owner of some API fields, with the hooks that give them their effect. */
export interface Feature<
  Owns extends CreateField = CreateField,
  Reads extends CreateField = CreateField,
> extends Hooks<Owns, Reads> {
  readonly manifest: Manifest<Owns, Reads>;
}

/** Any feature, as the kernel handles it. */
export type AnyFeature = { readonly manifest: Manifest } & {
  [K in keyof Hooks<CreateField, CreateField>]?: unknown;
};

/** Gives a feature its types from its manifest: hooks see the declared fields and nothing else. */
export function defineFeature<const Owns extends CreateField, const Reads extends CreateField = never>(
  manifest: Manifest<Owns, Reads>,
  hooks: Hooks<Owns, Reads>,
): Feature<Owns, Reads> {
  return { manifest, ...hooks };
}
