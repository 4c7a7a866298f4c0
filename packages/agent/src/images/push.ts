import { AgentError, type PushImageRequest } from '@arca/agent-proto';
import { Readable } from 'node:stream';
import type { Containerd } from '../containerd/containerd.js';
import type { Descriptor } from '../containerd/image-records.js';
import type { Lease } from '../containerd/leases.js';
import { Slots } from '../containerd/locks.js';
import { givenNames, platformsOf, type StoredImage } from './catalogue.js';
import { compressLayers } from './compress.js';
import { preferredOf, type ImageIndex, type PlatformImage } from './indexes.js';
import { parseManifest, type Manifest } from './manifest.js';
import { hostPlatform, suitability } from './platform.js';
import { retrying, type Report } from './progress.js';
import { familiar, parseReference, recordName, repositoryOf, shortId, type Reference } from './reference.js';
import { RegistryClient } from './registry/client.js';
import { endpointsOf, type RegistryOptions } from './registry/endpoints.js';
import { pausing } from './registry/download.js';
import { pauseAfter, RegistryError } from './registry/failure.js';
import { Transport } from './registry/transport.js';
import type { ImageStore } from './store.js';

const SIDE_BY_SIDE = 5; // dockerd's default of max-concurrent-uploads
const FIRST_DELAY = 1000; // ms
const QUIET = 100; // ms between two lines about the same layer

/** One tag on its way. */
interface PushJob {
  client: RegistryClient;
  reference: Reference;
  image: StoredImage;
  lease: Lease;
  /** `os/arch[/variant]`: only its manifest; empty: all that is here. */
  platform: string;
  report: Report;
  signal: AbortSignal;
}

/** What a registry has been given. */
type Sent = Pick<Descriptor, 'digest' | 'size'>;

/** Pushes images to registries and reports as dockerd does. */
export class Pusher {
  readonly #slots = new Slots(SIDE_BY_SIDE);

  constructor(
    private readonly containerd: Containerd,
    private readonly store: ImageStore,
    private readonly options: RegistryOptions,
  ) {}

  /** NOT_FOUND when there is no such image here, else INTERNAL with the registry's words. */
  async push(request: PushImageRequest, report: Report, signal: AbortSignal): Promise<void> {
    const asked = parseReference(request.reference);
    if (asked.digest !== undefined)
      throw new AgentError('INVALID_ARGUMENT', 'cannot push a digest reference');
    const { platform } = request;
    const references = await this.#references(asked, request.allTags);
    const repository = { domain: asked.domain, path: asked.path };
    report({ status: `The push refers to repository [${repositoryOf(repository)}]` });
    const transport = new Transport(this.options);
    try {
      const client = await this.#client(transport, asked, request, signal);
      for (const [reference, image] of references) {
        await this.containerd.leases.hold((lease) =>
          this.#one({ client, reference, image, lease, platform, report, signal }),
        );
      }
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof RegistryError)) throw error;
      throw new AgentError('INTERNAL', error.message, undefined, { cause: error });
    } finally {
      await transport.close();
    }
  }

  async #references(asked: Reference, allTags: boolean): Promise<[Reference, StoredImage][]> {
    if (!allTags) {
      const reference = { ...asked, tag: asked.tag ?? 'latest' };
      const image = await this.store.get(recordName(reference)).catch(() => undefined);
      if (image) return [[reference, image]];
      const repository = repositoryOf(asked);
      throw new AgentError('NOT_FOUND', `An image does not exist locally with the tag: ${repository}`);
    }
    const found: [Reference, StoredImage][] = [];
    for (const image of await this.store.list()) {
      for (const name of givenNames(image)) {
        const reference = parseReference(name);
        const isTag = reference.digest === undefined && repositoryOf(reference) === repositoryOf(asked);
        if (isTag) found.push([reference, image]);
      }
    }
    if (found.length > 0) return found.sort(([a], [b]) => (a.tag! < b.tag! ? -1 : 1));
    const text = `An image does not exist locally with the tag: ${repositoryOf(asked)}`;
    throw new AgentError('NOT_FOUND', text);
  }

  /** Of the first place that answers. Mirrors are for pulling. */
  async #client(
    transport: Transport,
    { domain, path }: Reference,
    { auth }: PushImageRequest,
    signal: AbortSignal,
  ): Promise<RegistryClient> {
    let failure: unknown;
    for (const endpoint of endpointsOf(domain, this.options).filter(({ mirror }) => !mirror)) {
      const client = new RegistryClient(transport, endpoint, path, auth, 'pull,push');
      try {
        await client.ping(signal);
        return client;
      } catch (error) {
        failure = error;
        if (signal.aborted) break;
      }
    }
    throw failure;
  }

  async #one(job: PushJob): Promise<void> {
    const { image, reference, report, platform, signal } = job;
    const record = image.records.get(recordName(reference))!;
    const { index } = record;
    if (platform !== '') {
      const { id } = await this.store.getFor(recordName(reference), platform);
      const chosen = platformsOf(image).find((one) => one.id === id)!;
      return this.#tell(job, chosen, await this.#manifest(job, chosen, reference.tag!));
    }
    if (index !== undefined && (await this.#index(job, index))) return;
    if (index !== undefined) {
      const chosen = this.#instead(index);
      const pushed = await this.#manifest(job, chosen, reference.tag!);
      const { digest, size, mediaType } = index.descriptor;
      report({
        instead: {
          ...{ index: { digest, size }, indexMediaType: mediaType },
          ...{ manifest: pushed, manifestMediaType: chosen.manifest.mediaType },
        },
      });
      return this.#tell(job, chosen, pushed);
    }
    const { id, config } = image;
    const compressed = await this.#compressed(job, { id, config, ...record });
    const pushed = await this.#manifest(job, compressed, reference.tag!);
    await this.store.nameManifest(image.id, compressed, [
      recordName(reference),
      recordName({ domain: reference.domain, path: reference.path, digest: compressed.manifest.digest }),
    ]);
    signal.throwIfAborted();
    this.#tell(job, compressed, pushed);
  }

  #tell({ reference, report }: PushJob, { id }: PlatformImage, pushed: Sent): void {
    const tag = reference.tag!;
    report({ status: `${tag}: digest: ${pushed.digest} size: ${pushed.size}` });
    report({ pushed: { tag, ...pushed }, imageId: id, reference: familiar(reference) });
  }

  /**
   * All platforms that are here and the index; false when the registry does not have those that are not, and would not
   * take it.
   */
  async #index(job: PushJob, index: ImageIndex): Promise<boolean> {
    const { client, reference, signal } = job;
    const { domain, path } = reference;
    for (const { parts, digest } of index.members)
      if (parts === undefined && !(await client.hasManifest(digest, signal))) return false;
    for (const { digest } of index.indexes) await job.lease.add('content', digest);
    for (const member of index.members) {
      if (member.image) await this.#manifest(job, member.image, member.digest);
      else if (member.parts) await this.#parts(job, member, member.parts);
    }
    // From the innermost: a registry takes no index before what it names.
    for (const { digest, mediaType } of [...index.indexes].reverse()) {
      const name = digest === index.descriptor.digest ? reference.tag! : digest;
      await client.putManifest(name, await this.containerd.content.read(digest), mediaType, signal);
    }
    const { digest, size } = index.descriptor;
    await this.store.nameIndex(index.descriptor, [recordName({ domain, path, digest })]);
    const preferred = preferredOf(index)!;
    this.#tell(job, preferred, { digest, size });
    return true;
  }

  /** The platform to push when the index cannot be: the only one that is here, or else the host's. */
  #instead(index: ImageIndex): PlatformImage {
    const here = index.members.flatMap(({ image }) => image ?? []);
    const best = preferredOf(index)!;
    if (here.length === 1 || suitability(hostPlatform(), best.config) !== undefined) return best;
    const text = 'multiple matching manifests found but no specific platform requested';
    throw new AgentError('FAILED_PRECONDITION', text);
  }

  async #manifest(job: PushJob, image: PlatformImage, name: string): Promise<Sent> {
    for (const diffId of image.config.diffIds.toReversed())
      job.report({ id: shortId(diffId), status: 'Preparing' });
    const { manifest, layers, config } = image;
    const { config: document } = parseManifest(
      await this.containerd.content.read(manifest.digest),
      manifest.mediaType,
    );
    return this.#parts(job, manifest, { config: document, layers }, config.diffIds, name);
  }

  async #parts(
    job: PushJob,
    { digest, mediaType, size }: Descriptor,
    { config, layers }: Manifest,
    diffIds: string[] = [],
    name = digest,
  ): Promise<Sent> {
    const { client, lease, report, signal } = job;
    for (const blob of [{ digest }, config, ...layers]) await lease.add('content', blob.digest);
    const others = this.#otherRepositories(job.image, job.reference);
    await Promise.all(
      layers.map((layer, index) => {
        const id = shortId(diffIds[index] ?? layer.digest);
        const onWait = () => report({ id, status: 'Waiting' });
        return this.#slots.run(() => this.#blob(job, layer, others, id), { signal, onWait });
      }),
    );
    await this.#blob(job, config, others);
    await client.putManifest(name, await this.containerd.content.read(digest), mediaType, signal);
    return { digest, size };
  }

  /** The manifest that the tag has, its layers compressed, as registries and their readers expect them. */
  async #compressed({ lease, signal }: PushJob, image: PlatformImage): Promise<PlatformImage> {
    for (const { digest } of image.layers) await lease.add('content', digest);
    return { ...image, ...(await compressLayers(this.containerd.content, lease, image, signal)) };
  }

  /** Other repositories of the registry that have had this image. */
  #otherRepositories(image: StoredImage, reference: Reference): string[] {
    const names = givenNames(image).map(parseReference);
    const same = names.filter(({ domain, path }) => domain === reference.domain && path !== reference.path);
    return [...new Set(same.filter(({ digest }) => digest !== undefined).map(({ path }) => path))];
  }

  /** Sends a blob unless the registry has it; `id` is what lines about it are called. */
  async #blob(job: PushJob, blob: Descriptor, others: readonly string[], id?: string): Promise<void> {
    const { client, signal } = job;
    const tell = (status: string, current = 0) => {
      if (id !== undefined) job.report({ id, status, current, total: current > 0 ? blob.size : 0 });
    };
    for (let failures = 1; ; failures++) {
      try {
        if (await client.has(blob.digest, signal)) return tell('Layer already exists');
        const [from] = others;
        const place = await client.beginUpload(blob.digest, from, signal);
        if (place === undefined) return tell(`Mounted from ${from}`);
        await client.upload(place, blob, this.#body(blob, tell, signal), signal);
        return tell('Pushed');
      } catch (error) {
        signal.throwIfAborted();
        const pause = pauseAfter(error, failures, this.options.retryDelay ?? FIRST_DELAY);
        if (pause === undefined) throw error;
        await pausing(pause, (left) => tell(retrying(left)), signal);
      }
    }
  }

  #body(blob: Descriptor, tell: (status: string, current: number) => void, signal: AbortSignal): Readable {
    const { content } = this.containerd;
    async function* counted() {
      let bytes = 0;
      let told = 0;
      for await (const chunk of content.stream(blob.digest, signal)) {
        bytes += chunk.length;
        if (Date.now() - told >= QUIET) {
          told = Date.now();
          tell('Pushing', bytes);
        }
        yield chunk;
      }
      tell('Pushing', bytes);
    }
    return Readable.from(counted(), { objectMode: false });
  }
}
