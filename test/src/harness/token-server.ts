import { createSign } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { certificateDer, type Certificates } from './certificate.js';

export const TOKEN_ISSUER = 'test-issuer';
export const TOKEN_SERVICE = 'test-registry';

/** A running token server, and every request that it saw. */
export interface TokenServer {
  realm: string;
  /** `scope`: all of them, with spaces between. */
  requests: { scope: string; service: string; authorization: string | undefined }[];
  /** What was sent to it in place of a password. */
  refreshed: string[];
  close(): void;
}

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What it gives to clients that ask for a token that lasts. */
export const IDENTITY_TOKEN = 'identity of the tester';

/**
 * Serves the registry token protocol: `GET ?service=&scope=` with basic credentials gives a signed token for the
 * scopes asked for, and with `offline_token` an identity token; `POST` takes that instead. Without, or with others than
 * `name:password`, 401.
 */
export async function startTokenServer(
  certificates: Certificates,
  credentials: string,
): Promise<TokenServer> {
  const requests: TokenServer['requests'] = [];
  const refreshed: string[] = [];
  const expected = `Basic ${Buffer.from(credentials).toString('base64')}`;
  const server = createServer(async (request, response) => {
    const { url = '' } = request;
    const { authorization } = request.headers;
    const parameters =
      request.method === 'POST'
        ? new URLSearchParams((await request.toArray()).join(''))
        : new URL(url, 'http://localhost').searchParams;
    const scope = parameters.getAll('scope').join(' ');
    requests.push({ scope, service: parameters.get('service') ?? '', authorization });
    response.setHeader('Content-Type', 'application/json');
    const identity = parameters.get('refresh_token');
    if (identity !== null) refreshed.push(identity);
    if (authorization !== expected && identity !== IDENTITY_TOKEN) {
      response.writeHead(401).end(JSON.stringify({ details: 'incorrect username or password' }));
      return;
    }
    const token = signToken(certificates, scope);
    const lasting = parameters.get('offline_token') === 'true' && { refresh_token: IDENTITY_TOKEN };
    response.end(JSON.stringify({ token, access_token: token, expires_in: 300, ...lasting }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    realm: `http://127.0.0.1:${port}/token`,
    requests,
    refreshed,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function signToken(certificates: Certificates, scope: string): string {
  const access = scope
    .split(' ')
    .filter(Boolean)
    .map((text) => {
      const [type = '', name = '', actions = ''] = text.split(':');
      return { type, name, actions: actions.split(',') };
    });
  const now = Math.floor(Date.now() / 1000);
  const header = { typ: 'JWT', alg: 'ES256', x5c: [certificateDer(certificates.certificate)] };
  const claims = {
    iss: TOKEN_ISSUER,
    aud: TOKEN_SERVICE,
    sub: 'tester',
    iat: now - 10,
    nbf: now - 10,
    exp: now + 300,
    jti: `${now}`,
    access,
  };
  const body = `${base64url(header)}.${base64url(claims)}`;
  const key = { key: readFileSync(certificates.key, 'utf8'), dsaEncoding: 'ieee-p1363' as const };
  return `${body}.${createSign('SHA256').update(body).sign(key, 'base64url')}`;
}
