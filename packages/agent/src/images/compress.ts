import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { ContentStore } from '../containerd/content.js';
import type { Descriptor } from '../containerd/image-records.js';
import type { Lease } from '../containerd/leases.js';
import type { ImageManifest } from './catalogue.js';
import {
  DOCKER_LAYER,
  DOCKER_MANIFEST,
  OCI_LAYER,
  OWN_MANIFEST,
  parseManifest,
  writeManifest,
} from './manifest.js';

/** Which kind of compressed layer a plain one becomes. */
const compressedTypes: Readonly<Record<string, string>> = {
  [DOCKER_LAYER]: `${DOCKER_LAYER}.gzip`,
  [OCI_LAYER]: `${OCI_LAYER}+gzip`,
};

const isPlain = ({ mediaType }: Descriptor): boolean => compressedTypes[mediaType] !== undefined;

/**
 * The same image with gzip layers: their archives and the manifest are in the content store, held by the lease. A manifest
 * that came from elsewhere stays what it is, and so its digest.
 */
export async function compressLayers(
  content: ContentStore,
  lease: Lease,
  { manifest, layers }: ImageManifest,
  signal: AbortSignal,
): Promise<ImageManifest> {
  const { config } = parseManifest(await content.read(manifest.digest), manifest.mediaType);
  if (!layers.some(isPlain) || !(OWN_MANIFEST in (await content.labels(manifest.digest))))
    return { manifest, layers };
  const compressed: Descriptor[] = [];
  for (const layer of layers) {
    const mediaType = compressedTypes[layer.mediaType];
    if (mediaType === undefined) compressed.push(layer);
    else compressed.push({ mediaType, ...(await gzip(content, lease, layer, signal)) });
  }
  const bytes = writeManifest({ config, layers: compressed });
  const made = { mediaType: DOCKER_MANIFEST, ...(await content.put(lease, bytes)) };
  return { manifest: made, layers: compressed };
}

async function gzip(content: ContentStore, lease: Lease, { digest }: Descriptor, signal: AbortSignal) {
  const source = Readable.from(content.stream(digest, signal), { objectMode: false });
  const archive = source.pipe(createGzip());
  source.once('error', (error) => archive.destroy(error));
  return content.write(lease, archive as AsyncIterable<Buffer>, { signal });
}
