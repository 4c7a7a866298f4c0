import { AgentError, type PushImageRequest } from '@arca/agent-proto';
import { Readable } from 'node:stream';
import type { Containerd } from '../containerd/containerd.js';
import type { Descriptor } from '../containerd/image-records.js';
import type { Lease } from '../containerd/leases.js';
import { Slots } from '../containerd/locks.js';
import { givenNames, type ImageManifest, type StoredImage } from './catalogue.js';
import { compressLayers } from './compress.js';
import { parseManifest } from './manifest.js';
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
  report: Report;
  signal: AbortSignal;
}

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
    const references = await this.#references(asked, request.allTags);
    const repository = { domain: asked.domain, path: asked.path };
    report({ status: `The push refers to repository [${repositoryOf(repository)}]` });
    const transport = new Transport(this.options);
    try {
      const client = await this.#client(transport, asked, request, signal);
      for (const [reference, image] of references) {
        await this.containerd.leases.hold((lease) =>
          this.#one({ client, reference, image, lease, report, signal }),
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
    const { client, reference, report, signal } = job;
    const { manifest, layers } = await this.#compressed(job);
    const bytes = await this.containerd.content.read(manifest.digest);
    const { config, mediaType } = parseManifest(bytes, manifest.mediaType);
    const others = this.#otherRepositories(job.image, reference);
    await Promise.all(
      layers.map((layer, index) => {
        const id = shortId(job.image.config.diffIds[index] ?? layer.digest);
        const onWait = () => report({ id, status: 'Waiting' });
        return this.#slots.run(() => this.#blob(job, layer, others, id), { signal, onWait });
      }),
    );
    await this.#blob(job, config, others);
    const tag = reference.tag!;
    await client.putManifest(tag, bytes, mediaType, signal);
    await this.store.nameManifest(job.image.id, { manifest, layers }, [
      recordName(reference),
      recordName({ domain: reference.domain, path: reference.path, digest: manifest.digest }),
    ]);
    const pushed = { tag, digest: manifest.digest, size: bytes.length };
    report({ status: `${tag}: digest: ${pushed.digest} size: ${pushed.size}` });
    report({ pushed, imageId: job.image.id, reference: familiar(reference) });
  }

  /** The manifest that the tag has, its layers compressed, as registries and their readers expect them. */
  async #compressed({ image, reference, lease, report, signal }: PushJob): Promise<ImageManifest> {
    const record = image.records.get(recordName(reference))!;
    for (const { digest } of record.layers) await lease.add('content', digest);
    for (const [index, diffId] of image.config.diffIds.entries())
      if (record.layers[index]) report({ id: shortId(diffId), status: 'Preparing' });
    return compressLayers(this.containerd.content, lease, record, signal);
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
