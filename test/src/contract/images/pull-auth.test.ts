import { expect } from 'chai';
import { after, afterEach, before, describe, it } from 'mocha';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeImage, type TestImage } from '../../harness/busybox.js';
import { makeCertificates, type Certificates } from '../../harness/certificate.js';
import type { Answer } from '../../harness/http.js';
import { Registry } from '../../harness/registry.js';
import { runDirectory } from '../../harness/run.js';
import { HOST_ADDRESS } from '../../harness/sandbox.js';
import { onEachEngine } from '../../harness/suite.js';
import { IDENTITY_TOKEN, startTokenServer, type TokenServer } from '../../harness/token-server.js';

const CREDENTIALS = 'tester:secret word';

onEachEngine('pull from registries that ask for more', (suite) => {
  let image: TestImage;
  let certificates: Certificates;

  before('make image and certificates', async () => {
    image = await makeImage([], { Labels: { of: 'auth' } });
    const directory = join(runDirectory(), `certificates-${suite.kind}`);
    mkdirSync(directory);
    certificates = await makeCertificates(directory, ['127.0.0.1', HOST_ADDRESS]);
  });
  afterEach('remove the image', () => suite.api.delete(`/images/${image.id}`, { force: true }));

  // URL alphabet, with padding: engines refuse it without.
  const authHeader = (auth: object): Record<string, string> => {
    const text = Buffer.from(JSON.stringify(auth)).toString('base64');
    return { 'X-Registry-Auth': text.replaceAll('+', '-').replaceAll('/', '_') };
  };
  const pull = (registry: Registry, credentials?: string, identitytoken?: string): Promise<Answer> => {
    const [username, password] = credentials?.split(':') ?? [];
    const auth = { username, password, identitytoken, serveraddress: registry.host };
    return suite.api.call('POST', '/images/create', {
      query: { fromImage: `${registry.host}/private/busybox`, tag: 'v1' },
      headers: (credentials ?? identitytoken) === undefined ? {} : authHeader(auth),
    });
  };
  const expectPulled = async (answer: Answer): Promise<void> => {
    expect(answer.status, answer.text).to.equal(200);
    expect(answer.text).to.include('Status: Downloaded newer image');
    expect((await suite.api.get(`/images/${image.id}/json`)).status).to.equal(200);
  };

  describe('basic authentication', () => {
    let registry: Registry;
    before(async () => {
      registry = await Registry.start({ basic: CREDENTIALS });
      await registry.push(image, 'private/busybox', 'v1');
    });
    after(() => registry.stop());

    it('pulls with the right password', async () => expectPulled(await pull(registry, CREDENTIALS)));

    it('fails without or with a wrong one', async () => {
      const without = await pull(registry);
      expect(without.status).to.equal(500);
      expect(without.message).to.match(/no basic auth credentials$/);
      const wrong = await pull(registry, 'tester:wrong');
      expect(wrong.status).to.equal(500);
      expect(wrong.message).to.match(/unauthorized: authentication required$/);
    });

    it('ignores a header that it cannot read, and asks without', async () => {
      const answer = await suite.api.call('POST', '/images/create', {
        query: { fromImage: `${registry.host}/private/busybox`, tag: 'v1' },
        headers: { 'X-Registry-Auth': 'no base64 at all' },
      });
      expect(answer.message).to.include('no basic auth credentials');
    });
  });

  describe('token authentication', () => {
    let registry: Registry;
    let tokens: TokenServer;
    before(async () => {
      tokens = await startTokenServer(certificates, CREDENTIALS);
      const open = await Registry.start();
      await open.push(image, 'private/busybox', 'v1');
      registry = await open.reopen({ token: { realm: tokens.realm, certificates } });
    });
    after(async () => {
      await registry.stop();
      tokens.close();
    });

    it('asks the token server, for this repository and this service', async () => {
      tokens.requests.length = 0;
      await expectPulled(await pull(registry, CREDENTIALS));
      expect(tokens.requests).to.not.be.empty;
      expect(tokens.requests.at(-1)).to.deep.equal({
        scope: 'repository:private/busybox:pull',
        service: 'test-registry',
        authorization: `Basic ${Buffer.from(CREDENTIALS).toString('base64')}`,
      });
    });

    it('gives an identity token at login, which then stands for the password', async () => {
      const [username, password] = CREDENTIALS.split(':');
      const login = await suite.api.post('/auth', { username, password, serveraddress: registry.host });
      expect(suite.api.expect(login, 200).json<object>()).to.deep.equal({
        Status: 'Login Succeeded',
        IdentityToken: IDENTITY_TOKEN,
      });
      tokens.refreshed.length = 0;
      await expectPulled(await pull(registry, undefined, IDENTITY_TOKEN));
      expect(new Set(tokens.refreshed)).to.deep.equal(new Set([IDENTITY_TOKEN]));
      await suite.api.delete(`/images/${image.id}`, { force: true });
      expect((await pull(registry, undefined, 'another')).message).to.match(
        /incorrect username or password$/,
      );
    });

    it('asks for both repositories when a layer is to be taken from another', async () => {
      await expectPulled(await pull(registry, CREDENTIALS));
      const repo = `${registry.host}/private/other`;
      suite.api.expect(await suite.api.post(`/images/${image.id}/tag`, undefined, { repo, tag: 'v1' }), 201);
      const pushed = await suite.api.call('POST', `/images/${repo}/push`, {
        query: { tag: 'v1' },
        headers: authHeader({ username: 'tester', password: 'secret word' }),
      });
      expect(pushed.text).to.include('Mounted from private/busybox');
      const asked = tokens.requests.map(({ scope }) => scope.replaceAll('push,pull', 'pull,push').split(' '));
      expect(asked.map((scopes) => scopes.sort())).to.deep.include([
        'repository:private/busybox:pull',
        'repository:private/other:pull,push',
      ]);
    });

    it('fails when the token server refuses', async () => {
      for (const credentials of [undefined, 'tester:wrong']) {
        const answer = await pull(registry, credentials);
        expect(answer.status).to.equal(500);
        expect(answer.message).to.match(/unauthorized: incorrect username or password$/);
      }
    });
  });

  describe('TLS', () => {
    let registry: Registry;
    before(async () => {
      // Loopback is exempt from certificate checks: this must be another address.
      registry = await Registry.start({ address: HOST_ADDRESS, tls: certificates });
      await registry.push(image, 'private/busybox', 'v1');
    });
    after(() => registry.stop());

    it('refuses a certificate of an authority that it does not know', async () => {
      const answer = await pull(registry);
      expect(answer.status).to.equal(500);
      expect(answer.message).to.include('x509: certificate signed by unknown authority');
    });

    it('trusts an authority in /etc/docker/certs.d/<host>/ca.crt', async () => {
      const directory = join('/etc/docker/certs.d', registry.host);
      mkdirSync(directory, { recursive: true });
      copyFileSync(certificates.authority, join(directory, 'ca.crt'));
      try {
        await expectPulled(await pull(registry));
      } finally {
        rmSync(directory, { recursive: true });
      }
    });
  });

  it('does not fall back to plain HTTP beyond loopback', async () => {
    const registry = await Registry.start({ address: HOST_ADDRESS });
    try {
      const answer = await pull(registry);
      expect(answer.status).to.equal(500);
      expect(answer.message).to.match(/server gave HTTP response to HTTPS client/);
    } finally {
      await registry.stop();
    }
  });
});
