import { AgentError } from '@arca/agent-proto';
import type { ContentStore } from '../../containerd/content.js';
import type { Descriptor } from '../../containerd/image-records.js';
import { isAttestation } from '../indexes.js';
import {
  DOCKER_CONFIG,
  DOCKER_LAYER,
  isIndex,
  OCI_LAYER,
  parseIndex,
  parseManifest,
  type IndexEntry,
  type Manifest,
} from '../manifest.js';
import { parseReference, withDefaultTag, type Reference } from '../reference.js';
import type { Compression } from './compression.js';
import type { ArchiveContents } from './contents.js';

/** An image of an archive for one platform, all of it in the content store. */
export interface ArchivedPlatform extends Manifest {
  /** Absent: the archive has none, one is to be made. */
  manifest?: Descriptor;
  /** From the one that the archive names down to the one that has the manifest; none: it names the manifest. */
  indexes: Descriptor[];
  /** No image, but what is told about one. */
  isAttestation?: boolean;
}

/** What a name of an archive stands for. */
export interface ArchivedImage {
  /** Never none. */
  platforms: ArchivedPlatform[];
  references: Reference[];
}

const LAYER_TYPES: Partial<Record<Compression, string>> = {
  none: DOCKER_LAYER,
  gzip: `${DOCKER_LAYER}.gzip`,
  zstd: `${OCI_LAYER}+zstd`,
};

const DEEPEST = 4;
const invalid = (message: string) => new AgentError('INVALID_ARGUMENT', message);

/**
 * The images of an archive: of `docker save` (manifest.json), else of the OCI image layout (index.json). An archive of
 * both has the manifests with which the images came, and so their digests.
 */
export async function archivedImages(
  contents: ArchiveContents,
  content: ContentStore,
): Promise<ArchivedImage[]> {
  const manifest = contents.document('manifest.json');
  const index = contents.document('index.json');
  const layout = () => layoutImages({ contents, content }, parseIndex(index!));
  if (manifest !== undefined) {
    const saved = savedImages(contents, manifest);
    // A layout that cannot be read says nothing against what is beside it.
    const others = index === undefined ? [] : await layout().catch(() => []);
    return saved.map((image) => {
      const [{ config }] = image.platforms as [ArchivedPlatform];
      const same = others.find(({ platforms }) =>
        platforms.some((other) => other.config.digest === config.digest),
      );
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
    const config = { mediaType: DOCKER_CONFIG, digest, size };
    const layers = texts(Layers, 'Layers').map((path) => savedLayer(contents, path));
    return {
      platforms: [{ config, layers, indexes: [] }],
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

interface Layout {
  contents: ArchiveContents;
  content: ContentStore;
}

async function layoutImages(layout: Layout, entries: IndexEntry[]): Promise<ArchivedImage[]> {
  const images: ArchivedImage[] = [];
  for (const entry of entries) {
    if (isAttestation(entry)) continue;
    const platforms = isIndex(entry.mediaType)
      ? await indexed(layout, entry, [])
      : [await platformOf(layout, entry, [])];
    if (platforms.every((one) => one.isAttestation))
      throw invalid(`index ${entry.digest} names no image that the archive has`);
    images.push({ platforms, references: namesOf(entry) });
  }
  return images;
}

/** What an index names, as far as the archive has it. */
async function indexed(layout: Layout, index: Descriptor, above: Descriptor[]): Promise<ArchivedPlatform[]> {
  const { contents, content } = layout;
  if (above.length >= DEEPEST) throw invalid('image index nested too deeply');
  const { mediaType, digest, size } = present(contents, index);
  const indexes = [...above, { mediaType, digest, size }];
  const entries = parseIndex(await content.read(digest)).filter((entry) =>
    contents.has(pathOf(entry.digest)),
  );
  const found: ArchivedPlatform[] = [];
  for (const entry of entries) {
    if (isIndex(entry.mediaType)) found.push(...(await indexed(layout, entry, indexes)));
    else found.push(await platformOf(layout, entry, indexes));
  }
  return found;
}

async function platformOf(
  { contents, content }: Layout,
  entry: IndexEntry,
  indexes: Descriptor[],
): Promise<ArchivedPlatform> {
  const { digest, size } = present(contents, entry);
  const { mediaType, config, layers } = parseManifest(await content.read(digest), entry.mediaType);
  for (const blob of [config, ...layers]) present(contents, blob);
  const manifest = { mediaType, digest, size };
  return { config, layers, manifest, indexes, isAttestation: isAttestation(entry) };
}

const pathOf = (digest: string): string => `blobs/${digest.replace(':', '/')}`;

/** Only what the archive itself holds counts: it was verified, and the lease keeps it. */
function present(contents: ArchiveContents, descriptor: Descriptor): Descriptor {
  const { size } = contents.blob(pathOf(descriptor.digest));
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
