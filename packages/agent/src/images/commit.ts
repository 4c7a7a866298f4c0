import { AgentError, type CommitImageRequest } from '@arca/agent-proto';
import type { Containerd } from '../containerd/containerd.js';
import type { Descriptor } from '../containerd/image-records.js';
import type { Lease } from '../containerd/leases.js';
import { layerArchive } from '../files/layer-archive.js';
import { anyManifest, buildRecord } from './catalogue.js';
import { parseConfig, parseObject, type ImageConfig } from './config.js';
import { layerDirectories } from './files.js';
import { containerLayers } from './layers.js';
import { DOCKER_CONFIG, DOCKER_LAYER } from './manifest.js';
import { hostPlatform } from './platform.js';
import { familiar, parseReference, recordName, withDefaultTag, type Reference } from './reference.js';
import type { ImageStore } from './store.js';

type Archive = () => AsyncGenerator<Buffer>;
/** What a commit is made on. */
interface Parent {
  config: ImageConfig;
  layers: Descriptor[];
}
/** A step of another image. */
interface Taken {
  entry: Record<string, unknown>;
  layers: Descriptor[];
  diffIds: string[];
}
type Request = Omit<CommitImageRequest, '$typeName' | '$unknown'>;

/** Makes images of containers. */
export class Committer {
  constructor(
    private readonly containerd: Containerd,
    private readonly store: ImageStore,
  ) {}

  /**
   * Makes an image of the container's changes on top of its image and gives its id. NOT_FOUND without the container's
   * layer or its image; INVALID_ARGUMENT for a bad name or configuration.
   */
  async commit(request: Request, signal?: AbortSignal): Promise<{ imageId: string; reference: string }> {
    const reference = target(request);
    const config = parseObject(request.config, 'image configuration');
    const parent = request.imageId === '' ? nothing() : await this.#parent(request.imageId);
    const taken = request.stepOf ? await this.#step(request.stepOf, parent) : undefined;
    const archive = request.containerId === '' ? undefined : await this.#archiveOf(request.containerId);
    const { content, leases } = this.containerd;
    const { id: imageId } = await leases.hold(async (lease) => {
      const made = archive === undefined ? [] : await this.#layer(lease, archive, signal);
      for (const { digest } of [...parent.layers, ...(taken?.layers ?? [])])
        await lease.add('content', digest);
      const layers = [...parent.layers, ...(taken?.layers ?? made)];
      const own = taken?.diffIds ?? made.map(({ digest }) => digest);
      const diffIds = [...parent.config.diffIds, ...own];
      const text = JSON.stringify(document(parent, request, config, diffIds, taken?.entry));
      await this.store.unpacker.image(lease, parseConfig(Buffer.from(text)), layers, { signal });
      const descriptor = { mediaType: DOCKER_CONFIG, ...(await content.put(lease, Buffer.from(text))) };
      const names = reference === undefined ? [] : [recordName(reference)];
      if (request.buildCache) names.push(buildRecord(descriptor.digest));
      return this.store.add(lease, { config: descriptor, layers }, names);
    });
    return { imageId, reference: reference === undefined ? '' : familiar(reference) };
  }

  async #step(imageId: string, parent: Parent): Promise<Taken> {
    const image = await this.store.get(imageId);
    const below = historyOf(parent.config);
    const entry = historyOf(image.config)[below.length];
    const depth = parent.config.diffIds.length;
    const end = entry?.empty_layer === true ? depth : depth + 1;
    const diffIds = image.config.diffIds.slice(depth, end);
    const isBelow = parent.config.diffIds.every((id, index) => id === image.config.diffIds[index]);
    if (entry === undefined || !isBelow || diffIds.length !== end - depth)
      throw new AgentError('INVALID_ARGUMENT', `${imageId} does not go on from the image`);
    return { entry, diffIds, layers: anyManifest(image).layers.slice(depth, end) };
  }

  /** Its snapshots exist. */
  async #parent(imageId: string): Promise<Parent> {
    const image = await this.store.get(imageId);
    await this.store.chainId(image.id);
    return { config: image.config, layers: anyManifest(image).layers };
  }

  async #archiveOf(containerId: string): Promise<Archive> {
    const mounts = await containerLayers(this.containerd, this.store).mounts(containerId);
    const [upper = '', ...lowers] = layerDirectories(mounts);
    return () => layerArchive(upper, lowers);
  }

  #layer(lease: Lease, archive: Archive, signal: AbortSignal | undefined): Promise<Descriptor[]> {
    return this.#writeLayer(lease, archive, signal).catch((error: unknown) => {
      // The same layer was there from before, and was collected just then.
      if (error instanceof AgentError && error.code === 'UNAVAILABLE')
        return this.#writeLayer(lease, archive, signal);
      throw error;
    });
  }

  /** None for an archive without members. */
  async #writeLayer(lease: Lease, read: Archive, signal: AbortSignal | undefined): Promise<Descriptor[]> {
    const archive = read();
    try {
      const first = await archive.next();
      if (first.done || isEnd(first.value)) return [];
      const blob = await this.containerd.content.write(lease, behind(first.value, archive), { signal });
      return [{ mediaType: DOCKER_LAYER, ...blob }];
    } finally {
      await archive.return(undefined);
    }
  }
}

async function* behind(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

/** No header is all zeros. */
const isEnd = (block: Buffer): boolean => block.every((byte) => byte === 0);

/** The name to give. INVALID_ARGUMENT with Docker's messages. */
function target({ reference, tag }: Request): Reference | undefined {
  if (reference === '') return undefined;
  const named = parseReference(reference);
  if (named.digest !== undefined) throw new AgentError('INVALID_ARGUMENT', 'cannot import digest reference');
  if (tag === '') return withDefaultTag(named);
  if (!/^\w[\w.-]{0,127}$/.test(tag)) throw new AgentError('INVALID_ARGUMENT', 'invalid tag format');
  return { ...named, tag };
}

/** What an image from scratch is made on. */
function nothing(): Parent {
  const { os, architecture, variant } = hostPlatform();
  const text = { os, architecture, ...(variant && { variant }), rootfs: { type: 'layers', diff_ids: [] } };
  return { config: parseConfig(Buffer.from(JSON.stringify(text))), layers: [] };
}

/** The parent's configuration with one more step; a step that makes no layer says so. */
function document(
  parent: Parent,
  { author, message, createdBy }: Request,
  config: Record<string, unknown>,
  diffIds: string[],
  taken?: Record<string, unknown>,
): Record<string, unknown> {
  const below = parseObject(parent.config.text, 'image configuration');
  const created = new Date().toISOString();
  const step = taken ?? {
    created,
    ...(author !== '' && { author }),
    ...(createdBy !== '' && { created_by: createdBy }),
    ...(message !== '' && { comment: message }),
    ...(diffIds.length === parent.config.diffIds.length && { empty_layer: true }),
  };
  const kept = ['architecture', 'os', 'variant', 'os.version', 'os.features'];
  return {
    ...Object.fromEntries(kept.filter((key) => key in below).map((key) => [key, below[key]])),
    ...(author !== '' && { author }),
    config,
    created,
    history: [...historyOf(parent.config), step],
    rootfs: { type: 'layers', diff_ids: diffIds },
  };
}

function historyOf({ text }: ImageConfig): Record<string, unknown>[] {
  const { history } = parseObject(text, 'image configuration');
  return Array.isArray(history) ? (history as Record<string, unknown>[]) : [];
}
