import { AgentError } from '@arca/agent-proto';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { digestOf, type Blob } from '../../containerd/content.js';
import { DOCKER_LIST, DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST } from '../manifest.js';
import { Authorizer, type Credentials } from './authorization.js';
import type { Endpoint } from './endpoints.js';
import { pauseAfter, RegistryError, registryError } from './failure.js';
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
    /** ms before the first repeated question. */
    private readonly retryDelay = 1000,
  ) {
    const scope = repository === '' ? '' : `repository:${repository}:${access}`;
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

  /**
   * A blob from an offset on. The registry may ignore the offset: `offset` of the answer, never beyond what was asked
   * for, is where it really begins.
   */
  async blob(
    digest: string,
    offset: number,
    signal?: AbortSignal,
  ): Promise<{ body: Response['body']; offset: number }> {
    const url = this.#url(`blobs/${digest}`);
    if (offset > 0) {
      // A redirect may lead to another host, which has its own ideas of ranges.
      const part = await this.#answer(url, { headers: { Range: `bytes=${offset}-` }, signal });
      if (part.status === 200) return { body: part.body, offset: 0 };
      const [, start = ''] = /^bytes (\d+)-/.exec(part.headers['content-range'] ?? '') ?? [];
      if (part.status === 206 && start !== '' && Number(start) <= offset)
        return { body: part.body, offset: Number(start) };
      if (part.status !== 206 && part.status !== 416) await this.#refused(part);
      part.body.destroy();
    }
    const { body } = await this.#asked(url, { signal });
    return { body, offset: 0 };
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
  has(digest: string, signal?: AbortSignal): Promise<boolean> {
    return this.#has(`blobs/${digest}`, {}, signal);
  }

  /** True when the repository has the manifest, or the index. */
  hasManifest(digest: string, signal?: AbortSignal): Promise<boolean> {
    return this.#has(`manifests/${digest}`, { Accept: MANIFESTS }, signal);
  }

  async #has(path: string, headers: Record<string, string>, signal?: AbortSignal): Promise<boolean> {
    const response = await this.#answer(this.#url(path), { method: 'HEAD', headers, signal });
    response.body.resume();
    if (response.status === 404) return false;
    if (response.status < 300) return true;
    throw registryError(response.status, response.statusText, '', response.headers);
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
    const url = this.#url(`blobs/uploads/${query}`);
    // To take it from there the registry wants to see that it may be read there.
    const further = from === undefined ? [] : [`repository:${from}:pull`];
    const response = await this.#asked(url, { method: 'POST', signal }, further);
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

  /**
   * Asks for the registry's root with what credentials there are: fails when they are not taken. Gives the identity
   * token that the registry wants to see in place of the password, or nothing.
   */
  async login(signal?: AbortSignal): Promise<string> {
    const response = await this.#asked(new URL(`${this.endpoint.url}/v2/`), { signal });
    response.body.resume();
    return this.#authorizer.identityToken;
  }

  /** Asked again, after a pause, while the registry is busy. */
  async #get(path: string, headers: Record<string, string>, signal?: AbortSignal): Promise<Response> {
    for (let failures = 1; ; failures++) {
      try {
        return await this.#asked(this.#url(path), { headers, signal });
      } catch (error) {
        signal?.throwIfAborted();
        const isBusy = error instanceof RegistryError && (error.status === 429 || error.status === 503);
        const pause = isBusy ? pauseAfter(error, failures, this.retryDelay) : undefined;
        if (pause === undefined) throw error;
        await delay(pause, undefined, { signal });
      }
    }
  }

  #url(path: string): URL {
    return new URL(`${this.endpoint.url}/v2/${this.repository}/${path}`);
  }

  /** The answer, whatever it is; asked again with what the registry asks for. */
  async #answer(url: URL, request: OutgoingRequest, further?: readonly string[]): Promise<Response> {
    const response = await this.#send(url, request, further);
    const challenge = response.headers['www-authenticate'];
    if (response.status !== 401 || challenge === undefined) return response;
    // A token has run out, or the registry asks for more here than for its root.
    if (request.body instanceof Readable) return response;
    response.body.resume();
    this.#authorizer.challenged(challenge);
    return this.#send(url, request, further);
  }

  async #asked(url: URL, request: OutgoingRequest, further?: readonly string[]): Promise<Response> {
    const response = await this.#answer(url, request, further);
    return response.status < 300 ? response : this.#refused(response);
  }

  async #refused(response: Response): Promise<never> {
    const body = (await readBody(response, LARGEST_ERROR)).toString('utf8');
    throw registryError(response.status, response.statusText, body, response.headers);
  }

  async #send(
    url: URL,
    { headers = {}, ...request }: OutgoingRequest,
    further?: readonly string[],
  ): Promise<Response> {
    let authorization: string | undefined;
    try {
      // A registry may send an upload to a place of somebody else's, whom the credentials are not for.
      const isOwn = url.origin === new URL(this.endpoint.url).origin;
      authorization = isOwn ? await this.#authorizer.header(request.signal, further) : undefined;
    } catch (error) {
      request.signal?.throwIfAborted();
      throw networkError(request.method ?? 'GET', url, error);
    }
    const sent = authorization === undefined ? headers : { ...headers, Authorization: authorization };
    return this.transport.request(url, { ...request, headers: sent });
  }
}
