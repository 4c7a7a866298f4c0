import { expect } from 'chai';
import { afterEach, it } from 'mocha';
import { selectedEngines } from '../../harness/fleet.js';
import { onArca, onEachEngine, Suite } from '../../harness/suite.js';
import { Building, file } from './building.js';

const hits = (text: string): number => text.split('Using cache').length - 1;

onEachEngine('POST /build: the cache', (suite) => {
  const building = new Building(suite);
  afterEach('remove what was built', () => building.wipe());

  it('is hit by the same steps, and missed from the first change on', async () => {
    const dockerfile = 'FROM {base}\nENV A=1\nCOPY f /f\nRUN date +%N > /time\n';
    const first = await building.build(dockerfile, [file('f', 'x')], { t: 'cache/one' });
    const again = await building.build(dockerfile, [file('f', 'x')]);
    expect(again.id).to.equal(first.id);
    expect(hits(again.text)).to.equal(3);
    const changed = await building.build(dockerfile, [file('f', 'y')]);
    expect(changed.id).not.to.equal(first.id);
    expect(hits(changed.text)).to.equal(1);
    const without = await building.build(dockerfile, [file('f', 'x')], { nocache: 'true' });
    expect(without.id).not.to.equal(first.id);
    expect(hits(without.text)).to.equal(0);
  });

  it('knows values of arguments where a command sees them', async () => {
    const dockerfile = 'FROM {base}\nARG V\nRUN echo $V > /v\n';
    const build = (V: string) => building.build(dockerfile, [], { buildargs: JSON.stringify({ V }) });
    const one = await build('1');
    const two = await build('2');
    expect(two.id).not.to.equal(one.id);
    expect((await build('1')).id).to.equal(one.id);
  });

  it('takes steps of images that it is told of, and of no others', async () => {
    const dockerfile = 'FROM {base}\nENV A=1\nRUN date +%N > /time\nRUN echo more > /more\n';
    const first = await building.build(dockerfile, [], { t: 'source:one' });
    const saved = await suite.api.call('GET', '/images/source:one/get');
    await building.wipe();
    await suite.api.call('POST', '/images/load', { body: saved.body });
    const from = (...images: string[]) => ({ cachefrom: JSON.stringify(images) });
    const again = await building.build(dockerfile, [], from('missing', 'source:one'));
    expect(hits(again.text)).to.equal(3);
    expect(again.id).to.equal(first.id);
    const changed = dockerfile.replace('more > ', 'less > ');
    expect(hits((await building.build(changed, [], from('source:one'))).text)).to.equal(2);
    const script = 'cat /time';
    expect(await building.output(script, changed, [], from('source:one'))).to.equal(
      await building.output(script, dockerfile, [], from('source:one')),
    );
    await building.build('FROM {base}\nENV B=1\n', [], { t: 'source:other' });
    expect(hits((await building.build(dockerfile, [], from('source:other'))).text)).to.equal(0);
    expect(hits((await building.build(dockerfile, [], from('missing'))).text)).to.equal(0);
  });

  it('does not show its images among those that have a use', async () => {
    const { id } = await building.build('FROM {base}\nRUN echo 1 > /1\nRUN echo 2 > /2\n');
    const list = (await suite.api.get('/images/json')).json<{ Id: string; RepoTags: string[] | null }[]>();
    const nameless = list.filter(({ RepoTags }) => !RepoTags?.some((tag) => tag !== '<none>:<none>'));
    expect(nameless.map(({ Id }) => Id)).to.deep.equal([id]);
    const all = (await suite.api.get('/images/json', { all: true })).json<unknown[]>();
    expect(all.length).to.be.greaterThan(list.length);
  });

  it('leaves no container behind', async () => {
    await building.build('FROM {base}\nRUN true\n');
    await building.build('FROM {base}\nRUN false\n', [], { forcerm: 'true' });
    expect((await suite.api.get('/containers/json', { all: true })).json<unknown[]>()).to.deep.equal([]);
  });
});

onArca('POST /build on Arca', (suite) => {
  const building = new Building(suite);
  afterEach('remove what was built', () => building.wipe());

  it('gives the cache up by POST /build/prune, and keeps what has a name', async () => {
    const dockerfile = 'FROM {base}\nRUN head -c 300000 /dev/urandom > /big\nRUN echo 2 > /2\n';
    const { id } = await building.build(dockerfile, [], { t: 'prune/kept' });
    const answer = await suite.api.post('/build/prune', undefined, { all: 'true' });
    const { CachesDeleted, SpaceReclaimed } = answer.json<{
      CachesDeleted: string[];
      SpaceReclaimed: number;
    }>();
    expect(CachesDeleted).to.have.length(1);
    expect(SpaceReclaimed).to.equal(0); // the named image stands on the same layers
    expect((await suite.api.get(`/images/${id}/json`)).status).to.equal(200);
    expect(hits((await building.build(dockerfile)).text)).to.equal(0);
  });

  it('gives up what a build without the cache has taken the place of, too, and tells what that freed', async () => {
    const dockerfile = 'FROM {base}\nRUN head -c 500000 /dev/urandom > /big\nENV A=1\n';
    for (let count = 0; count < 2; count++)
      await building.build(dockerfile, [], { nocache: 'true', t: 'p/top' });
    suite.api.expect(await suite.api.delete('/images/p/top'), 200);
    suite.api.expect(await suite.api.post('/images/prune'), 200);
    const usage = (await suite.api.get('/system/df')).json<{
      BuildCache: { Size: number; Shared: boolean }[];
    }>();
    const own = usage.BuildCache.filter(({ Shared }) => !Shared);
    const shown = own.reduce((all, { Size }) => all + Size, 0);
    const pruned = await suite.api.post('/build/prune', undefined, { all: 'true' });
    expect(shown).to.be.greaterThan(2 * 2 * 500_000); // unpacked and packed
    expect(pruned.json<{ SpaceReclaimed: number }>().SpaceReclaimed).to.equal(shown);
    const { BuildCache } = (await suite.api.get('/system/df')).json<{ BuildCache: object[] }>();
    expect(BuildCache).to.deep.equal([]);
  });

  if (selectedEngines().includes('dockerd'))
    it('takes the steps of an image that dockerd has built', async () => {
      const other = new Suite('dockerd');
      const dockerfile =
        'FROM {base}\nENV A=1\nCOPY d /d\nCOPY d/f g /e/\nRUN echo x > /x\nADD g /h/\nWORKDIR /w\nCMD ["x"]\n';
      const entries = [file('d/f', 'f', 0o600), file('g', 'g')];
      const query = { t: 'made/by-dockerd' };
      try {
        expect((await new Building(other).build(dockerfile, entries, query)).error).to.equal('');
        const saved = await other.api.call('GET', '/images/made/by-dockerd/get');
        await suite.api.call('POST', '/images/load', { body: saved.body });
        const cachefrom = JSON.stringify(['made/by-dockerd']);
        const { text, id } = await building.build(dockerfile, entries, { cachefrom });
        expect(hits(text)).to.equal(7);
        expect((await suite.api.get('/images/made/by-dockerd/json')).json<{ Id: string }>().Id).to.equal(id);
      } finally {
        await new Building(other).wipe();
      }
    });

  it('takes heredocs and modes, which Docker leaves to BuildKit', async () => {
    const dockerfile = `FROM {base}
ARG WHO=me
RUN <<EOF
echo one > /a
echo two >> /a
EOF
COPY --chmod=0700 <<script <<"raw" /files/
for $WHO
script
not for $WHO
raw
`;
    const script = 'cat /a /files/script /files/raw; stat -c %a /files/raw';
    expect(await building.output(script, dockerfile)).to.equal('one\ntwo\nfor me\nnot for $WHO\n700\n');
  });

  it('refuses contexts that lead elsewhere', async () => {
    const { status } = await building.build('FROM {base}\n', [file('../out', 'x')]);
    expect(status).to.equal(400);
  });
});
