import { expect } from 'chai';
import { it } from 'mocha';
import { request } from '../../harness/http.js';
import { KNOWN_VERSIONS, onEachEngine } from '../../harness/suite.js';

onEachEngine('GET and HEAD /_ping', (suite) => {
  for (const prefix of ['', '/v1.24', '/v1.30']) {
    it(`answers OK in plain text under "${prefix}/_ping"`, async () => {
      const ping = await request(suite.engine.socketPath, 'GET', `${prefix}/_ping`);
      expect(ping.status).to.equal(200);
      expect(ping.text).to.equal('OK');
      expect(ping.headers['content-type']).to.equal('text/plain; charset=utf-8');
    });
  }

  it('says what it is in the headers that clients negotiate by', async () => {
    const { headers } = await request(suite.engine.socketPath, 'GET', '/_ping');
    expect(headers['api-version']).to.equal(KNOWN_VERSIONS[suite.kind]);
    expect(headers.ostype).to.equal('linux');
    expect(headers['docker-experimental']).to.equal('false');
    expect(headers['cache-control']).to.equal('no-cache, no-store, must-revalidate');
    expect(headers.pragma).to.equal('no-cache');
    expect(headers.server).to.match(/ \(linux\)$/);
  });

  it('answers HEAD with the same headers and no body', async () => {
    const get = await request(suite.engine.socketPath, 'GET', '/_ping');
    const head = await request(suite.engine.socketPath, 'HEAD', '/_ping');
    expect(head.status).to.equal(200);
    expect(head.body).to.have.length(0);
    for (const name of ['api-version', 'ostype', 'docker-experimental', 'cache-control', 'content-type']) {
      expect(head.headers[name], name).to.equal(get.headers[name]);
    }
  });
});
