import { expect } from 'chai';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { makeImage, type TestImage } from '../../harness/busybox.js';
import type { Answer } from '../../harness/http.js';
import { RegistryGate } from '../../harness/registry-gate.js';
import { Registry } from '../../harness/registry.js';
import type { ImageInspect } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';

const CREDENTIALS = 'tester:secret word';

interface Line {
  status?: string;
  id?: string;
  error?: string;
  aux?: { Tag: string; Digest: string; Size: number };
}

onEachEngine('push', (suite) => {
  let image: TestImage;
  let registry: Registry;
  before('start a registry', async () => {
    registry = await Registry.start();
    image = await makeImage([], { Labels: { of: 'push' } });
  });
  after(() => registry.stop());
  beforeEach('load an image', async () => {
    const headers = { 'Content-Type': 'application/x-tar' };
    suite.api.expect(await suite.api.call('POST', '/images/load', { body: image.tar, headers }), 200);
  });
  afterEach('remove it', async () => {
    const left = await suite.api.get(`/images/${image.id}/json`);
    if (left.status === 200)
      suite.api.expect(await suite.api.delete(`/images/${image.id}`, { force: true }), 200);
  });

  const auth = (credentials?: string) => {
    const [username, password] = credentials?.split(':') ?? [];
    const text = Buffer.from(JSON.stringify({ username, password })).toString('base64');
    return { 'X-Registry-Auth': text.replaceAll('+', '-').replaceAll('/', '_') };
  };
  const tag = async (repo: string, label: string) =>
    suite.api.expect(await suite.api.post(`/images/${image.id}/tag`, undefined, { repo, tag: label }), 201);
  const push = (repo: string, label?: string, credentials?: string): Promise<Answer> =>
    suite.api.call('POST', `/images/${repo}/push`, { query: { tag: label }, headers: auth(credentials) });
  const lines = (answer: Answer): Line[] =>
    answer.text
      .trim()
      .split(/\r?\n/)
      .map((line) => JSON.parse(line) as Line);
  const repoDigests = async (): Promise<string[]> =>
    (await suite.api.get(`/images/${image.id}/json`)).json<ImageInspect>().RepoDigests;

  it('sends an image, tells its progress and its digest, and can be pulled again', async () => {
    const repo = `${registry.host}/team/app`;
    await tag(repo, 'v1');
    const told = lines(suite.api.expect(await push(repo, 'v1'), 200));
    expect(told[0]!.status).to.equal(`The push refers to repository [${repo}]`);
    expect(told.map(({ status }) => status)).to.include.members(['Preparing', 'Pushed']);
    const { aux } = told.at(-1)!;
    expect(aux!.Tag).to.equal('v1');
    expect(told.map(({ status }) => status)).to.include(`v1: digest: ${aux!.Digest} size: ${aux!.Size}`);
    expect(await repoDigests()).to.include(`${repo}@${aux!.Digest}`);
    suite.api.expect(await suite.api.delete(`/images/${image.id}`, { force: true }), 200);
    const pulled = await suite.api.post('/images/create', undefined, { fromImage: repo, tag: 'v1' });
    expect(pulled.text).to.include(`Digest: ${aux!.Digest}`);
    expect((await suite.api.get(`/images/${image.id}/json`)).status).to.equal(200);
    // What was pulled is there.
    expect(lines(await push(repo, 'v1')).map(({ status }) => status)).to.include('Layer already exists');
  });

  it('sends nothing twice, and takes over what another repository has', async () => {
    const repo = `${registry.host}/team/first`;
    await tag(repo, 'v1');
    const first = lines(await push(repo, 'v1')).at(-1)!.aux!;
    const again = lines(await push(repo, 'v1'));
    expect(again.map(({ status }) => status)).to.include('Layer already exists');
    expect(again.at(-1)!.aux).to.deep.equal(first);
    await tag(`${registry.host}/team/second`, 'v1');
    const other = lines(await push(`${registry.host}/team/second`, 'v1'));
    expect(other.map(({ status }) => status)).to.include('Mounted from team/first');
    expect(other.at(-1)!.aux!.Digest).to.equal(first.Digest);
  });

  it('sends all tags of a name without one', async () => {
    const repo = `${registry.host}/team/many`;
    for (const label of ['a', 'b']) await tag(repo, label);
    const told = lines(await push(repo));
    expect(told.flatMap(({ aux }) => aux?.Tag ?? []).sort()).to.deep.equal(['a', 'b']);
  });

  it('refuses what is not there', async () => {
    const answer = await push(`${registry.host}/team/nothing`, 'v1');
    const text = answer.status === 200 ? lines(answer).at(-1)!.error : answer.message;
    expect(text).to.match(/^(An image does not exist locally with the tag|tag does not exist)/);
  });

  describe('to a registry with passwords', () => {
    let closed: Registry;
    before(async () => (closed = await Registry.start({ basic: CREDENTIALS })));
    after(() => closed.stop());

    it('works with the right one alone', async () => {
      const repo = `${closed.host}/private/app`;
      await tag(repo, 'v1');
      expect(lines(await push(repo, 'v1', CREDENTIALS)).at(-1)!.aux!.Tag).to.equal('v1');
      for (const credentials of [undefined, 'tester:wrong']) {
        const answer = await push(repo, 'v1', credentials);
        expect(lines(answer).at(-1)!.error).to.match(
          /no basic auth credentials|unauthorized: authentication required/,
        );
      }
    });

    it('is checked by a login', async () => {
      const login = (username: string, password: string) =>
        suite.api.post('/auth', { username, password, serveraddress: closed.host });
      const good = await login('tester', 'secret word');
      expect(suite.api.expect(good, 200).json<object>()).to.deep.include({ Status: 'Login Succeeded' });
      const bad = await login('tester', 'wrong');
      expect(bad.status).to.equal(suite.versioned('1.42', 'a refusal became 401', 401, 500));
      expect(bad.message).to.match(/unauthorized/i);
      const open = await suite.api.post('/auth', {
        username: 'any',
        password: 'one',
        serveraddress: registry.host,
      });
      expect(open.status).to.equal(200);
    });
  });

  it('leaves an image that the registry tells of', async () => {
    const repo = `${registry.host}/team/told`;
    await tag(repo, 'v1');
    const { Digest, Size } = lines(await push(repo, 'v1')).at(-1)!.aux!;
    const answer = await suite.api.call('GET', `/distribution/${repo}:v1/json`, { headers: auth() });
    const { Descriptor, Platforms } = suite.api
      .expect(answer, 200)
      .json<{ Descriptor: object; Platforms: { os: string }[] }>();
    expect(Descriptor).to.deep.include({ digest: Digest, size: Size });
    expect(Platforms.map(({ os }) => os)).to.deep.equal(['linux']);
    const unknown = await suite.api.call('GET', `/distribution/${repo}:nosuch/json`, { headers: auth() });
    expect(unknown.status).to.be.oneOf([404, 403]);
  });

  it('finds what the search of a registry finds, by number, stars and whether it is official', async () => {
    const gate = await RegistryGate.open(registry.host);
    const found = (name: string, star_count: number, is_official: boolean) => ({
      ...{ name, description: `${name} & more`, star_count, is_official, is_automated: false },
    });
    const results = [found('library/app', 7, true), found('team/app', 3, false)];
    gate.handle = ({ line, response }) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(/search/.test(line) ? { query: 'app', num_results: 2, results } : {}));
    };
    try {
      const search = async (query: Record<string, unknown>) =>
        suite.api
          .expect(await suite.api.get('/images/search', { term: `${gate.host}/team/app`, ...query }), 200)
          .json<typeof results>();
      expect(await search({ limit: 9 })).to.deep.equal(results);
      expect(gate.seen.at(-1)!.line).to.equal('GET /v1/search?q=team%2Fapp&n=9');
      await search({});
      expect(gate.seen.at(-1)!.line).to.equal('GET /v1/search?q=team%2Fapp&n=25');
      expect(await search({ filters: { 'is-official': ['true'] } })).to.deep.equal(results.slice(0, 1));
      expect(await search({ filters: { stars: ['4'] } })).to.deep.equal(results.slice(0, 1));
      expect(await search({ filters: { stars: ['4'], 'is-official': ['false'] } })).to.deep.equal([]);
      const bad = await suite.api.get('/images/search', { term: 'app', filters: { stars: ['many'] } });
      expect(bad.status).to.equal(400);
      expect(bad.message).to.match(/^invalid filter 'stars=\[?many\]?'$/i);
    } finally {
      gate.close();
    }
  });

  it('cannot search a registry that has no search', async () => {
    const answer = await suite.api.get('/images/search', { term: `${registry.host}/app` });
    expect(answer.status).to.equal(500);
    expect(answer.message).to.match(/404/);
  });
});
