import type { Image } from '@arca/agent-proto';
import type {
  ImageConfig,
  ImageHistoryResponseItem,
  ImageInspect,
  ImageManifestSummary,
  ImageSummary,
} from '@arca/api';
import { never } from '@arca/plugin-kit';

/** The parts of an OCI image config that the API shows. */
interface StoredConfig {
  created?: string;
  author?: string;
  comment?: string;
  docker_version?: string;
  'os.version'?: string;
  config?: ImageConfig;
  history?: { created?: string; created_by?: string; comment?: string; empty_layer?: boolean }[];
}

export const storedConfig = (image: Image): StoredConfig => JSON.parse(image.config || '{}') as StoredConfig;

/** What the image's name stands for. */
const targetOf = (image: Image) =>
  image.indexDigest
    ? { mediaType: image.indexMediaType, digest: image.indexDigest, size: image.indexSize }
    : { mediaType: image.manifestMediaType, digest: image.manifestDigest, size: image.manifestSize };

/** The manifests of an image; `containersOf` gives the ids of those that were made from one. */
export function manifestsOf(
  image: Image,
  containersOf: (imageId: string) => string[],
): ImageManifestSummary[] {
  return image.manifests.map((manifest) => {
    const { mediaType, digest, size, kind, available, imageId, contentSize, sizeUnpacked } = manifest;
    const { os, architecture, variant } = manifest;
    const Platform = { os, architecture, ...(variant && { variant }) };
    return {
      ID: digest,
      Descriptor: { mediaType, digest, size, ...(image.indexDigest && os && { platform: Platform }) },
      Available: available,
      Size: { Content: contentSize, Total: contentSize + sizeUnpacked },
      Kind: kind as ImageManifestSummary['Kind'],
      ...(kind === 'image' && {
        ImageData: {
          Platform,
          Containers: imageId ? containersOf(imageId) : [],
          Size: { Unpacked: sizeUnpacked },
        },
      }),
      ...(kind === 'attestation' && { AttestationData: { For: manifest.attested } }),
    };
  });
}

/** An entry of the list; `containers` is the number made from it, -1 when nobody asked. */
export function summary(image: Image, containers: number): ImageSummary {
  return {
    Id: image.id,
    ParentId: '',
    RepoTags: image.repoTags,
    RepoDigests: image.repoDigests,
    Created: Math.floor(image.createdAt / 1000),
    Size: image.size,
    SharedSize: -1,
    Labels: storedConfig(image).config?.Labels ?? null,
    Containers: containers,
    Descriptor: targetOf(image),
  };
}

/** The whole answer of inspect. */
export function inspection(image: Image, storageDriver: string): ImageInspect {
  const stored = storedConfig(image);
  return {
    Id: image.id,
    Descriptor: targetOf(image),
    RepoTags: image.repoTags,
    RepoDigests: image.repoDigests,
    Parent: '',
    Comment: stored.comment ?? stored.history?.at(-1)?.comment ?? '',
    Created: stored.created ?? never,
    DockerVersion: stored.docker_version ?? '',
    Author: stored.author ?? '',
    Config: stored.config ?? {},
    Architecture: image.architecture,
    ...(image.variant ? { Variant: image.variant } : {}),
    Os: image.os,
    ...(stored['os.version'] ? { OsVersion: stored['os.version'] } : {}),
    Size: image.size,
    GraphDriver: { Name: storageDriver, Data: {} },
    RootFS: { Type: 'layers', Layers: [...image.layers] },
    Metadata: { LastTagTime: image.taggedAt ? new Date(image.taggedAt).toISOString() : never },
  };
}

/** The steps that made the image, the last first, each with the size of its layer. */
export function history(image: Image): ImageHistoryResponseItem[] {
  const steps = storedConfig(image).history ?? [];
  let layer = 0;
  const items = steps.map((step, index) => ({
    Id: index === steps.length - 1 ? image.id : '<missing>',
    Created: step.created ? Math.floor(Date.parse(step.created) / 1000) : 0,
    CreatedBy: step.created_by ?? '',
    Tags: index === steps.length - 1 ? image.repoTags : null,
    Size: step.empty_layer ? 0 : (image.layerSizes[layer++] ?? 0),
    Comment: step.comment ?? '',
  }));
  return items.reverse();
}
