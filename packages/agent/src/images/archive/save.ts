import { Readable } from 'node:stream';
import { AgentError } from '@arca/agent-proto';
import type { Containerd } from '../../containerd/containerd.js';
import type { Descriptor } from '../../containerd/image-records.js';
import { endOfTar, padding, tarHeader } from '../../files/tar-writer.js';
import { givenNames, manifestOf, type NamedManifest, type StoredImage } from '../catalogue.js';
import type { PlatformImage } from '../indexes.js';
import { OCI_INDEX } from '../manifest.js';
import { familiar, parseDigest, parseReference, recordName, repositoryOf } from '../reference.js';
import type { ImageStore } from '../store.js';

/** What goes into an archive under the names that were asked for. */
interface Saved {
  /** An index or a manifest. */
  target: Descriptor;
  /** The image that readers see who know no index. */
  image: PlatformImage;
  /** Of everything that is here of it. */
  digests: string[];
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
  async save(references: readonly string[], platform = '', signal?: AbortSignal): Promise<Readable> {
    const images = await this.#choose(references, platform);
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

  async #choose(references: readonly string[], platform: string): Promise<Saved[]> {
    const chosen = new Map<string, Saved>();
    const take = async (text: string, name?: string) => {
      const image = await this.store.get(text);
      const saved =
        platform === '' ? whole(image, manifestOf(image, text)) : await this.#single(text, platform);
      const known = chosen.get(saved.target.digest) ?? saved;
      if (name !== undefined && !name.includes('@') && !known.names.includes(name)) known.names.push(name);
      chosen.set(saved.target.digest, known);
    };
    for (const text of references) {
      const tags = await this.#tagsOf(text);
      for (const name of tags) await take(name, name);
      if (tags.length > 0) continue;
      const name = this.#nameOf(text);
      const isName = name !== undefined && this.store.named(name) !== undefined;
      await take(text, isName ? name : undefined);
    }
    return [...chosen.values()];
  }

  async #single(text: string, platform: string): Promise<Saved> {
    const image = await this.store.getFor(text, platform);
    return single(image, manifestOf(image, text));
  }

  /** All tags of a repository that was named without one. */
  async #tagsOf(text: string): Promise<string[]> {
    if (parseDigest(text) !== undefined) return [];
    const asked = parseReference(text);
    if ((asked.tag ?? asked.digest) !== undefined) return [];
    const found: string[] = [];
    for (const image of await this.store.list()) {
      for (const name of givenNames(image)) {
        const reference = parseReference(name);
        if (reference.digest === undefined && repositoryOf(reference) === repositoryOf(asked))
          found.push(name);
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

/** All that is here of what a name stands for. */
function whole(image: StoredImage, { manifest, layers, index }: NamedManifest): Saved {
  const { id, config } = image;
  const main = { id, config, manifest, layers };
  if (index === undefined) return single(image, { manifest, layers });
  const parts = index.members.flatMap((member) =>
    member.parts ? [member, member.parts.config, ...member.parts.layers] : [],
  );
  const digests = [...index.indexes, ...parts].map(({ digest }) => digest);
  return { target: index.descriptor, image: main, digests, names: [] };
}

/** One platform alone. */
function single({ id, config }: StoredImage, { manifest, layers }: NamedManifest): Saved {
  const digests = [manifest, { digest: id }, ...layers].map(({ digest }) => digest);
  return { target: manifest, image: { id, config, manifest, layers }, digests, names: [] };
}

const digestsOf = (images: readonly Saved[]): string[] => [
  ...new Set(images.flatMap(({ digests }) => digests)),
];

/** The same image always gives the same archive: no times. */
const header = (name: string, type: 'file' | 'directory', size = 0): Buffer =>
  tarHeader({ name, type, size, mode: type === 'file' ? 0o644 : 0o755, uid: 0, gid: 0, modified: 0 });

const blobPath = (digest: string): string => `blobs/${digest.replace(':', '/')}`;

/** One entry a name, as readers of OCI layouts expect it. */
function index(images: readonly Saved[]) {
  const manifests = images.flatMap(({ target, names }) => {
    const { mediaType, digest, size } = target;
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

const legacyEntry = ({ image: { id, layers }, names }: Saved) => ({
  Config: blobPath(id),
  RepoTags: names.map((name) => familiar(parseReference(name))),
  Layers: layers.map(({ digest }: Descriptor) => blobPath(digest)),
});
