import { AgentError } from '@arca/agent-proto';
import type { Containerd } from '../containerd/containerd.js';
import { isNotFound } from '../containerd/errors.js';
import type { Descriptor } from '../containerd/image-records.js';
import type { ImageManifest } from './catalogue.js';
import { parseConfig, type ImageConfig } from './config.js';
import { CONTENT_LINK } from './links.js';
import { isIndex, parseIndex, parseManifest, type IndexEntry, type Manifest } from './manifest.js';
import { hostPlatform, suitability, type Platform } from './platform.js';

/** An image of one platform, all of it in the content store. */
export interface PlatformImage extends ImageManifest {
  /** Digest of its configuration. */
  id: string;
  config: ImageConfig;
}

/** What an index names. */
export interface IndexMember extends IndexEntry {
  /** What it consists of, when all of it is here. */
  parts?: Manifest;
  /** The image that it is, when it is one and all of it is here. */
  image?: PlatformImage;
}

/** An index of manifests of several platforms, and what of it is here. */
export interface ImageIndex {
  descriptor: Descriptor;
  /** Itself, and the indexes within it that are here. */
  indexes: Descriptor[];
  /** In the order in which it names them, those of indexes within it in their place. */
  members: IndexMember[];
}

type Content = Pick<Containerd['content'], 'read' | 'size' | 'labels'>;
type Known = (id: string) => ImageConfig | undefined;

const DEEPEST = 4;
const ATTESTATION = 'attestation-manifest';

export const isAttestation = ({ annotations }: IndexEntry): boolean =>
  annotations['vnd.docker.reference.type'] === ATTESTATION;

/** The manifest that an attestation is about; empty for others. */
export const attestedBy = ({ annotations }: IndexEntry): string =>
  annotations['vnd.docker.reference.digest'] ?? '';

/**
 * Reads an index of the content store. What it links is here, or is not whole; what it does not link is not its own,
 * should it be here, and may be collected at any time.
 */
export async function readIndex(content: Content, descriptor: Descriptor, known: Known): Promise<ImageIndex> {
  const index: ImageIndex = { descriptor, indexes: [], members: [] };
  await readInto(index, content, descriptor, known);
  return index;
}

async function readInto(index: ImageIndex, content: Content, at: Descriptor, known: Known): Promise<void> {
  index.indexes.push(at);
  const entries = parseIndex(await content.read(at.digest));
  const links = linksOf(await content.labels(at.digest));
  for (const entry of entries) {
    const isHere = links.has(entry.digest) && (await content.size(entry.digest)) !== undefined;
    if (isHere && isIndex(entry.mediaType) && index.indexes.length < DEEPEST)
      await readInto(index, content, entry, known);
    else index.members.push(isHere ? await readMember(content, entry, known) : entry);
  }
}

const linksOf = (labels: Record<string, string>): Set<string> =>
  new Set(Object.keys(labels).flatMap((key) => (key.startsWith(CONTENT_LINK) ? labels[key]! : [])));

async function readMember(content: Content, entry: IndexEntry, known: Known): Promise<IndexMember> {
  try {
    const parts = parseManifest(await content.read(entry.digest), entry.mediaType);
    const sizes = await Promise.all(
      [parts.config, ...parts.layers].map(({ digest }) => content.size(digest)),
    );
    if (sizes.includes(undefined)) return entry;
    const isForeign = entry.platform !== undefined && entry.platform.os !== 'linux';
    if (isAttestation(entry) || isForeign) return { ...entry, parts };
    const { config: descriptor, layers } = parts;
    const config = known(descriptor.digest) ?? parseConfig(await content.read(descriptor.digest));
    const { mediaType, digest, size } = entry;
    const image = { id: descriptor.digest, config, manifest: { mediaType, digest, size }, layers };
    return { ...entry, parts, image };
  } catch (error) {
    // No manifest of an image, or one that is being collected.
    if (error instanceof AgentError || isNotFound(error)) return entry;
    throw error;
  }
}

/** Of the images that are here the one that suits this host best, or else the first. */
export function preferredOf({ members }: ImageIndex): PlatformImage | undefined {
  const host = hostPlatform();
  const ranked = members
    .filter(({ image }) => image !== undefined)
    .map((member) => ({ member, rank: suitability(host, platformOf(member)) ?? Infinity }));
  const best = Math.min(...ranked.map(({ rank }) => rank));
  return ranked.find(({ rank }) => rank === best)?.member.image;
}

/** By the index's word, or else by the image's own. */
export function platformOf({ platform, image }: IndexMember): Platform {
  return platform ?? image?.config ?? { os: '', architecture: '' };
}
