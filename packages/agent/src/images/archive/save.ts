import { Readable } from 'node:stream';
import { AgentError } from '@arca/agent-proto';
import type { Containerd } from '../../containerd/containerd.js';
import type { Descriptor } from '../../containerd/image-records.js';
import { endOfTar, padding, tarHeader } from '../../files/tar-writer.js';
import { anyManifest, givenNames, type ImageManifest, type StoredImage } from '../catalogue.js';
import { OCI_INDEX } from '../manifest.js';
import { familiar, parseDigest, parseReference, recordName, repositoryOf } from '../reference.js';
import type { ImageStore } from '../store.js';

/** An image as it goes into an archive, with the names that were asked for. */
interface Saved extends ImageManifest {
  image: StoredImage;
  /** Record names with a tag. */
  names: string[];
}

/** Writes archives of images. */
export class Saver {
  constructor(
    private readonly containerd: Pick<Containerd, 'content' | 'leases'>,
    private readonly store: ImageStore,
  ) {}

  /** The archive as it is made; what it is made of stays until it has ended. NOT_FOUND for an image that is not there. */
  async save(references: readonly string[], signal?: AbortSignal): Promise<Readable> {
    const images = await this.#choose(references);
    const started = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    const held = this.containerd.leases.hold(async (lease) => {
      for (const digest of digestsOf(images)) await lease.add('content', digest);
      started.resolve();
      await ended.promise;
    });
    held.catch((error: unknown) => started.reject(error as Error));
    await started.promise;
    const archive = Readable.from(this.#write(images, signal), { objectMode: false });
    return archive.once('close', () => ended.resolve());
  }

  async #choose(references: readonly string[]): Promise<Saved[]> {
    const chosen = new Map<string, Saved>();
    const take = (image: StoredImage, name?: string) => {
      const record = name === undefined ? anyManifest(image) : image.records.get(name)!;
      const { manifest, layers } = record;
      const known = chosen.get(manifest.digest) ?? { image, manifest, layers, names: [] };
      if (name !== undefined && !name.includes('@') && !known.names.includes(name)) known.names.push(name);
      chosen.set(manifest.digest, known);
    };
    for (const text of references) {
      const tags = await this.#tagsOf(text);
      if (tags.length > 0) {
        for (const [image, name] of tags) take(image, name);
        continue;
      }
      const image = await this.store.get(text);
      const name = this.#nameOf(text);
      take(image, name !== undefined && image.records.has(name) ? name : undefined);
    }
    return [...chosen.values()];
  }

  /** All tags of a repository that was named without one. */
  async #tagsOf(text: string): Promise<[StoredImage, string][]> {
    if (parseDigest(text) !== undefined) return [];
    const asked = parseReference(text);
    if ((asked.tag ?? asked.digest) !== undefined) return [];
    const found: [StoredImage, string][] = [];
    for (const image of await this.store.list()) {
      for (const name of givenNames(image)) {
        const reference = parseReference(name);
        if (reference.digest === undefined && repositoryOf(reference) === repositoryOf(asked))
          found.push([image, name]);
      }
    }
    return found;
  }

  #nameOf(text: string): string | undefined {
    return parseDigest(text) === undefined ? recordName(parseReference(text)) : undefined;
  }

  async *#write(images: readonly Saved[], signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    const { content } = this.containerd;
    yield header('blobs/', 'directory');
    yield header('blobs/sha256/', 'directory');
    for (const digest of digestsOf(images)) {
      const size = await content.size(digest);
      if (size === undefined) throw new AgentError('NOT_FOUND', `content ${digest} is not there`);
      yield header(blobPath(digest), 'file', size);
      yield* content.stream(digest, signal);
      yield padding(size);
    }
    for (const [name, document] of Object.entries({
      'oci-layout': { imageLayoutVersion: '1.0.0' },
      'index.json': index(images),
      'manifest.json': images.map(legacyEntry),
    })) {
      const bytes = Buffer.from(JSON.stringify(document));
      yield header(name, 'file', bytes.length);
      yield bytes;
      yield padding(bytes.length);
    }
    yield endOfTar();
  }
}

const digestsOf = (images: readonly Saved[]): string[] => [
  ...new Set(
    images.flatMap(({ image, manifest, layers }) => [
      ...[manifest.digest, image.id],
      ...layers.map(({ digest }) => digest),
    ]),
  ),
];

/** The same image always gives the same archive: no times. */
const header = (name: string, type: 'file' | 'directory', size = 0): Buffer =>
  tarHeader({ name, type, size, mode: type === 'file' ? 0o644 : 0o755, uid: 0, gid: 0, modified: 0 });

const blobPath = (digest: string): string => `blobs/${digest.replace(':', '/')}`;

/** One entry a name, as readers of OCI layouts expect it. */
function index(images: readonly Saved[]) {
  const manifests = images.flatMap(({ manifest, names }) => {
    const { mediaType, digest, size } = manifest;
    const named = names.map((name) => ({
      ...{ mediaType, digest, size },
      annotations: {
        'io.containerd.image.name': name,
        'org.opencontainers.image.ref.name': parseReference(name).tag!,
      },
    }));
    return named.length > 0 ? named : [{ mediaType, digest, size }];
  });
  return { schemaVersion: 2, mediaType: OCI_INDEX, manifests };
}

const legacyEntry = ({ image, names, layers }: Saved) => ({
  Config: blobPath(image.id),
  RepoTags: names.map((name) => familiar(parseReference(name))),
  Layers: layers.map(({ digest }: Descriptor) => blobPath(digest)),
});
