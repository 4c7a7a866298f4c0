import { AgentError } from '@arca/agent-proto';
import { Readable } from 'node:stream';
import { digestOf, type Blob } from '../../containerd/content.js';
import { DOCKER_LIST, DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST } from '../manifest.js';
import { Authorizer, type Credentials } from './authorization.js';
import type { Endpoint } from './endpoints.js';
import { registryError } from './failure.js';
import { networkError } from './network-error.js';
import { readBody, type OutgoingRequest, type Response, type Transport } from './transport.js';

const LARGEST_MANIFEST = 4 * 1024 * 1024; // of the distribution specification
const LARGEST_ERROR = 64 * 1024;
const MOST_PAGES = 1000;
const MANIFESTS = [DOCKER_MANIFEST, DOCKER_LIST, OCI_MANIFEST, OCI_INDEX].join(', ');

export interface FetchedManifest {
  bytes: Buffer;
  digest: string;
  /** As the registry calls it. */
  mediaType: string;
}

/** One repository of one registry (OCI distribution specification, "pull"). */
export class RegistryClient {
  readonly #authorizer: Authorizer;

  constructor(
    private readonly transport: Transport,
    private readonly endpoint: Endpoint,
    private readonly repository: string,
    credentials?: Credentials,
    access: 'pull' | 'pull,push' = 'pull',
  ) {
    const scope = `repository:${repository}:${access}`;
    this.#authorizer = new Authorizer(transport, endpoint.mirror ? undefined : credentials, scope);
  }

  /** Learns whether the registry can be reached, and how it wants to be asked. */
  async ping(signal?: AbortSignal): Promise<void> {
    const response = await this.transport.request(new URL(`${this.endpoint.url}/v2/`), { signal });
    this.#authorizer.challenged(response.headers['www-authenticate'] ?? '');
    response.body.resume();
  }

  /** A manifest or index by tag or digest; verified in the latter case. */
  async manifest(reference: string, signal?: AbortSignal): Promise<FetchedManifest> {
    const response = await this.#get(`manifests/${reference}`, { Accept: MANIFESTS }, signal);
    const bytes = await readBody(response, LARGEST_MANIFEST);
    const digest = digestOf(bytes);
    if (reference.includes(':') && reference !== digest) {
      throw new AgentError('INTERNAL', `manifest verification failed for digest ${reference}`);
    }
    return { bytes, digest, mediaType: response.headers['content-type'] ?? '' };
  }

  /** A blob from an offset on. The registry may ignore the offset: `offset` of the answer is where it really begins. */
  async blob(
    digest: string,
    offset: number,
    signal?: AbortSignal,
  ): Promise<{ body: Response['body']; offset: number }> {
    const headers: Record<string, string> = offset > 0 ? { Range: `bytes=${offset}-` } : {};
    const { status, body } = await this.#get(`blobs/${digest}`, headers, signal);
    return { body, offset: status === 206 ? offset : 0 };
  }

  /** All tags of the repository. */
  async tags(signal?: AbortSignal): Promise<string[]> {
    const tags: string[] = [];
    let next: string | undefined = 'tags/list';
    for (let page = 0; next !== undefined && page < MOST_PAGES; page++) {
      const response: Response = await this.#get(next, {}, signal);
      const document = JSON.parse((await readBody(response, LARGEST_MANIFEST)).toString('utf8')) as {
        tags?: string[];
      };
      tags.push(...(document.tags ?? []));
      const link = /<([^>]*)>\s*;\s*rel="?next"?/.exec(String(response.headers.link ?? ''))?.[1];
      next = link === undefined ? undefined : `tags/list${new URL(link, this.endpoint.url).search}`;
    }
    return tags;
  }

  /** True when the registry has the blob. */
  async has(digest: string, signal?: AbortSignal): Promise<boolean> {
    const response = await this.#answer(this.#url(`blobs/${digest}`), { method: 'HEAD', signal });
    response.body.resume();
    if (response.status === 404) return false;
    if (response.status < 300) return true;
    throw registryError(response.status, response.statusText, '', response.headers['www-authenticate']);
  }

  /**
   * Begins an upload, or takes the blob over from another repository of the registry: undefined then. Else gives the
   * place to upload to.
   */
  async beginUpload(
    digest: string,
    from: string | undefined,
    signal?: AbortSignal,
  ): Promise<URL | undefined> {
    const query = from === undefined ? '' : `?${new URLSearchParams({ mount: digest, from })}`;
    const response = await this.#asked(this.#url(`blobs/uploads/${query}`), { method: 'POST', signal });
    response.body.resume();
    if (response.status === 201) return undefined;
    return new URL(response.headers.location ?? '', this.endpoint.url);
  }

  /** Sends a blob of a known length to the place that `beginUpload` gave. */
  async upload(place: URL, { digest, size }: Blob, body: Readable, signal?: AbortSignal): Promise<void> {
    const url = new URL(place);
    url.searchParams.set('digest', digest);
    const headers = { 'Content-Type': 'application/octet-stream', 'Content-Length': `${size}` };
    const response = await this.#asked(url, { method: 'PUT', headers, body, signal });
    response.body.resume();
  }

  async putManifest(tag: string, bytes: Uint8Array, mediaType: string, signal?: AbortSignal): Promise<void> {
    const headers = { 'Content-Type': mediaType, 'Content-Length': `${bytes.length}` };
    const response = await this.#asked(this.#url(`manifests/${tag}`), {
      method: 'PUT',
      headers,
      body: bytes,
      signal,
    });
    response.body.resume();
  }

  /** Asks for the registry's root with what credentials there are: fails when they are not taken. */
  async login(signal?: AbortSignal): Promise<void> {
    const response = await this.#asked(new URL(`${this.endpoint.url}/v2/`), { signal });
    response.body.resume();
  }

  #get(path: string, headers: Record<string, string>, signal?: AbortSignal): Promise<Response> {
    return this.#asked(this.#url(path), { headers, signal });
  }

  #url(path: string): URL {
    return new URL(`${this.endpoint.url}/v2/${this.repository}/${path}`);
  }

  /** The answer, whatever it is; asked again with what the registry asks for. */
  async #answer(url: URL, request: OutgoingRequest): Promise<Response> {
    const response = await this.#send(url, request);
    const challenge = response.headers['www-authenticate'];
    if (response.status !== 401 || challenge === undefined) return response;
    // A token has run out, or the registry asks for more here than for its root.
    if (request.body instanceof Readable) return response;
    response.body.resume();
    this.#authorizer.challenged(challenge);
    return this.#send(url, request);
  }

  async #asked(url: URL, request: OutgoingRequest): Promise<Response> {
    const response = await this.#answer(url, request);
    if (response.status < 300) return response;
    const body = (await readBody(response, LARGEST_ERROR)).toString('utf8');
    throw registryError(response.status, response.statusText, body, response.headers['www-authenticate']);
  }

  async #send(url: URL, { headers = {}, ...request }: OutgoingRequest): Promise<Response> {
    let authorization: string | undefined;
    try {
      // A registry may send an upload to a place of somebody else's, whom the credentials are not for.
      const isOwn = url.origin === new URL(this.endpoint.url).origin;
      authorization = isOwn ? await this.#authorizer.header(request.signal) : undefined;
    } catch (error) {
      request.signal?.throwIfAborted();
      throw networkError(request.method ?? 'GET', url, error);
    }
    const sent = authorization === undefined ? headers : { ...headers, Authorization: authorization };
    return this.transport.request(url, { ...request, headers: sent });
  }
}
