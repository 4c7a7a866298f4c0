import { parseChallenges, type Challenge } from './challenge.js';
import { RegistryError, registryError } from './failure.js';
import { readBody, type Transport } from './transport.js';

/** What a person has given for a registry; empty where nothing. */
export interface Credentials {
  username: string;
  password: string;
  /** OAuth 2 refresh token. */
  identityToken: string;
  /** Bearer token to use as it is. */
  registryToken: string;
}

const CLIENT = 'arca';
const LARGEST_ANSWER = 1024 * 1024;
const SHORTEST_LIFE = 60; // s, when the server tells none: of the distribution project's token specification
const EARLY = 5_000; // ms before its end a token is not used any more

/** Makes the `Authorization` header for one repository of one registry, by what the registry has asked for. */
export class Authorizer {
  #challenges: Challenge[] = [];
  /** By the scopes that they are for. */
  readonly #tokens = new Map<string, { value: string; end: number }>();

  /** What a token server gave for use in place of the password; empty: nothing. */
  identityToken = '';

  constructor(
    private readonly transport: Transport,
    private readonly credentials: Credentials | undefined,
    /** `repository:<path>:pull`; empty: none, a login. */
    private readonly scope: string,
  ) {}

  /** Takes note of a `WWW-Authenticate` header; a token that was refused is not used again. */
  challenged(header: string): void {
    this.#challenges = parseChallenges(header);
    this.#tokens.clear();
  }

  /**
   * Undefined when nothing was asked for; `further` are scopes beside the repository's own. Throws an Error whose
   * message is dockerd's.
   */
  async header(signal?: AbortSignal, further: readonly string[] = []): Promise<string | undefined> {
    const { credentials } = this;
    if (credentials !== undefined && credentials.registryToken !== '')
      return `Bearer ${credentials.registryToken}`;
    const bearer = this.#challenges.find(({ scheme }) => scheme === 'bearer');
    if (bearer !== undefined) {
      const scopes = [this.scope, ...further].filter((scope) => scope !== '');
      return `Bearer ${await this.#bearer(bearer, scopes, signal)}`;
    }
    if (!this.#challenges.some(({ scheme }) => scheme === 'basic')) return undefined;
    const basic = this.#basic();
    if (basic === undefined) throw new RegistryError(401, 'UNAUTHORIZED', 'no basic auth credentials');
    return basic;
  }

  #basic(): string | undefined {
    const { username = '', password = '' } = this.credentials ?? {};
    if (username === '') return undefined;
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }

  async #bearer({ parameters }: Challenge, scopes: string[], signal?: AbortSignal): Promise<string> {
    const known = this.#tokens.get(scopes.join(' '));
    if (known !== undefined && Date.now() < known.end) return known.value;
    const { realm, service = '' } = parameters;
    if (realm === undefined || !URL.canParse(realm))
      throw new Error('no realm specified for token auth challenge');
    const identity = this.credentials?.identityToken ?? '';
    const response = await (identity === ''
      ? this.#ask(new URL(realm), service, scopes, signal)
      : this.#refresh(new URL(realm), service, scopes, identity, signal));
    const body = (await readBody(response, LARGEST_ANSWER)).toString('utf8');
    if (response.status >= 300) throw registryError(response.status, response.statusText, body);
    const { token, expiresIn, refreshToken } = parseToken(body);
    if (refreshToken !== '') this.identityToken = refreshToken;
    const end = Date.now() + Math.max(expiresIn, SHORTEST_LIFE) * 1000 - EARLY;
    this.#tokens.set(scopes.join(' '), { value: token, end });
    return token;
  }

  #ask(url: URL, service: string, scopes: string[], signal?: AbortSignal) {
    if (service !== '') url.searchParams.set('service', service);
    for (const scope of scopes) url.searchParams.append('scope', scope);
    const basic = this.#basic();
    if (basic !== undefined) url.searchParams.set('account', this.credentials?.username ?? '');
    if (this.scope === '') {
      url.searchParams.set('offline_token', 'true');
      url.searchParams.set('client_id', CLIENT);
    }
    return this.transport.request(url, {
      headers: basic === undefined ? {} : { Authorization: basic },
      signal,
    });
  }

  #refresh(url: URL, service: string, scopes: string[], token: string, signal?: AbortSignal) {
    const form = new URLSearchParams({ scope: scopes.join(' '), service, client_id: CLIENT });
    form.set('grant_type', 'refresh_token');
    form.set('refresh_token', token);
    if (this.scope === '') form.set('access_type', 'offline');
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    return this.transport.request(url, { method: 'POST', headers, body: form.toString(), signal });
  }
}

function parseToken(body: string): { token: string; expiresIn: number; refreshToken: string } {
  let document: Record<string, unknown> = {};
  try {
    document = JSON.parse(body) as Record<string, unknown>;
  } catch {
    // Told below.
  }
  const token = document.token ?? document.access_token;
  if (typeof token !== 'string' || token === '')
    throw new Error('authorization server did not include a token in the response');
  const { expires_in: expiresIn, refresh_token: refreshToken } = document;
  return {
    token,
    expiresIn: typeof expiresIn === 'number' ? expiresIn : 0,
    refreshToken: typeof refreshToken === 'string' ? refreshToken : '',
  };
}
