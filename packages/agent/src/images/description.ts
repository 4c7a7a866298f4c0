import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ImageManifestSchema, ImageSchema } from '@arca/agent-proto';
import {
  anyManifest,
  givenNames,
  isBuildCache,
  manifestOf,
  taggedAt,
  type NamedManifest,
  type StoredImage,
} from './catalogue.js';
import { attestedBy, isAttestation, platformOf, type IndexMember, type PlatformImage } from './indexes.js';
import { familiarRecords } from './removal.js';
import type { ImageStore } from './store.js';

type Facts<T> = Omit<Exclude<T, { $typeName: string }>, '$typeName'>;
type ImageFacts = Facts<MessageInitShape<typeof ImageSchema>>;
type ManifestFacts = Facts<MessageInitShape<typeof ImageManifestSchema>>;

/** An image as the agent's callers see it; `reference` is what it was asked for by. */
export async function describe(
  store: ImageStore,
  image: StoredImage,
  reference?: string,
): Promise<ImageFacts> {
  const { id, config } = image;
  const named = reference === undefined ? anyManifest(image) : manifestOf(image, reference);
  const { manifest, index } = named;
  const own = await imageManifest(store, { id, config, ...named });
  const { tags, digests } = familiarRecords(givenNames(image));
  return {
    id,
    repoTags: tags,
    repoDigests: digests,
    config: config.text,
    size: own.sizeUnpacked,
    createdAt: config.createdAt,
    manifestDigest: manifest.digest,
    manifestMediaType: manifest.mediaType,
    manifestSize: manifest.size,
    layers: config.diffIds,
    layerSizes: own.layerSizes,
    contentSize: own.contentSize,
    taggedAt: taggedAt(image),
    architecture: config.architecture,
    os: config.os,
    variant: config.variant,
    indexDigest: index?.descriptor.digest,
    indexMediaType: index?.descriptor.mediaType,
    indexSize: index?.descriptor.size,
    manifests: await manifests(store, own, named),
    buildCache: isBuildCache(image),
  };
}

async function manifests(
  store: ImageStore,
  own: ManifestFacts,
  { index }: NamedManifest,
): Promise<ManifestFacts[]> {
  if (index === undefined) return [own];
  return Promise.all(
    index.members.map(async (member) => {
      const { architecture, os, variant } = platformOf(member);
      const told = { architecture, os, variant, attested: attestedBy(member) };
      if (member.image) return { ...(await imageManifest(store, member.image)), ...told };
      return { ...other(member), ...told };
    }),
  );
}

async function imageManifest(store: ImageStore, image: PlatformImage): Promise<ManifestFacts> {
  const { id, config, manifest, layers } = image;
  const { architecture, os, variant, diffIds, chainIds, text } = config;
  const layerSizes = await store.sizes.of(chainIds);
  return {
    ...{ digest: manifest.digest, mediaType: manifest.mediaType, size: manifest.size },
    ...{ architecture, os, variant },
    ...{ kind: 'image', available: true, imageId: id },
    contentSize: layers.reduce((sum, { size }) => sum + size, manifest.size + Buffer.byteLength(text)),
    sizeUnpacked: layerSizes.reduce((sum, size) => sum + size, 0),
    ...{ layers: diffIds, layerSizes },
  };
}

/** What is no image, or not here. */
function other(member: IndexMember): ManifestFacts {
  const { digest, mediaType, size, parts, platform } = member;
  const kind = isAttestation(member) ? 'attestation' : platform ? 'image' : 'unknown';
  const here = parts === undefined ? [] : [{ size }, parts.config, ...parts.layers];
  return {
    ...{ digest, mediaType, size, kind },
    available: parts !== undefined,
    contentSize: here.reduce((sum, blob) => sum + blob.size, 0),
  };
}
