import { AgentError } from '@arca/agent-proto';
import type { Descriptor } from '../containerd/image-records.js';
import { parseObject } from './config.js';
import { formatPlatform, suitability, type Platform } from './platform.js';
import { isDigest } from './reference.js';

export const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
export const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
export const DOCKER_CONFIG = 'application/vnd.docker.container.image.v1+json';
export const DOCKER_LAYER = 'application/vnd.docker.image.rootfs.diff.tar';
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
export const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json';
export const OCI_LAYER = 'application/vnd.oci.image.layer.v1.tar';

/** A manifest of one image: its configuration and its layers, the lowest first. */
export interface Manifest {
  config: Descriptor;
  layers: Descriptor[];
}

/** An entry of an index. */
export interface IndexEntry extends Descriptor {
  platform?: Platform;
  annotations: Record<string, string>;
}

const SCHEMA_1 = 'application/vnd.docker.distribution.manifest.v1+';
const MOST_LAYERS = 127; // what overlay mounts of a page of options can take, and Docker's own limit
const invalid = (message: string) => new AgentError('INVALID_ARGUMENT', message);

/** What a document is, by its own word, by the word of who gave it, or by its fields. */
export function mediaTypeOf(document: Record<string, unknown>, told = ''): string {
  if (typeof document.mediaType === 'string') return document.mediaType;
  const [type = ''] = told.split(';', 1);
  if (type.startsWith('application/vnd.')) return type.trim();
  return Array.isArray(document.manifests) ? OCI_INDEX : OCI_MANIFEST;
}

export function isIndex(mediaType: string): boolean {
  return mediaType === DOCKER_LIST || mediaType === OCI_INDEX;
}

/** The parts of a manifest. INVALID_ARGUMENT when it is none, or none of a container image. */
export function parseManifest(bytes: Uint8Array, told?: string): Manifest & { mediaType: string } {
  const document = parseObject(Buffer.from(bytes).toString('utf8'), 'manifest');
  const mediaType = mediaTypeOf(document, told);
  if (document.schemaVersion === 1 || mediaType.startsWith(SCHEMA_1)) {
    throw invalid(
      'Docker Image manifest version 2, schema 1 is not supported: ' +
        "the image's author has to push it again as an OCI image or with schema 2",
    );
  }
  if (mediaType !== DOCKER_MANIFEST && mediaType !== OCI_MANIFEST) {
    throw invalid(`unsupported manifest media type: ${mediaType}`);
  }
  const config = descriptor(document.config);
  if (config.mediaType !== DOCKER_CONFIG && config.mediaType !== OCI_CONFIG) {
    throw invalid(`Encountered remote "${config.mediaType}"(unknown) when fetching`);
  }
  const layers = (Array.isArray(document.layers) ? document.layers : []).map(descriptor);
  if (layers.length > MOST_LAYERS) throw invalid('max depth exceeded');
  return { mediaType, config, layers };
}

/** The entries of an index. */
export function parseIndex(bytes: Uint8Array): IndexEntry[] {
  const document = parseObject(Buffer.from(bytes).toString('utf8'), 'image index');
  if (!Array.isArray(document.manifests)) throw invalid('invalid image index: no manifests');
  return document.manifests.map((value: unknown) => {
    const { platform, annotations } = value as { platform?: Platform; annotations?: Record<string, string> };
    return { ...descriptor(value), ...(platform && { platform }), annotations: annotations ?? {} };
  });
}

/** The entry for a platform. NOT_FOUND when there is none; an entry without a platform suits any. */
export function choose(entries: IndexEntry[], wanted: Platform): IndexEntry {
  const ranked = entries
    .filter(({ annotations }) => annotations['vnd.docker.reference.type'] !== 'attestation-manifest')
    .map((entry) => ({ entry, rank: entry.platform === undefined ? 9 : suitability(wanted, entry.platform) }))
    .filter((item): item is { entry: IndexEntry; rank: number } => item.rank !== undefined)
    .sort((a, b) => a.rank - b.rank);
  const best = ranked[0];
  if (best === undefined) {
    const message = `no matching manifest for ${formatPlatform(wanted)} in the manifest list entries`;
    throw new AgentError('NOT_FOUND', message);
  }
  return best.entry;
}

function descriptor(value: unknown): Descriptor {
  const { mediaType, digest, size } = (value ?? {}) as Record<string, unknown>;
  if (typeof digest !== 'string' || !isDigest(digest)) throw invalid('invalid descriptor: no SHA-256 digest');
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    throw invalid('invalid descriptor: no size');
  return { mediaType: typeof mediaType === 'string' ? mediaType : '', digest, size };
}

/** Label of the manifests in the content store that were made here: nobody else knows their digests. */
export const OWN_MANIFEST = 'arca/own-manifest';

/** The manifest of an image that came without one. The same parts always give the same bytes. */
export function writeManifest({ config, layers }: Manifest): Buffer {
  const plain = ({ mediaType, digest, size }: Descriptor) => ({ mediaType, size, digest });
  const document = {
    schemaVersion: 2,
    mediaType: DOCKER_MANIFEST,
    config: plain(config),
    layers: layers.map(plain),
  };
  return Buffer.from(JSON.stringify(document));
}
