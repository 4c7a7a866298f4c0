import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { TestServer } from './testing/test-server.js';

const ALLOWED = 'https://console.example';

describe('pages of other origins', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await TestServer.start();
    server.handlers = { SystemVersion: async () => ({ Version: 'x' }) as never };
  });
  afterEach(() => server.close());

  it('may read answers, also failures, when their origin is allowed', async () => {
    for (const path of ['/version', '/nowhere', '/info']) {
      const { headers } = await server.ask(`GET ${path}`, undefined, { Origin: ALLOWED });
      expect(headers, path).to.include({
        'access-control-allow-origin': ALLOWED,
        'access-control-expose-headers': '*',
        vary: 'Origin',
      });
      expect(headers).not.to.have.property('access-control-allow-methods');
    }
  });

  it('are told before what they may send', async () => {
    const wish = { Origin: ALLOWED, 'Access-Control-Request-Method': 'DELETE' };
    const { status, headers } = await server.ask('OPTIONS /v1.51/containers/a', undefined, wish);
    expect(status).to.equal(200);
    expect(headers).to.include({
      'access-control-allow-origin': ALLOWED,
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE',
      'access-control-allow-headers': '*',
    });
  });

  it('learn nothing when it is not, and others are told nothing of it', async () => {
    for (const origin of [
      'https://other.example',
      `${ALLOWED}.evil`,
      'http://console.example',
      'null',
      undefined,
    ]) {
      const { headers } = await server.ask('GET /version', undefined, origin ? { Origin: origin } : {});
      const told = Object.keys(headers).filter(
        (name) => name.startsWith('access-control') || name === 'vary',
      );
      expect(told, origin).to.deep.equal([]);
    }
  });
});
