import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, copyFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, request } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { caught } from '../testing/testbed.js';
import { certificatesFor } from './certificates.js';
import { networkError } from './network-error.js';
import { readBody, Transport } from './transport.js';

describe('the way to a registry', () => {
  let directory: string;
  let secure: Server;
  let plain: Server;
  const portOf = (server: Server) => (server.address() as AddressInfo).port;

  before(async () => {
    directory = mkdtempSync(join(tmpdir(), `arca-transport-${process.pid}-`));
    const file = (name: string) => join(directory, name);
    const subject = ['-subj', '/CN=test', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    const key = [
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      file('key.pem'),
    ];
    execFileSync('openssl', ['req', '-x509', ...key, '-out', file('cert.pem'), '-days', '2', ...subject], {
      stdio: 'pipe',
    });
    const credentials = { key: readFileSync(file('key.pem')), cert: readFileSync(file('cert.pem')) };
    secure = createServer(credentials, (_, response) => response.end('secure')).listen(0, '127.0.0.1');
    plain = createHttpServer((incoming, response) => {
      if (incoming.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
      else if (incoming.url === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
      else response.end('plain');
    }).listen(0, '127.0.0.1');
    await Promise.all([once(secure, 'listening'), once(plain, 'listening')]);
  });
  after(() => {
    secure.close();
    plain.close();
    rmSync(directory, { recursive: true });
  });

  const get = async (url: string) => {
    const transport = new Transport({ certificateDirectories: [] });
    try {
      return (await readBody(await transport.request(new URL(url)), 100)).toString();
    } finally {
      await transport.close();
    }
  };
  /** What a check of the certificate finds, loopback or not. */
  const strict = async (options: object, host = '127.0.0.1') => {
    const url = new URL(`https://${host}:${portOf(secure)}/v2/`);
    const sent = request(url, { ...options, agent: false }).end();
    const outcome = await new Promise<Error | { statusCode?: number }>((resolve) => {
      sent.on('response', resolve).on('error', resolve);
    });
    sent.destroy();
    return outcome instanceof Error
      ? networkError('GET', url, outcome).message.replace(/^.*": /, '')
      : outcome.statusCode;
  };

  it('takes any certificate on loopback', async () => {
    expect(await get(`https://127.0.0.1:${portOf(secure)}/`)).to.equal('secure');
  });

  it('trusts the authorities of the host’s directory', async () => {
    const host = `registry.example:5000`;
    mkdirSync(join(directory, host));
    const without = await certificatesFor(host, [directory]);
    expect(await strict(without)).to.equal(
      'tls: failed to verify certificate: x509: certificate signed by unknown authority',
    );
    copyFileSync(join(directory, 'cert.pem'), join(directory, host, 'ca.crt'));
    const certificates = await certificatesFor(host, [directory, join(directory, 'nosuch')]);
    expect(await strict(certificates)).to.equal(200);
    expect(await strict({ ...certificates, servername: 'other.example' })).to.contain(
      'x509: certificate is not valid for',
    );
    copyFileSync(join(directory, 'cert.pem'), join(directory, host, 'client.cert'));
    copyFileSync(join(directory, 'key.pem'), join(directory, host, 'client.key'));
    expect(await certificatesFor(host, [directory])).to.have.keys('ca', 'cert', 'key');
  });

  it('says when the other side speaks plain HTTP', async () => {
    const url = `https://127.0.0.1:${portOf(plain)}/v2/`;
    expect((await caught(get(url))).message).to.equal(
      `Get "${url}": http: server gave HTTP response to HTTPS client`,
    );
  });

  it('goes through the proxy of the environment, but not to loopback', async () => {
    const before = process.env.http_proxy;
    const seen: (string | undefined)[] = [];
    const proxy = createHttpServer((incoming, response) => {
      seen.push(incoming.url);
      response.end('by proxy');
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    process.env.http_proxy = `http://127.0.0.1:${portOf(proxy)}`;
    try {
      expect(await get('http://registry.invalid/v2/')).to.equal('by proxy');
      expect(seen).to.deep.equal(['http://registry.invalid/v2/']);
      expect(await get(`http://127.0.0.1:${portOf(plain)}/`)).to.equal('plain');
    } finally {
      if (before === undefined) delete process.env.http_proxy;
      else process.env.http_proxy = before;
      proxy.close();
      proxy.closeAllConnections();
    }
  });

  it('does not follow redirects for ever, nor to files', async () => {
    for (const path of ['loop', 'file']) {
      const error = await caught(get(`http://127.0.0.1:${portOf(plain)}/${path}`));
      expect(error.message).to.contain('stopped after 10 redirects');
    }
  });

  it('does not read answers without end', async () => {
    const endless = createHttpServer((_, response) => response.end('x'.repeat(101))).listen(0, '127.0.0.1');
    await once(endless, 'listening');
    try {
      const error = await caught(get(`http://127.0.0.1:${portOf(endless)}/`));
      expect(error.message).to.contain('longer than 100 bytes');
    } finally {
      endless.close();
      endless.closeAllConnections();
    }
  });
});
