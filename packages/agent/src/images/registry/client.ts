import { AgentError } from '@arca/agent-proto';
import { digestOf } from '../../containerd/content.js';
import { DOCKER_LIST, DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST } from '../manifest.js';
import { Authorizer, type Credentials } from './authorization.js';
import type { Endpoint } from './endpoints.js';
import { registryError } from './failure.js';
import { networkError } from './network-error.js';
import { readBody, type Response, type Transport } from './transport.js';

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
  ) {
    const scope = `repository:${repository}:pull`;
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

  async #get(path: string, headers: Record<string, string>, signal?: AbortSignal): Promise<Response> {
    const url = new URL(`${this.endpoint.url}/v2/${this.repository}/${path}`);
    let response = await this.#send(url, headers, signal);
    const challenge = response.headers['www-authenticate'];
    if (response.status === 401 && challenge !== undefined) {
      // A token has run out, or the registry asks for more here than for its root.
      response.body.resume();
      this.#authorizer.challenged(challenge);
      response = await this.#send(url, headers, signal);
    }
    if (response.status < 300) return response;
    const body = (await readBody(response, LARGEST_ERROR)).toString('utf8');
    throw registryError(response.status, response.statusText, body, response.headers['www-authenticate']);
  }

  async #send(url: URL, headers: Record<string, string>, signal?: AbortSignal): Promise<Response> {
    let authorization: string | undefined;
    try {
      authorization = await this.#authorizer.header(signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw networkError('GET', url, error);
    }
    const sent = authorization === undefined ? headers : { ...headers, Authorization: authorization };
    return this.transport.request(url, { headers: sent, signal });
  }
}
