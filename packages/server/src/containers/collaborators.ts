import type { ContainerInspectResponse, ContainerSummary, ContainerUpdateRequest } from '@arca/api';
import type { Resources, Spec } from '@arca/oci-spec';
import type {
  ContainerRecord,
  CreateBody,
  CreateRequest,
  Explanation,
  ImageFacts,
  JsonObject,
  Provenance,
} from '@arca/plugin-kit';

/** A create request after defaults, validation, adaptation and checks. */
export interface CompletedRequest {
  body: CreateBody;
  image: ImageFacts;
  /** `linux` */
  platform: string;
  warnings: string[];
}

/** What a container is started with. */
export interface BuiltSpec {
  spec: Spec;
  provenance: Provenance;
  /** Name in the container's directory → content. */
  files: Record<string, { content: string; mode?: number }>;
  /** Host directories that must exist. */
  directories: string[];
}

export interface Accounts {
  passwd: string;
  group: string;
}

/** The part of the create pipeline that the life cycle needs. */
export interface CreatePipeline {
  /** Hooks `defaults`, `validate`, `adapt`, `check`. `id` is the id of the container to be. */
  complete(request: CreateRequest, id: string): Promise<CompletedRequest>;
  /** All of `complete` and the `spec` hooks, creating nothing. */
  explain(request: CreateRequest): Promise<Explanation>;
  /** The `spec` hooks with `record.runtime`; `accounts` are the container's own passwd and group files. */
  buildSpec(record: ContainerRecord, accounts: Accounts): Promise<BuiltSpec>;
  /** Hook `update` of the features that own the changed fields. `resources`: what to set on a running container. */
  update(
    record: ContainerRecord,
    changes: ContainerUpdateRequest,
    running: boolean,
  ): Promise<{ body: CreateBody; resources: Resources | undefined; warnings: string[] }>;
}

/** Runs the features' hooks with effects. */
export interface FeatureLifecycle {
  /**
   * Hook `created` in dependency order; gives by feature id what each returned. When one fails those before it have been
   * undone (`removed`, in reverse) before this rejects.
   */
  created(record: ContainerRecord, apiVersion: string): Promise<Record<string, JsonObject>>;
  /**
   * Hook `start` in dependency order; gives by feature id what each returned. When one fails those before it have been
   * undone (`exited`, in reverse) before this rejects.
   */
  start(record: ContainerRecord): Promise<Record<string, JsonObject>>;
  started(record: ContainerRecord): Promise<void>;
  /** Hook `exited` of all features, in reverse order. One that fails is logged and does not keep the others from running. */
  exited(record: ContainerRecord): Promise<void>;
  /** Hook `removed`, likewise. `volumes`: also the container's anonymous volumes. */
  removed(record: ContainerRecord, options: { volumes: boolean }): Promise<void>;
  recover(record: ContainerRecord): Promise<void>;
  inspect(record: ContainerRecord, apiVersion: string, answer: ContainerInspectResponse): void;
  list(record: ContainerRecord, apiVersion: string, answer: ContainerSummary): void;
}
