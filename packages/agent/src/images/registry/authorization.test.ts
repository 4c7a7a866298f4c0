import { expect } from 'chai';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it } from 'mocha';
import { makeImage, smallLayer, type MadeImage } from '../testing/archives.js';
import { Gate } from '../testing/gate.js';
import { Registry } from '../testing/registry.js';
import { caught, Testbed } from '../testing/testbed.js';

const basic = (credentials: string) => `Basic ${Buffer.from(credentials).toString('base64')}`;

describe('pulling with credentials', function () {
  this.timeout(60_000);
  let bed: Testbed;
  let image: MadeImage;
  before(async () => {
    bed = await Testbed.open();
    image = makeImage([await smallLayer('private')]);
  });
  after(() => bed.close());
  afterEach(() => bed.removeAll());

  const auth = (username: string, password: string, more = {}) => ({ auth: { username, password, ...more } });

  describe('from a registry with basic authentication', () => {
    let registry: Registry;
    let name: string;
    before(async () => {
      registry = await Registry.start('someone:some word:');
      await registry.push(image, 'private/app', 'v1');
      name = `${registry.host}/private/app:v1`;
    });
    after(() => registry.stop());

    it('works with the right password', async () => {
      expect((await bed.pull(name, auth('someone', 'some word:'))).at(-1)!.imageId).to.equal(image.id);
    });

    it('fails without one and with another', async () => {
      const url = `http://${registry.host}/v2/private/app/manifests/v1`;
      expect(await caught(bed.pull(name))).to.include({
        code: 'INTERNAL',
        message: `Get "${url}": no basic auth credentials`,
      });
      const wrong = await caught(bed.pull(name, auth('someone', 'wrong')));
      expect(wrong).to.include({ code: 'INTERNAL', message: 'unauthorized: authentication required' });
    });
  });

  describe('from a registry that wants tokens', () => {
    let registry: Registry;
    let tokens: Server;
    let realm: string;
    let gate: Gate;
    let issued = 0;
    let refuse: string | undefined;
    const asked: { method: string; url: URL; authorization?: string; body: string }[] = [];

    before(async () => {
      registry = await Registry.start();
      await registry.push(image, 'private/app', 'v1');
      tokens = createServer(async (request, response) => {
        const body = await text(request);
        const url = new URL(request.url!, 'http://tokens');
        const { authorization } = request.headers;
        asked.push({ method: request.method!, url, authorization, body });
        if (authorization === basic('someone:wrong')) {
          response.writeHead(401).end('{"details":"incorrect username or password"}');
        } else if (refuse !== undefined) response.end(refuse);
        else response.end(JSON.stringify({ token: `token${++issued}`, expires_in: 300 }));
      });
      tokens.listen(0, '127.0.0.1');
      await once(tokens, 'listening');
      realm = `http://127.0.0.1:${(tokens.address() as AddressInfo).port}/token?client=x`;
      gate = await Gate.open(registry.host, ({ request, response, pass }) => {
        const challenge = `Bearer realm="${realm}",service="test service",scope="ignored"`;
        const [scheme, token] = (request.headers.authorization ?? '').split(' ');
        if (scheme === 'Bearer' && (token === `token${issued}` || token === 'given')) return pass();
        response
          .writeHead(401, { 'www-authenticate': challenge })
          .end('{"errors":[{"code":"UNAUTHORIZED"}]}');
      });
    });
    after(async () => {
      gate.close();
      tokens.close();
      await registry.stop();
    });
    afterEach(() => {
      asked.length = 0;
      refuse = undefined;
    });

    const pull = (request = {}) => bed.pull(`${gate.host}/private/app:v1`, request);

    it('asks for one without a name', async () => {
      await pull();
      expect(asked).to.have.length(1);
      const [{ method, url, authorization }] = asked as [(typeof asked)[0]];
      expect({ method, authorization }).to.deep.equal({ method: 'GET', authorization: undefined });
      expect(Object.fromEntries(url.searchParams)).to.deep.equal({
        client: 'x',
        service: 'test service',
        scope: 'repository:private/app:pull',
      });
    });

    it('asks for one with name and password', async () => {
      await pull(auth('someone', 'word'));
      expect(asked[0]).to.include({ method: 'GET', authorization: basic('someone:word') });
      expect(asked[0]!.url.searchParams.get('account')).to.equal('someone');
    });

    it('asks for one with an identity token', async () => {
      await pull(auth('<token>', '', { identityToken: 'refresh me' }));
      expect(asked[0]).to.include({ method: 'POST', authorization: undefined });
      expect(Object.fromEntries(new URLSearchParams(asked[0]!.body))).to.include({
        grant_type: 'refresh_token',
        refresh_token: 'refresh me',
        service: 'test service',
        scope: 'repository:private/app:pull',
      });
    });

    it('uses the one it was given', async () => {
      await pull(auth('', '', { registryToken: 'given' }));
      expect(asked).to.deep.equal([]);
    });

    it('asks anew when one has run out', async () => {
      let blobs = 0;
      const fickle = await Gate.open(gate.host, ({ request, pass }) => {
        // What was issued until then does not count any more.
        if (request.url!.includes('/blobs/') && ++blobs === 1) issued += 1;
        return pass();
      });
      try {
        await bed.pull(`${fickle.host}/private/app:v1`);
        expect(asked).to.have.length(2);
      } finally {
        fickle.close();
      }
    });

    it('tells what the token server says', async () => {
      const url = `http://${gate.host}/v2/private/app/manifests/v1`;
      const wrong = await caught(pull(auth('someone', 'wrong')));
      expect(wrong).to.include({
        code: 'INTERNAL',
        message: `Get "${url}": unauthorized: incorrect username or password`,
      });
      for (const nonsense of ['', '{}', '{"token":5}', '[]']) {
        refuse = nonsense;
        expect((await caught(pull())).message, nonsense).to.contain('did not include a token');
      }
    });
  });

  it('does not hand credentials to the other host to which an upload is sent', async () => {
    const registry = await Registry.start();
    const elsewhere = await Gate.open(registry.host, ({ request, response }) => {
      request.resume().once('end', () => response.writeHead(400).end());
    });
    const gate = await Gate.open(registry.host, async ({ request, response, forward, pass }) => {
      if (request.headers.authorization === undefined) {
        response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
      } else if (request.method === 'POST') {
        const answer = await forward();
        const { pathname, search } = new URL(answer.headers.location!, `http://${registry.host}`);
        const location = `http://${elsewhere.host}${pathname}${search}`;
        response.writeHead(answer.statusCode!, { ...answer.headers, location }).end();
        answer.resume();
      } else return pass();
    });
    try {
      await registry.push(image, 'public/app', 'v1');
      await bed.pull(`${registry.host}/public/app:v1`);
      const reference = `${gate.host}/private/app:v1`;
      await bed.images.tag({ source: image.id, target: reference });
      const request = { reference, ...auth('someone', 'word') };
      const pushed = async () => {
        for await (const _ of bed.images.push(request));
      };
      await caught(pushed());
      expect(elsewhere.headers.length).to.be.greaterThan(0);
      expect(elsewhere.headers.filter(({ authorization }) => authorization !== undefined)).to.deep.equal([]);
    } finally {
      gate.close();
      elsewhere.close();
      await registry.stop();
    }
  });

  it('does not hand credentials to another host', async () => {
    const registry = await Registry.start();
    const { layers } = await registry.push(image, 'private/app', 'v1');
    const elsewhere = await Gate.open(registry.host, ({ pass }) => pass());
    const gate = await Gate.open(registry.host, ({ request, response, pass }) => {
      if (request.headers.authorization === undefined) {
        response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
      } else if (request.url!.includes(layers[0]!)) {
        response.writeHead(307, { location: `http://${elsewhere.host}${request.url}` }).end();
      } else return pass();
    });
    try {
      await bed.pull(`${gate.host}/private/app:v1`, auth('someone', 'word'));
      expect(elsewhere.headers.map(({ authorization }) => authorization)).to.deep.equal([undefined]);
    } finally {
      gate.close();
      elsewhere.close();
      await registry.stop();
    }
  });
});

async function text(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
