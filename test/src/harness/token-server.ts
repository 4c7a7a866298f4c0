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
  requests: { scope: string; service: string; authorization: string | undefined }[];
  close(): void;
}

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Serves the registry token protocol: `GET ?service=&scope=` with basic credentials gives a signed token for the
 * scope asked for; without, or with others than `name:password`, 401.
 */
export async function startTokenServer(
  certificates: Certificates,
  credentials: string,
): Promise<TokenServer> {
  const requests: TokenServer['requests'] = [];
  const expected = `Basic ${Buffer.from(credentials).toString('base64')}`;
  const server = createServer((request, response) => {
    const parameters = new URL(request.url!, 'http://localhost').searchParams;
    const scope = parameters.get('scope') ?? '';
    requests.push({
      scope,
      service: parameters.get('service') ?? '',
      authorization: request.headers.authorization,
    });
    response.setHeader('Content-Type', 'application/json');
    if (request.headers.authorization !== expected) {
      response.writeHead(401).end(JSON.stringify({ details: 'incorrect username or password' }));
      return;
    }
    response.end(JSON.stringify({ token: signToken(certificates, scope), expires_in: 300 }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    realm: `http://127.0.0.1:${port}/token`,
    requests,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function signToken(certificates: Certificates, scope: string): string {
  const [type = '', name = '', actions = ''] = scope.split(':');
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
    access: scope === '' ? [] : [{ type, name, actions: actions.split(',') }],
  };
  const body = `${base64url(header)}.${base64url(claims)}`;
  const key = { key: readFileSync(certificates.key, 'utf8'), dsaEncoding: 'ieee-p1363' as const };
  return `${body}.${createSign('SHA256').update(body).sign(key, 'base64url')}`;
}
