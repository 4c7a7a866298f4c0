import {
  AgentError,
  type DistributionResponse,
  type LoginRequest,
  type PullImageRequest,
  type SearchRequest,
  type SearchResult,
} from '@arca/agent-proto';
import { parseObject } from './config.js';
import { isIndex, mediaTypeOf, parseIndex, parseManifest } from './manifest.js';
import { translate } from './pull.js';
import { DEFAULT_DOMAIN, parseReference, withDefaultTag } from './reference.js';
import { RegistryClient } from './registry/client.js';
import { endpointsOf, type Endpoint, type RegistryOptions } from './registry/endpoints.js';
import { RegistryError } from './registry/failure.js';
import { readBody, Transport } from './registry/transport.js';

const LARGEST_ANSWER = 4 * 1024 * 1024;
/** Where the default registry has its search: not where its images are. */
const DEFAULT_SEARCH = 'https://index.docker.io';

type Plain<T> = Omit<T, '$typeName' | '$unknown'>;

/** Questions to registries that bring no image. */
export class Inquiries {
  constructor(private readonly options: RegistryOptions) {}

  /**
   * Whether a registry takes the credentials, and the identity token that it gives for them. UNAUTHENTICATED, with the
   * registry's words, when it does not.
   */
  async login({ auth }: LoginRequest, signal?: AbortSignal): Promise<{ identityToken: string }> {
    const domain = hostOf(auth?.serverAddress ?? '');
    const log = async (transport: Transport, endpoint: Endpoint) => {
      const client = new RegistryClient(transport, endpoint, '', auth);
      await client.ping(signal);
      return client.login(signal);
    };
    try {
      return { identityToken: await this.#first(domain, log) };
    } catch (error) {
      signal?.throwIfAborted();
      if (!isRefused(error)) throw error;
      throw new AgentError('UNAUTHENTICATED', (error as Error).message, undefined, { cause: error });
    }
  }

  async distribution(
    request: PullImageRequest,
    signal?: AbortSignal,
  ): Promise<Omit<Plain<DistributionResponse>, 'platforms'> & { platforms: object[] }> {
    const reference = withDefaultTag(parseReference(request.reference));
    try {
      return await this.#first(reference.domain, async (transport, endpoint) => {
        const client = new RegistryClient(transport, endpoint, reference.path, request.auth);
        await client.ping(signal);
        const found = await client.manifest(reference.digest ?? reference.tag!, signal);
        const mediaType = mediaTypeOf(parseObject(found.bytes.toString('utf8'), 'manifest'), found.mediaType);
        const descriptor = { mediaType, digest: found.digest, size: found.bytes.length };
        if (isIndex(mediaType)) {
          const platforms = parseIndex(found.bytes).flatMap(({ platform }) => platform ?? []);
          return { ...descriptor, platforms };
        }
        const { config } = parseManifest(found.bytes, found.mediaType);
        const { body } = await client.blob(config.digest, 0, signal);
        const chunks: Uint8Array[] = [];
        for await (const chunk of body) chunks.push(chunk as Uint8Array);
        const document = parseObject(Buffer.concat(chunks).toString('utf8'), 'image configuration');
        const { architecture = '', os = '', variant = '' } = document as Record<string, string>;
        return { ...descriptor, platforms: [{ architecture, os, variant }] };
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw translate(error, reference);
    }
  }

  /** The search of version 1 of the registry's protocol, which is the one that there is. */
  async search(
    { term, limit }: SearchRequest,
    signal?: AbortSignal,
  ): Promise<{ results: Partial<Plain<SearchResult>>[] }> {
    const slash = term.indexOf('/');
    const host =
      slash > 0 && /[.:]|^localhost$/.test(term.slice(0, slash)) ? term.slice(0, slash) : undefined;
    const words = host === undefined ? term : term.slice(slash + 1);
    const find = async (transport: Transport, base: string) => {
      const url = new URL(`${base}/v1/search`);
      url.searchParams.set('q', words);
      if (limit > 0) url.searchParams.set('n', `${limit}`);
      const response = await transport.request(url, { signal });
      if (response.status !== 200) {
        response.body.resume();
        throw new AgentError('INTERNAL', `Unexpected status code ${response.status}`);
      }
      return parseResults((await readBody(response, LARGEST_ANSWER)).toString('utf8'));
    };
    const results =
      host === undefined
        ? await this.#with((transport) => find(transport, DEFAULT_SEARCH))
        : await this.#first(host, (transport, { url }) => find(transport, url));
    return { results };
  }

  async #with<T>(use: (transport: Transport) => Promise<T>): Promise<T> {
    const transport = new Transport(this.options);
    try {
      return await use(transport);
    } finally {
      await transport.close();
    }
  }

  /** From the first place of a domain that answers, however it does. */
  #first<T>(domain: string, use: (transport: Transport, endpoint: Endpoint) => Promise<T>): Promise<T> {
    return this.#with(async (transport) => {
      let failure: unknown;
      for (const endpoint of endpointsOf(domain, this.options).filter(({ mirror }) => !mirror)) {
        try {
          return await use(transport, endpoint);
        } catch (error) {
          failure = error;
          if (error instanceof RegistryError) break;
        }
      }
      throw failure;
    });
  }
}

/** The registry of a server address as clients have it: a host, or a URL, which for the default registry has a path. */
function hostOf(address: string): string {
  const host = address.replace(/^https?:\/\//, '').split('/', 1)[0] ?? '';
  return host === '' || host === 'index.docker.io' ? DEFAULT_DOMAIN : host;
}

const isRefused = (error: unknown): boolean =>
  (error instanceof RegistryError && (error.status === 401 || error.status === 403)) ||
  (error instanceof AgentError && /unauthorized|no basic auth credentials/.test(error.message));

function parseResults(text: string): Partial<Plain<SearchResult>>[] {
  const { results } = parseObject(text, 'search result') as { results?: unknown };
  return (Array.isArray(results) ? results : []).map((value: Record<string, unknown>) => ({
    name: String(value.name ?? ''),
    description: String(value.description ?? ''),
    stars: Number(value.star_count ?? 0),
    official: value.is_official === true,
    automated: value.is_automated === true,
  }));
}
