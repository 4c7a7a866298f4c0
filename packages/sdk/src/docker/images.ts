import type { DockerClient } from '../create-client.js';
import * as api from '../generated/sdk.gen.js';
import type {
  BuildInfo,
  CreateImageInfo,
  ImageBuildData,
  ImageDeleteResponseItem,
  ImageInspect,
  ImageListData,
  ImageSummary,
  PushImageInfo,
} from '../generated/types.gen.js';
import { credentialsFor, registryOf, type RegistryCredentials } from './credentials.js';
import { progress } from './progress.js';

export interface TransferOptions {
  platform?: string | undefined;
  /** Default: what `docker login` has kept for the registry. */
  auth?: RegistryCredentials | undefined;
  signal?: AbortSignal | undefined;
}

type Bytes = AsyncIterable<Uint8Array> | Uint8Array;

/** The images of a daemon. Streams of progress throw what goes wrong in them. */
export class Images {
  constructor(private readonly client: DockerClient) {}

  async list(query: ImageListData['query'] = {}): Promise<ImageSummary[]> {
    return (await api.imageList({ client: this.client, query, throwOnError: true })).data;
  }

  async inspect(name: string): Promise<ImageInspect> {
    return (await api.imageInspect({ client: this.client, path: { name }, throwOnError: true })).data;
  }

  /** Pulls while it is read; a name without a tag means `latest`. */
  async *pull(
    reference: string,
    { platform, auth, signal }: TransferOptions = {},
  ): AsyncGenerator<CreateImageInfo> {
    const query = { fromImage: withTag(reference), ...(platform !== undefined && { platform }) };
    const headers = headersOf(auth ?? (await credentialsFor(registryOf(reference))));
    const call = { client: this.client, query, headers, ...(signal && { signal }) };
    const { data } = await api.imageCreate({ ...call, throwOnError: true } as never);
    yield* progress(data as unknown as AsyncIterable<CreateImageInfo>, 'ImageCreate');
  }

  /** Pushes a tag while it is read. */
  async *push(reference: string, { auth, signal }: TransferOptions = {}): AsyncGenerator<PushImageInfo> {
    const { name, tag } = split(withTag(reference));
    const call = {
      path: { name },
      query: tag === '' ? {} : { tag },
      headers: headersOf(auth ?? (await credentialsFor(registryOf(reference))) ?? {}),
      ...(signal && { signal }),
    };
    const { data } = await api.imagePush({ client: this.client, ...call, throwOnError: true } as never);
    yield* progress(data as unknown as AsyncIterable<PushImageInfo>, 'ImagePush');
  }

  /** Builds from a context, a tar, while it is read. */
  async *build(
    context: Bytes,
    query: ImageBuildData['query'] = {},
    signal?: AbortSignal,
  ): AsyncGenerator<BuildInfo> {
    const call = { client: this.client, body: context as never, query, ...(signal && { signal }) };
    const { data } = await api.imageBuild({ ...call, throwOnError: true });
    yield* progress(data as unknown as AsyncIterable<BuildInfo>, 'ImageBuild');
  }

  /** Takes in an archive of `save`, while it is read. */
  async *load(archive: Bytes, signal?: AbortSignal): AsyncGenerator<BuildInfo> {
    const call = { client: this.client, body: archive as never, ...(signal && { signal }) };
    const { data } = await api.imageLoad({ ...call, throwOnError: true });
    yield* progress(data as unknown as AsyncIterable<BuildInfo>, 'ImageLoad');
  }

  /** One or several images as a tar. */
  async save(...names: string[]): Promise<AsyncIterable<Uint8Array>> {
    const { data } = await api.imageGetAll({ client: this.client, query: { names }, throwOnError: true });
    return data as unknown as AsyncIterable<Uint8Array>;
  }

  async tag(source: string, target: string): Promise<void> {
    const { name: repo, tag } = split(withTag(target));
    await api.imageTag({
      client: this.client,
      path: { name: source },
      query: { repo, tag },
      throwOnError: true,
    });
  }

  async remove(name: string, query: { force?: boolean } = {}): Promise<ImageDeleteResponseItem[]> {
    return (await api.imageDelete({ client: this.client, path: { name }, query, throwOnError: true })).data;
  }
}

const hasTag = (reference: string): boolean =>
  /(:[\w.-]+|@\w+:[0-9a-f]+)$/.test(reference.split('/').at(-1)!);

const withTag = (reference: string): string => (hasTag(reference) ? reference : `${reference}:latest`);

/** A digest stays with the name: the daemon says what it thinks of that. */
function split(reference: string): { name: string; tag: string } {
  if (reference.includes('@')) return { name: reference, tag: '' };
  const colon = reference.lastIndexOf(':');
  return { name: reference.slice(0, colon), tag: reference.slice(colon + 1) };
}

/** Base64 with the URL alphabet and padding, as engines want it. */
const headersOf = (auth: RegistryCredentials | undefined): Record<string, string> =>
  auth === undefined
    ? {}
    : {
        'X-Registry-Auth': Buffer.from(JSON.stringify(auth))
          .toString('base64')
          .replaceAll('+', '-')
          .replaceAll('/', '_'),
      };
