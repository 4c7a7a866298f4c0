import { AgentError, type PullImageRequest } from '@arca/agent-proto';
import type { Containerd } from '../containerd/containerd.js';
import { digestOf } from '../containerd/content.js';
import type { Descriptor } from '../containerd/image-records.js';
import type { Lease } from '../containerd/leases.js';
import { platformsOf } from './catalogue.js';
import { parseConfig, parseObject } from './config.js';
import { choose, isIndex, mediaTypeOf, parseIndex, parseManifest } from './manifest.js';
import { parsePlatform, type Platform } from './platform.js';
import type { Report } from './progress.js';
import { LayerPuller } from './pull-layers.js';
import {
  familiar,
  familiarName,
  parseReference,
  recordName,
  withDefaultTag,
  type Reference,
} from './reference.js';
import { RegistryClient, type FetchedManifest } from './registry/client.js';
import { endpointsOf, type RegistryOptions } from './registry/endpoints.js';
import { RegistryError } from './registry/failure.js';
import { download } from './registry/download.js';
import { Transport } from './registry/transport.js';
import type { ImageStore } from './store.js';
import { matchLayers } from './unpacker.js';

const FIRST_DELAY = 1000; // ms
const DEEPEST_INDEX = 4;
const LARGEST_CONFIG = 8 * 1024 * 1024;

interface PullJob {
  client: RegistryClient;
  reference: Reference;
  platform: Platform;
  report: Report;
  signal: AbortSignal;
}

/** Pulls images from registries and reports as dockerd does. */
export class Puller {
  readonly #layers: LayerPuller;
  readonly #retryDelay: number;

  constructor(
    private readonly containerd: Containerd,
    private readonly store: ImageStore,
    private readonly options: RegistryOptions,
  ) {
    this.#retryDelay = options.retryDelay ?? FIRST_DELAY;
    this.#layers = new LayerPuller(containerd, store.unpacker, this.#retryDelay);
  }

  /**
   * NOT_FOUND when the registry does not have it or does not let see it, INVALID_ARGUMENT for a bad reference, else
   * INTERNAL; messages are dockerd's. When it fails or is aborted nothing is left.
   */
  async pull(request: PullImageRequest, report: Report, signal: AbortSignal): Promise<void> {
    const parsed = parseReference(request.reference);
    if (request.allTags && (parsed.tag ?? parsed.digest) !== undefined) {
      throw new AgentError('INVALID_ARGUMENT', "tag can't be used with --all-tags/-a");
    }
    const reference = request.allTags ? parsed : withDefaultTag(parsed);
    const platform = parsePlatform(request.platform);
    const transport = new Transport(this.options);
    try {
      await this.#fromFirst(transport, request, { reference, platform, report, signal });
    } catch (error) {
      signal.throwIfAborted();
      throw translate(error, reference);
    } finally {
      await transport.close();
    }
  }

  /** From the first place that answers; a mirror that has not got it is no reason to give up. */
  async #fromFirst(
    transport: Transport,
    request: PullImageRequest,
    job: Omit<PullJob, 'client'>,
  ): Promise<void> {
    const { reference, signal } = job;
    let failure: unknown;
    for (const endpoint of endpointsOf(reference.domain, this.options)) {
      const client = new RegistryClient(
        ...([transport, endpoint, reference.path, request.auth, 'pull', this.#retryDelay] as const),
      );
      let reached = false;
      try {
        await client.ping(signal);
        reached = true;
        await this.#all({ ...job, client }, request.allTags);
        return;
      } catch (error) {
        failure = error;
        if (signal.aborted || (reached && !endpoint.mirror)) break;
      }
    }
    throw failure;
  }

  async #all(job: PullJob, allTags: boolean): Promise<void> {
    if (!allTags) return this.#one(job);
    for (const tag of await job.client.tags(job.signal))
      await this.#one({ ...job, reference: { ...job.reference, tag } });
  }

  async #one(job: PullJob): Promise<void> {
    const { client, reference, report, signal } = job;
    const asked = reference.digest ?? reference.tag!;
    const top = await client.manifest(asked, signal);
    report({ id: asked, status: `Pulling from ${reference.path}` });
    const before = this.store.named(recordName(reference));
    const known = before === undefined ? [] : platformsOf(before).map(({ id }) => id);
    const imageId = await this.containerd.leases.hold((lease) => this.#store(job, lease, top));
    const shown = familiar(reference.digest === undefined ? reference : { ...reference, tag: undefined });
    const what = known.includes(imageId) ? 'Image is up to date' : 'Downloaded newer image';
    report({ status: `Digest: ${top.digest}` });
    report({ status: `Status: ${what} for ${shown}`, imageId, reference: shown });
  }

  async #store(job: PullJob, lease: Lease, top: FetchedManifest): Promise<string> {
    const { path, chosen } = await this.#choose(job, top);
    const manifest = parseManifest(chosen.bytes, chosen.mediaType);
    const names = [
      ...new Set([recordName(job.reference), recordName({ ...job.reference, digest: top.digest })]),
    ];
    const id = manifest.config.digest;
    // An index needs its very manifests, whereas an image under the registry's name may have come from elsewhere.
    const isKnown =
      path.length === 0
        ? await this.store.nameKnown(id, names)
        : await this.store.nameIndexed(top.digest, chosen.digest, names);
    if (isKnown) return id;
    const indexes: Descriptor[] = [];
    const { content } = this.containerd;
    for (const { bytes, mediaType } of path)
      indexes.push({ mediaType, ...(await content.put(lease, bytes)) });
    const config = parseConfig(await this.#config(job, lease, manifest.config));
    matchLayers(config, manifest.layers);
    if (config.os === 'windows') {
      throw new AgentError(
        'INTERNAL',
        `image operating system "${config.os}" cannot be used on this platform`,
      );
    }
    await this.#layers.pull({ ...job, lease, config, layers: manifest.layers });
    const { mediaType } = manifest;
    const descriptor = { mediaType, ...(await content.put(lease, chosen.bytes)) };
    await this.store.add(lease, { ...manifest, indexes }, names, descriptor);
    return id;
  }

  /** From an index to the manifest for the platform, with the indexes on the way. */
  async #choose(
    { client, platform, signal }: PullJob,
    top: FetchedManifest,
  ): Promise<{ path: FetchedManifest[]; chosen: FetchedManifest }> {
    const path: FetchedManifest[] = [];
    let found = top;
    while (path.length < DEEPEST_INDEX) {
      const document = parseObject(found.bytes.toString('utf8'), 'manifest');
      const mediaType = mediaTypeOf(document, found.mediaType);
      if (!isIndex(mediaType)) return { path, chosen: found };
      path.push({ ...found, mediaType });
      found = await client.manifest(choose(parseIndex(found.bytes), platform).digest, signal);
    }
    throw new AgentError('INVALID_ARGUMENT', 'image index nested too deeply');
  }

  async #config({ client, signal }: PullJob, lease: Lease, descriptor: Descriptor): Promise<Buffer> {
    if (descriptor.size > LARGEST_CONFIG) {
      throw new AgentError(
        'INVALID_ARGUMENT',
        `image configuration of ${descriptor.size} bytes is too large`,
      );
    }
    const { content } = this.containerd;
    if ((await content.size(descriptor.digest)) === descriptor.size) {
      await lease.add('content', descriptor.digest);
      const there = await content.read(descriptor.digest).catch(() => undefined);
      if (there !== undefined) return there;
    }
    const onRetry = () => undefined;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of download(client, descriptor, {
      signal,
      retryDelay: this.#retryDelay,
      onRetry,
    })) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > descriptor.size) break;
    }
    const bytes = Buffer.concat(chunks);
    if (digestOf(bytes) !== descriptor.digest) {
      throw new AgentError('INTERNAL', `image config verification failed for digest ${descriptor.digest}`);
    }
    await content.put(lease, bytes);
    return bytes;
  }
}

/** dockerd's words for what a registry refuses to give. */
export function translate(error: unknown, reference: Reference): unknown {
  if (!(error instanceof RegistryError)) return error;
  const { code, message } = error;
  const told = (text: string) =>
    new AgentError('NOT_FOUND', `${text}: ${message}`, undefined, { cause: error });
  if (code === 'DENIED') {
    const name = familiarName(reference);
    return told(`pull access denied for ${name}, repository does not exist or may require 'docker login'`);
  }
  if (code === 'MANIFEST_UNKNOWN' || code === 'NOT_FOUND')
    return told(`manifest for ${familiar(reference)} not found`);
  if (code === 'NAME_UNKNOWN') return told(`repository ${familiarName(reference)} not found`);
  return new AgentError('INTERNAL', message, undefined, { cause: error });
}
