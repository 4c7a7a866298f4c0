import type { RoomClaim } from '@arca/oci-spec';
import type { CreateField } from './fields.js';

/** What a feature says of itself. Checked when the daemon boots: an owner too many, or none, is named and refused. */
export interface Manifest<Owns extends CreateField = CreateField, Reads extends CreateField = CreateField> {
  /** Unique, in kebab case: `memory`. Third parties prefix theirs: `acme.policy`. */
  readonly id: string;
  /** One sentence for `docs/coverage.md`. */
  readonly summary: string;
  /** API fields that only this feature validates and maps. */
  readonly owns: readonly Owns[];
  /** Fields of others that any of its hooks looks at: these run after the owners' hooks of the same name. */
  readonly reads?: readonly Reads[];
  /**
   * Fields of others that its hooks look at, `defaults` and `adapt` aside: they are complete then, so nothing follows
   * for the order, and two features may use each other's fields.
   */
  readonly uses?: readonly Reads[];
  /** Places of the OCI spec that only this feature writes. */
  readonly writes?: readonly RoomClaim[];
  /** Keys of keyed rooms that it fills unless the room's owner does: see RoomWriter.offer. Two offers of a key conflict. */
  readonly offers?: readonly RoomClaim[];
  /** Keys of keyed rooms that it fills whatever their owner does: see RoomWriter.override. Two overrides conflict. */
  readonly overrides?: readonly RoomClaim[];
  /** The flags of `docker run` behind the fields, for the coverage table: `{ 'HostConfig.Memory': '--memory' }`. */
  readonly flags?: { readonly [F in Owns]?: string };
  /** For a field without an OCI room: where its effect is. `{ 'HostConfig.AutoRemove': 'life cycle' }` */
  readonly effects?: { readonly [F in Owns]?: string };
  /** Fields of the update body (as HostConfig fields) that may change on an existing container. */
  readonly updates?: readonly Owns[];
}
