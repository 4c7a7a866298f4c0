import type { HostInfo } from '@arca/agent-proto';
import type { Spec } from '@arca/oci-spec';
import {
  RoomBook,
  type CreateBody,
  type ImageFacts,
  type JsonObject,
  type Provenance,
  type RoomFile,
} from '@arca/plugin-kit';
import type { FeatureTable } from '../kernel/feature-table.js';
import { assemble } from './assembly.js';
import type { Accounts } from './images.js';

/** What a container is started with. */
export interface BuiltSpec {
  spec: Spec;
  provenance: Provenance;
  /** Name in the container's directory → content. */
  files: Record<string, RoomFile>;
  /** Host directories that must exist. */
  directories: string[];
}

/** All that a spec is made of: the same source gives the same spec. */
export interface SpecSource {
  readonly body: CreateBody;
  readonly host: HostInfo;
  readonly image: ImageFacts;
  readonly container: { readonly id: string; readonly name: string };
  /** By feature id: what `created` hooks returned. */
  readonly made: Readonly<Record<string, JsonObject>>;
  /** By feature id: what `start` hooks returned. */
  readonly runtimes: Readonly<Record<string, JsonObject>>;
  readonly accounts: Accounts;
  /** The container's directory on the agent's host. */
  readonly directory: string;
}

/** Runs the `spec` hooks. Throws System, with its origin, when one fails or writes where another does. */
export function buildSpec(features: FeatureTable, source: SpecSource): BuiltSpec {
  const { body, host, image, container, made, runtimes, accounts, directory } = source;
  const book = new RoomBook(directory);
  features.each('spec', (feature) => {
    const { id } = feature;
    const context = { host, image, container, made: made[id], runtime: runtimes[id], accounts };
    return feature.hooks.spec(body, book.writer(feature.id, features.claimsOf(feature)), context);
  });
  return { ...assemble(book, body), files: book.files, directories: [...book.directories] };
}
