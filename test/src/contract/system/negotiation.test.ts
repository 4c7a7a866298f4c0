import { expect } from 'chai';
import { it } from 'mocha';
import { request } from '../../harness/http.js';
import { KNOWN_VERSIONS, onEachEngine } from '../../harness/suite.js';

onEachEngine('API version negotiation', (suite) => {
  const get = (path: string) => request(suite.engine.socketPath, 'GET', path);
  const current = () => KNOWN_VERSIONS[suite.kind];

  it('refuses a newer version and names the highest it knows', async () => {
    const [major, minor] = current().split('.').map(Number);
    const newer = `${major}.${minor! + 1}`;
    const answer = await get(`/v${newer}/containers/json`);
    expect(answer.status).to.equal(400);
    expect(answer.headers['content-type']).to.equal('application/json');
    expect(answer.json()).to.deep.equal({
      message: `client version ${newer} is too new. Maximum supported API version is ${current()}`,
    });
  });

  it('refuses a version that is too old and names the lowest it knows', async () => {
    const minimum = (await get('/version')).json<{ MinAPIVersion: string }>().MinAPIVersion;
    const answer = await get('/v1.11/containers/json');
    expect(answer.status).to.equal(400);
    const message =
      `client version 1.11 is too old. Minimum supported API version is ${minimum}, ` +
      'please upgrade your client to a newer version';
    // The lowest clients cannot read JSON errors: before 1.24 an error is plain text.
    expect(answer.text.trim()).to.equal(
      suite.versioned(
        '1.44',
        'plain-text errors for API below 1.24 went with it',
        JSON.stringify({ message }),
        message,
      ),
    );
  });

  it('takes every dotted number as a version', async () => {
    for (const version of ['1', '0.0', '1.2.3']) {
      expect((await get(`/v${version}/version`)).status, version).to.equal(400);
    }
  });

  suite.since('1.44', 'lowest version was raised to 1.24', 'supports 1.24 and nothing older', async () => {
    expect((await get('/version')).json()).to.include({ MinAPIVersion: '1.24' });
    expect((await get('/v1.24/containers/json')).status).to.equal(200);
    expect((await get('/v1.23/containers/json')).status).to.equal(400);
  });

  it('serves every version from 1.24 to its own', async () => {
    const [, highest] = current().split('.').map(Number);
    for (let minor = 24; minor <= highest!; minor += 1) {
      expect((await get(`/v1.${minor}/containers/json`)).status, `1.${minor}`).to.equal(200);
    }
  });

  it('takes a path without a prefix as its own version', async () => {
    const answer = await get('/containers/json');
    expect(answer.status).to.equal(200);
    expect(answer.headers['api-version']).to.equal(current());
  });

  it('stamps the same headers on an error as on success', async () => {
    const answer = await suite.api.get('/containers/nosuch/json');
    expect(answer.status).to.equal(404);
    expect(answer.headers).to.include({
      'api-version': current(),
      ostype: 'linux',
      'docker-experimental': 'false',
    });
    expect(answer.headers.server).to.match(/ \(linux\)$/);
  });

  it('answers an unknown page with 404 in JSON', async () => {
    for (const path of ['/nope', `/v${current()}/nope`, '/vx.y/version']) {
      const answer = await get(path);
      expect(answer.status, path).to.equal(404);
      expect(answer.headers['content-type'], path).to.equal('application/json');
      expect(answer.json(), path).to.deep.equal({ message: 'page not found' });
    }
  });

  it('answers a known page with a method that it does not have with 404', async () => {
    const answer = await suite.api.delete('/version');
    expect(answer.status).to.equal(404);
    expect(answer.json()).to.deep.equal({ message: 'page not found' });
  });
});
