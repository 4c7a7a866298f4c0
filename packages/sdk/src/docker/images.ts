import type { Readable } from 'node:stream';
import type { DockerClient } from '../docker-client.js';
import * as api from '../generated/sdk.gen.js';
import type {
  BuildInfo,
  CreateImageInfo,
  DistributionInspect,
  ImageBuildData,
  ImageDeleteResponseItem,
  ImageHistoryResponse,
  ImageInspect,
  ImageListData,
  ImagePruneResponse,
  ImageSearchData,
  ImageSearchResponse,
  ImageSummary,
  PushImageInfo,
} from '../generated/types.gen.js';
import type { ByteSource } from '../generated/types.gen.js';
import { queryOf, type Filters, type WithFilters } from './filters.js';
import { progress } from './progress.js';
import { headerValue, registryOf, splitTag, withTag, type RegistryCredentials } from './registry.js';

/** How an image comes or goes. */
export interface TransferOptions {
  platform?: string | undefined;
  /** Default: what `docker login` has kept for the registry. */
  auth?: RegistryCredentials | undefined;
  signal?: AbortSignal | undefined;
}

/** What to build: the parameters of the operation, and where the files come from. */
export type BuildOptions = NonNullable<ImageBuildData['query']> & {
  /**
   * A folder, less what its `.dockerignore` leaves out, or a tar. Default: none, for `remote`. With a folder
   * `dockerfile` is a path in it or outside of it.
   */
  context?: string | Exclude<ByteSource, string>;
  /** Credentials by registry, for what the build pulls. Default: all that `docker login` has kept. */
  auth?: Record<string, RegistryCredentials>;
  signal?: AbortSignal;
};

/** The images of a daemon. Streams of progress throw what goes wrong in them. */
export class Images {
  constructor(private readonly client: DockerClient) {}

  /** Those with a name or used by one; filters as those of `docker images`. */
  async list(query: WithFilters<ImageListData['query']> = {}): Promise<ImageSummary[]> {
    return (await api.imageList({ client: this.client, query: queryOf(query), throwOnError: true })).data;
  }

  /** All that the daemon knows of an image, by name or id. Throws NotFoundError. */
  async inspect(name: string): Promise<ImageInspect> {
    return (await api.imageInspect({ client: this.client, path: { name }, throwOnError: true })).data;
  }

  /** The steps that an image was made by, the last first. */
  async history(name: string): Promise<ImageHistoryResponse> {
    return (await api.imageHistory({ client: this.client, path: { name }, throwOnError: true })).data;
  }

  /** Pulls while it is read; a name without a tag means `latest`. */
  async *pull(
    reference: string,
    { platform, auth, signal }: TransferOptions = {},
  ): AsyncGenerator<CreateImageInfo> {
    const query = { fromImage: withTag(reference), ...(platform !== undefined && { platform }) };
    const call = { client: this.client, query, headers: await this.#auth(reference, auth), ...ended(signal) };
    const { data } = await api.imageCreate({ ...call, throwOnError: true });
    yield* progress(data as AsyncIterable<CreateImageInfo>, 'ImageCreate');
  }

  /** Pushes a tag while it is read. */
  async *push(
    reference: string,
    { platform, auth, signal }: TransferOptions = {},
  ): AsyncGenerator<PushImageInfo> {
    const { name, tag } = splitTag(withTag(reference));
    const query = { ...(tag !== '' && { tag }), ...(platform !== undefined && { platform }) };
    const headers = { 'X-Registry-Auth': headerValue({}), ...(await this.#auth(reference, auth)) };
    const call = { client: this.client, path: { name }, query, headers, ...ended(signal) };
    const { data } = await api.imagePush({ ...call, throwOnError: true });
    yield* progress(data as AsyncIterable<PushImageInfo>, 'ImagePush');
  }

  /** What a registry says of an image, without pulling it. */
  async distribution(reference: string, { auth }: TransferOptions = {}): Promise<DistributionInspect> {
    const headers = await this.#auth(reference, auth);
    const call = { client: this.client, path: { name: reference }, headers };
    return (await api.distributionInspect({ ...call, throwOnError: true })).data;
  }

  /** Images that a registry finds; Docker's own, unless the term begins with the name of another. */
  async search(
    term: string,
    query: WithFilters<Omit<ImageSearchData['query'], 'term'>> = {},
  ): Promise<ImageSearchResponse> {
    const call = { client: this.client, query: { ...queryOf(query), term } };
    return (await api.imageSearch({ ...call, throwOnError: true })).data;
  }

  /** Builds while it is read. A step that fails is thrown. */
  async *build({ context, auth, signal, ...query }: BuildOptions): AsyncGenerator<BuildInfo> {
    const { services } = this.client;
    const made =
      typeof context === 'string'
        ? await services.contextOf(context, { dockerfile: query.dockerfile })
        : { tar: context, ...(query.dockerfile !== undefined && { dockerfile: query.dockerfile }) };
    const call = {
      client: this.client,
      query: { ...query, ...(made.dockerfile !== undefined && { dockerfile: made.dockerfile }) },
      headers: { 'X-Registry-Config': headerValue(auth ?? (await services.allCredentials())) },
      ...(made.tar !== undefined && { body: made.tar }),
      ...ended(signal),
    };
    const { data } = await api.imageBuild({ ...call, throwOnError: true });
    yield* progress(data as AsyncIterable<BuildInfo>, 'ImageBuild');
  }

  /** Takes in an archive of `save`, while it is read. */
  async *load(archive: ByteSource, signal?: AbortSignal): AsyncGenerator<BuildInfo> {
    const call = { client: this.client, body: archive, ...ended(signal) };
    const { data } = await api.imageLoad({ ...call, throwOnError: true });
    yield* progress(data as AsyncIterable<BuildInfo>, 'ImageLoad');
  }

  /** Makes an image of a tar of files, while it is read. */
  async *import(
    archive: ByteSource,
    {
      signal,
      ...query
    }: { repo?: string; tag?: string; message?: string; changes?: string[]; signal?: AbortSignal } = {},
  ): AsyncGenerator<CreateImageInfo> {
    const call = { client: this.client, body: archive, query: { fromSrc: '-', ...query }, ...ended(signal) };
    const { data } = await api.imageCreate({ ...call, throwOnError: true });
    yield* progress(data as AsyncIterable<CreateImageInfo>, 'ImageCreate');
  }

  /** One or several images as a tar. */
  async save(...names: string[]): Promise<Readable> {
    return (await api.imageGetAll({ client: this.client, query: { names }, throwOnError: true })).data;
  }

  /** Gives an image a further name; one without a tag means `latest`. */
  async tag(source: string, target: string): Promise<void> {
    const { name: repo, tag } = splitTag(withTag(target));
    const call = { client: this.client, path: { name: source }, query: { repo, tag } };
    await api.imageTag({ ...call, throwOnError: true });
  }

  /** Takes a name away, and the image with its last; tells what was untagged and deleted. */
  async remove(
    name: string,
    query: { force?: boolean; noprune?: boolean } = {},
  ): Promise<ImageDeleteResponseItem[]> {
    return (await api.imageDelete({ client: this.client, path: { name }, query, throwOnError: true })).data;
  }

  /** Removes images without a name that nothing uses; with `{ dangling: ['false'] }` all that nothing uses. */
  async prune(filters: Filters = {}): Promise<ImagePruneResponse> {
    const query = queryOf({ filters });
    return (await api.imagePrune({ client: this.client, query, throwOnError: true })).data;
  }

  async #auth(reference: string, given: RegistryCredentials | undefined): Promise<Record<string, string>> {
    const auth = given ?? (await this.client.services.credentialsFor(registryOf(reference)));
    return auth === undefined ? {} : { 'X-Registry-Auth': headerValue(auth) };
  }
}

const ended = (signal: AbortSignal | undefined) => signal && { signal };
