import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { pipeline, Readable } from 'node:stream';
import { AgentError } from '@arca/agent-proto';
import { CERTIFICATE_DIRECTORIES, certificatesFor } from './certificates.js';
import { isInsecure, isLoopback, type RegistryOptions } from './endpoints.js';
import { RegistryError } from './failure.js';
import { networkError } from './network-error.js';

export interface OutgoingRequest {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT';
  headers?: Record<string, string>;
  /** A stream is read once: its request is not sent on to where a redirect leads. */
  body?: string | Uint8Array | Readable;
  signal?: AbortSignal;
}

export interface Response {
  status: number;
  statusText: string;
  headers: IncomingMessage['headers'];
  body: IncomingMessage;
}

const MOST_REDIRECTS = 10;
const IDLE_LIMIT = 60_000; // ms without a byte
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** HTTP to registries and to what they refer to: proxies of the environment, certificates by host, redirects. */
export class Transport {
  readonly #options: RegistryOptions;
  readonly #agents = new Map<string, Promise<HttpAgent>>();

  constructor(options: RegistryOptions) {
    this.#options = options;
  }

  /** Follows redirects; credentials do not go along to another host. Rejects with INTERNAL and Docker's words. */
  async request(address: URL, { headers = {}, ...rest }: OutgoingRequest = {}): Promise<Response> {
    let [url, sent] = [address, headers];
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await this.#send(url, { ...rest, headers: sent });
      const { location } = response.headers;
      const isFollowed =
        REDIRECTS.has(response.status) && location !== undefined && !(rest.body instanceof Readable);
      if (!isFollowed) return response;
      response.body.resume();
      const next = new URL(location, url);
      if (next.protocol !== 'https:' && next.protocol !== 'http:') break;
      if (next.host !== url.host || next.protocol !== url.protocol) sent = withoutCredentials(sent);
      url = next;
    }
    const text = `Get "${address.href}": stopped after ${MOST_REDIRECTS} redirects`;
    // No reason to ask again.
    throw new AgentError('INTERNAL', text, undefined, { cause: new RegistryError(310, '', text) });
  }

  /** Closes idle connections. */
  async close(): Promise<void> {
    for (const agent of this.#agents.values()) (await agent.catch(() => undefined))?.destroy();
    this.#agents.clear();
  }

  async #send(url: URL, { method = 'GET', headers = {}, body, signal }: OutgoingRequest): Promise<Response> {
    const agent = await this.#agent(url);
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const request = send(url, {
        method,
        headers: { 'User-Agent': 'arca', ...headers },
        agent,
        signal,
        timeout: IDLE_LIMIT,
      });
      request.on('timeout', () => request.destroy(new Error('i/o timeout')));
      request.on('error', (error) =>
        reject(signal?.aborted ? (signal.reason as Error) : networkError(method, url, error)),
      );
      request.on('response', (response) => {
        const { statusCode = 0, statusMessage = '', headers: received } = response;
        resolve({ status: statusCode, statusText: statusMessage, headers: received, body: response });
      });
      if (!(body instanceof Readable)) return void request.end(body);
      pipeline(body, request, (error) => {
        if (error) request.destroy(error);
      });
    });
  }

  #agent(url: URL): Promise<HttpAgent> {
    const key = url.origin;
    const agent = this.#agents.get(key) ?? this.#makeAgent(url);
    this.#agents.set(key, agent);
    return agent;
  }

  async #makeAgent({ protocol, host }: URL): Promise<HttpAgent> {
    // As Go does, and so dockerd: loopback is never asked through a proxy.
    const common = { keepAlive: true, ...(!isLoopback(host) && { proxyEnv: process.env }) };
    if (protocol === 'http:') return new HttpAgent(common);
    const directories = this.#options.certificateDirectories ?? CERTIFICATE_DIRECTORIES;
    const certificates = await certificatesFor(host, directories);
    return new HttpsAgent({
      ...common,
      ...certificates,
      rejectUnauthorized: !isInsecure(host, this.#options),
    });
  }
}

function withoutCredentials(headers: Record<string, string>): Record<string, string> {
  const { Authorization: _, ...rest } = headers;
  return rest;
}

/** The body as text. INTERNAL beyond `limit` bytes. */
export async function readBody({ body }: Response, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += (chunk as Buffer).length;
    if (size > limit) throw new AgentError('INTERNAL', `the registry's answer is longer than ${limit} bytes`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
