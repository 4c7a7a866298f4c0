import { AgentError } from '@arca/agent-proto';
import { familiar, noSuchImage, parseReference, recordName, shortId, type Reference } from './reference.js';

// When an image may be untagged or deleted, and what a person is told: Docker's rules (`DELETE /images/{name}`).

/** A container that was created from the image in question. */
export interface ImageUser {
  containerId: string;
  running: boolean;
}

export interface ImageUse extends ImageUser {
  imageId: string;
}

export interface RemoveRequest {
  /** As the person wrote it. */
  asked: string;
  force: boolean;
  unusedOnly?: boolean;
  inUse: ImageUse[];
  /** `os/arch[/variant]`: only what is here for them. None: all. */
  platforms?: string[];
}

export interface Removed {
  /** Familiar names and digests, in order. */
  removed: { untagged?: string; deleted?: string }[];
  /** Bytes on disk that are free now, where only what is unused was to go; else 0. */
  reclaimed: number;
}

export interface RemovalQuestion {
  imageId: string;
  /** As the person wrote it. */
  asked: string;
  force: boolean;
  /** A conflict where a container has it, forced or not. */
  unusedOnly?: boolean;
  /** Names of the image's records. */
  names: string[];
  users: ImageUser[];
}

export interface RemovalPlan {
  /** Names of the records to remove, in order. */
  untag: string[];
  /** Whether the image goes, too. When not, and no name is left, it stays without one. */
  delete: boolean;
}

/** What to do. FAILED_PRECONDITION with Docker's conflict message when it must not be done. */
export function planRemoval(question: RemovalQuestion): RemovalPlan {
  const { imageId, asked, unusedOnly, users } = question;
  if (unusedOnly && users[0] !== undefined)
    throw conflict(imageId, true, 'image is being used by container', users[0]);
  return isIdPrefix(imageId, asked) ? byId(question) : byName(question);
}

function byName({ imageId, asked, force, names, users }: RemovalQuestion): RemovalPlan {
  if (!force && isSingle(names) && users[0] !== undefined) {
    throw new AgentError(
      'FAILED_PRECONDITION',
      `conflict: unable to remove repository reference "${asked}" (must force) - container ` +
        `${shortId(users[0].containerId)} is using its referenced image ${shortId(imageId)}`,
    );
  }
  const reference = parseReference(asked);
  const name = recordName(reference);
  if (!names.includes(name)) throw noSuchImage(asked);
  const untag = [name, ...(reference.digest === undefined ? orphanedDigests(names, name) : [])];
  if (names.length > untag.length) return { untag, delete: false };
  // Untagging went well, so a conflict is not told: the image stays without a name.
  const used = users.some((user) => user.running || !force);
  return { untag, delete: !used };
}

/** With the last tag of a repository go the digests by which it was pulled from there. */
function orphanedDigests(names: string[], removed: string): string[] {
  const repository = repositoryOfName(removed);
  const sisters = names.filter((name) => name !== removed && repositoryOfName(name) === repository);
  return sisters.every(isDigestName) ? sisters : [];
}

function byId({ imageId, force, names, users }: RemovalQuestion): RemovalPlan {
  const single = isSingle(names);
  planPlatformRemoval({ imageId, force: true, users });
  if (!force && names.length > 0 && !single) {
    throw conflict(imageId, false, 'image is referenced in multiple repositories');
  }
  planPlatformRemoval({ imageId, force, users });
  return { untag: names, delete: true };
}

/** Whether an image of one platform may go while names stay. FAILED_PRECONDITION where not. */
export function planPlatformRemoval({
  imageId,
  force,
  users,
}: Pick<RemovalQuestion, 'imageId' | 'force' | 'users'>): void {
  const running = users.find((user) => user.running);
  if (running) throw conflict(imageId, true, 'image is being used by running container', running);
  if (!force && users[0])
    throw conflict(imageId, false, 'image is being used by stopped container', users[0]);
}

function conflict(imageId: string, hard: boolean, reason: string, user?: ImageUser): AgentError {
  const by = user === undefined ? '' : ` ${shortId(user.containerId)}`;
  const force = hard ? 'cannot be forced' : 'must be forced';
  return new AgentError(
    'FAILED_PRECONDITION',
    `conflict: unable to delete ${shortId(imageId)} (${force}) - ${reason}${by}`,
  );
}

/** One tag, with or without the digests of the same repository; or digests of one repository only. */
function isSingle(names: string[]): boolean {
  if (names.length <= 1) return names.length === 1;
  const tags = names.filter((name) => !isDigestName(name));
  return tags.length <= 1 && new Set(names.map(repositoryOfName)).size === 1;
}

function isIdPrefix(id: string, prefix: string): boolean {
  return id.startsWith(prefix) || id.slice('sha256:'.length).startsWith(prefix);
}

function isDigestName(name: string): boolean {
  return name.includes('@');
}

function repositoryOfName(name: string): string {
  const { domain, path } = parseReference(name);
  return `${domain}/${path}`;
}

/** The record's name as people write it. */
export function familiarRecord(name: string): string {
  return familiar(parseReference(name));
}

/** `repo:tag` and `repo@digest` apart, as people write them. */
export function familiarRecords(names: Iterable<string>): { tags: string[]; digests: string[] } {
  const references = [...names].map(parseReference);
  const of = (wanted: (reference: Reference) => boolean) => references.filter(wanted).map(familiar);
  return {
    tags: of(({ digest }) => digest === undefined),
    digests: of(({ digest }) => digest !== undefined),
  };
}
