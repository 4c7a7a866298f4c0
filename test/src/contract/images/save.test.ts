import { expect } from 'chai';
import { afterEach, beforeEach, it } from 'mocha';
import { makeImage, type TestImage } from '../../harness/busybox.js';
import { Registry } from '../../harness/registry.js';
import { readTar } from '../../harness/tar.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('save and prune', (suite) => {
  let one: TestImage;
  let two: TestImage;
  const load = async (tar: Buffer) => {
    const headers = { 'Content-Type': 'application/x-tar' };
    return suite.api.expect(await suite.api.call('POST', '/images/load', { body: tar, headers }), 200);
  };
  beforeEach('load images', async () => {
    one = await makeImage(['saved/one:v1', 'saved/one:v2'], { Labels: { number: 'one' } });
    two = await makeImage(['saved/two:latest'], { Labels: { number: 'two' } });
    await load(one.tar);
    await load(two.tar);
  });
  const remove = async () => {
    for (const { id } of [one, two]) await suite.api.delete(`/images/${id}`, { force: true });
  };
  afterEach('remove them', remove);
  const there = async (name: string) => (await suite.api.get(`/images/${name}/json`)).status === 200;
  const get = async (path: string, query = {}) => suite.api.expect(await suite.api.get(path, query), 200);

  it('writes an archive that can be loaded, with all names of one that has no tag', async () => {
    const { body } = await get('/images/saved/one/get');
    const files = await readTar(body);
    const [entry] = JSON.parse(files.get('manifest.json')!.content.toString()) as {
      Config: string;
      RepoTags: string[];
      Layers: string[];
    }[];
    expect(entry!.RepoTags.sort()).to.deep.equal(['saved/one:v1', 'saved/one:v2']);
    for (const path of [entry!.Config, ...entry!.Layers]) expect(files.has(path), path).to.equal(true);
    await remove();
    const loaded = await load(body);
    expect(loaded.text).to.include('Loaded image: saved/one:v1');
    for (const name of ['saved/one:v1', 'saved/one:v2', one.id])
      expect(await there(name), name).to.equal(true);
    const { stdout } = await suite.api.run({ Image: 'saved/one:v1', Cmd: ['echo', 'runs'] });
    expect(stdout).to.equal('runs\n');
  });

  it('writes several into one archive, by name and by id', async () => {
    const { body } = await get(`/images/get?names=saved/one:v1&names=${two.id}`);
    await remove();
    await load(body);
    expect([await there('saved/one:v1'), await there('saved/one:v2'), await there(two.id)]).to.deep.equal([
      true,
      false,
      true,
    ]);
    const unknown = await suite.api.get('/images/nosuch/get');
    expect(unknown.status).to.be.oneOf([404, 500]);
    expect(unknown.message).to.match(/reference does not exist|No such image/);
  });

  it('prunes images without a name, and all that nobody has when that is asked for', async () => {
    const prune = async (filters: object) =>
      suite.api
        .expect(await suite.api.post('/images/prune', undefined, { filters: JSON.stringify(filters) }), 200)
        .json<{ ImagesDeleted: { Untagged?: string; Deleted?: string }[] | null; SpaceReclaimed: number }>();
    const held = await suite.api.create({ Image: 'saved/two' });
    for (const name of ['saved/one:v1', 'saved/one:v2'])
      suite.api.expect(
        await suite.api.post(`/images/${two.id}/tag`, undefined, {
          repo: name.split(':')[0],
          tag: name.split(':')[1],
        }),
        201,
      );
    const spared = await prune({ 'label!': ['number'] });
    expect(spared.ImagesDeleted ?? []).to.deep.equal([]);
    const { ImagesDeleted } = await prune({ dangling: ['true'] });
    expect(ImagesDeleted!.map(({ Deleted }) => Deleted)).to.include(one.id);
    expect(await there(one.id)).to.equal(false);
    await prune({ dangling: ['false'], label: ['number=two'] });
    expect(await there(two.id)).to.equal(true);
    await suite.api.delete(`/containers/${held}`);
    await prune({ dangling: ['false'], label: ['number=two'] });
    expect(await there(two.id)).to.equal(false);
    const bad = await suite.api.post('/images/prune', undefined, {
      filters: JSON.stringify({ size: ['1'] }),
    });
    expect(bad.status).to.equal(400);
  });

  suite.since(
    '1.44',
    'older engines keep no manifests',
    'keeps the digest over pull, save, load and push',
    async () => {
      const registry = await Registry.start();
      const trip = await makeImage([], { Labels: { of: 'round trip' } });
      try {
        await registry.push(trip, 'round/trip', 'v1');
        const name = `${registry.host}/round/trip`;
        await suite.api.delete(`/images/${trip.id}`, { force: true });
        const pull = async () => {
          const { text } = await suite.api.post('/images/create', undefined, { fromImage: name, tag: 'v1' });
          return /Digest: (sha256:[0-9a-f]{64})/.exec(text)![1];
        };
        const digest = await pull();
        const { body } = await get(`/images/${name}:v1/get`);
        await suite.api.delete(`/images/${trip.id}`, { force: true });
        await load(body);
        const headers = { 'X-Registry-Auth': Buffer.from('{}').toString('base64') };
        const pushed = await suite.api.call('POST', `/images/${name}/push`, {
          query: { tag: 'v1' },
          headers,
        });
        expect(pushed.text).to.include(`"Digest":"${digest}"`);
        await suite.api.delete(`/images/${trip.id}`, { force: true });
        expect(await pull()).to.equal(digest);
      } finally {
        await suite.api.delete(`/images/${trip.id}`, { force: true });
        await registry.stop();
      }
    },
  );
});
