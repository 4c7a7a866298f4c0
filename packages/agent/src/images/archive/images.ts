import { AgentError } from '@arca/agent-proto';
import type { ContentStore } from '../../containerd/content.js';
import type { Descriptor } from '../../containerd/image-records.js';
import {
  choose,
  DOCKER_CONFIG,
  DOCKER_LAYER,
  isIndex,
  OCI_LAYER,
  parseIndex,
  parseManifest,
  type IndexEntry,
} from '../manifest.js';
import { hostPlatform, type Platform } from '../platform.js';
import { parseReference, withDefaultTag, type Reference } from '../reference.js';
import type { Compression } from './compression.js';
import type { ArchiveContents } from './contents.js';

/** An image of an archive, all of it in the content store. */
export interface ArchivedImage {
  config: Descriptor;
  layers: Descriptor[];
  /** Absent: the archive has none, one is to be made. */
  manifest?: Descriptor;
  references: Reference[];
}

const LAYER_TYPES: Partial<Record<Compression, string>> = {
  none: DOCKER_LAYER,
  gzip: `${DOCKER_LAYER}.gzip`,
  zstd: `${OCI_LAYER}+zstd`,
};

const invalid = (message: string) => new AgentError('INVALID_ARGUMENT', message);

/**
 * The images of an archive: of `docker save` (manifest.json), else of the OCI image layout (index.json). An archive of
 * both has the manifests with which the images came, and so their digests.
 */
export async function archivedImages(
  contents: ArchiveContents,
  content: ContentStore,
  platform?: Platform,
): Promise<ArchivedImage[]> {
  const manifest = contents.document('manifest.json');
  const index = contents.document('index.json');
  const layout = () => layoutImages(contents, content, parseIndex(index!), platform ?? hostPlatform());
  if (manifest !== undefined) {
    const saved = savedImages(contents, manifest);
    // A layout that cannot be read says nothing against what is beside it.
    const others = index === undefined ? [] : await layout().catch(() => []);
    return saved.map((image) => {
      const same = others.find(({ config }) => config.digest === image.config.digest);
      return same ? { ...same, references: image.references } : image;
    });
  }
  if (index === undefined) throw invalid('invalid archive: it has neither manifest.json nor index.json');
  return layout();
}

/** manifest.json: `[{Config, RepoTags, Layers}]`, paths of files in the archive. */
function savedImages(contents: ArchiveContents, document: Buffer): ArchivedImage[] {
  let items: unknown;
  try {
    items = JSON.parse(document.toString('utf8'));
  } catch (error) {
    throw invalid(`invalid manifest.json: ${(error as Error).message}`);
  }
  if (!Array.isArray(items)) throw invalid('invalid manifest.json: no list');
  return items.map((item: unknown) => {
    const { Config, RepoTags, Layers } = (item ?? {}) as Record<string, unknown>;
    if (typeof Config !== 'string') throw invalid('invalid manifest.json: no Config');
    const { digest, size } = contents.blob(Config);
    return {
      config: { mediaType: DOCKER_CONFIG, digest, size },
      layers: texts(Layers, 'Layers').map((path) => savedLayer(contents, path)),
      references: texts(RepoTags, 'RepoTags').map(taggedReference),
    };
  });
}

function savedLayer(contents: ArchiveContents, path: string): Descriptor {
  const { compression, digest, size } = contents.blob(path);
  const mediaType = LAYER_TYPES[compression];
  if (mediaType === undefined) throw invalid(`layer ${path}: ${compression} compression is not supported`);
  return { mediaType, digest, size };
}

function taggedReference(text: string): Reference {
  const reference = parseReference(text);
  if (reference.tag === undefined) throw invalid(`invalid tag "${text}"`);
  return reference;
}

function texts(value: unknown, field: string): string[] {
  const list = value ?? [];
  if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list;
  throw invalid(`invalid manifest.json: ${field} is no list of strings`);
}

async function layoutImages(
  contents: ArchiveContents,
  content: ContentStore,
  entries: IndexEntry[],
  platform: Platform,
): Promise<ArchivedImage[]> {
  const images: ArchivedImage[] = [];
  for (const entry of entries) {
    if (entry.annotations['vnd.docker.reference.type'] === 'attestation-manifest') continue;
    const manifest = await manifestOf(contents, content, entry, platform);
    const { config, layers, mediaType } = parseManifest(
      await content.read(manifest.digest),
      manifest.mediaType,
    );
    for (const blob of [config, ...layers]) present(contents, blob);
    images.push({ config, layers, manifest: { ...manifest, mediaType }, references: namesOf(entry) });
  }
  return images;
}

async function manifestOf(
  contents: ArchiveContents,
  content: ContentStore,
  entry: Descriptor,
  platform: Platform,
): Promise<Descriptor> {
  const { mediaType, digest, size } = present(contents, entry);
  if (!isIndex(mediaType)) return { mediaType, digest, size };
  return manifestOf(contents, content, choose(parseIndex(await content.read(digest)), platform), platform);
}

/** Only what the archive itself holds counts: it was verified, and the lease keeps it. */
function present(contents: ArchiveContents, descriptor: Descriptor): Descriptor {
  const { size } = contents.blob(`blobs/${descriptor.digest.replace(':', '/')}`);
  if (size !== descriptor.size) throw invalid(`content ${descriptor.digest} is not of the size that is said`);
  return descriptor;
}

/** Docker and containerd write the whole name; the specification's own annotation is often a mere tag. */
function namesOf({ annotations }: IndexEntry): Reference[] {
  const whole = annotations['io.containerd.image.name'];
  if (whole !== undefined) return [withDefaultTag(parseReference(whole))];
  const name = annotations['org.opencontainers.image.ref.name'] ?? '';
  return /[:/]/.test(name) ? [withDefaultTag(parseReference(name))] : [];
}
