import { expect } from 'chai';
import { after, afterEach, before, describe, it } from 'mocha';
import { familiarRecords } from './removal.js';
import { makeImage, savedArchive, smallLayer, type MadeImage } from './testing/archives.js';
import { caught, Testbed } from './testing/testbed.js';

describe('the image store', function () {
  this.timeout(60_000);
  let bed: Testbed;
  before(async () => (bed = await Testbed.open()));
  after(() => bed.close());
  afterEach(() => bed.removeAll());

  const loaded = async (tags: string[], text = tags.join(), layers: string[] = []): Promise<MadeImage> => {
    const image = makeImage(await Promise.all([...layers, text].map(smallLayer)), { text });
    await bed.load(await savedArchive(image, tags));
    return image;
  };
  const get = (reference: string) => bed.images.get({ reference });
  const remove = async (reference: string, more = {}) => {
    const { removed } = await bed.images.remove({ reference, ...more });
    return removed.map(({ untagged, deleted }) => untagged || deleted);
  };

  it('describes an image', async () => {
    const made = await loaded(['one:v1', 'host.example/two:v2']);
    const image = await get('one:v1');
    expect(image).to.deep.include({
      id: made.id,
      repoTags: ['one:v1', 'host.example/two:v2'],
      repoDigests: [],
      config: made.config.toString(),
      createdAt: Date.parse('2024-01-02T03:04:05Z'),
      layers: made.diffIds,
      os: 'linux',
    });
    expect(image.size).to.be.greaterThan(0);
    expect(image.layerSizes).to.deep.equal([image.size]);
    expect(image.taggedAt).to.be.greaterThan(Date.parse('2024-01-02'));
    expect(image.manifestDigest).to.match(/^sha256:[a-f0-9]{64}$/);
    expect((await bed.images.list({})).images).to.deep.equal([image]);
  });

  it('finds by name, id and beginning of an id', async () => {
    const { id } = await loaded(['find/me:v1']);
    const hex = id.slice('sha256:'.length);
    for (const name of [
      'find/me:v1',
      'docker.io/find/me:v1',
      id,
      hex,
      hex.slice(0, 12),
      hex.slice(0, 3),
      id.slice(0, 12),
    ]) {
      expect((await get(name)).id, name).to.equal(id);
    }
  });

  it('says what is not there, and what no name can be', async () => {
    for (const [name, message] of [
      ['nosuch', 'No such image: nosuch:latest'],
      ['no/such:x', 'No such image: no/such:x'],
      ['0'.repeat(64), `No such image: sha256:${'0'.repeat(64)}`],
    ] as const) {
      expect(await caught(get(name))).to.deep.include({ code: 'NOT_FOUND', message });
    }
    expect(await caught(get('a b'))).to.include({
      code: 'INVALID_ARGUMENT',
      message: 'invalid reference format',
    });
  });

  it('does not guess between several ids', async () => {
    const letters = new Map<string, string>();
    for (let index = 0; ; index++) {
      const { id } = await loaded([], `ambiguous ${index}`);
      const letter = id.charAt('sha256:'.length);
      if (letters.has(letter)) {
        expect(await caught(get(letter))).to.include({ code: 'NOT_FOUND' });
        return;
      }
      letters.set(letter, id);
    }
  });

  it('tags, and moves a tag so that the other image stays without one', async () => {
    const [first, second] = [await loaded(['tag/a:1']), await loaded(['tag/b:1'])];
    await bed.images.tag({ source: 'tag/a:1', target: 'tag/c' });
    expect((await get(first.id)).repoTags).to.deep.equal(['tag/a:1', 'tag/c:latest']);
    await bed.images.tag({ source: second.id, target: 'tag/a:1' });
    await bed.images.tag({ source: second.id, target: 'tag/c:latest' });
    expect(await get(first.id)).to.deep.include({ repoTags: [], taggedAt: 0 });
    expect((await get('tag/a:1')).id).to.equal(second.id);
    await bed.images.tag({ source: first.id, target: 'tag/again' });
    expect(await remove('tag/again')).to.include(first.id);
  });

  it('refuses bad targets and sources', async () => {
    await loaded(['tag/a:1']);
    const failure = (source: string, target: string) => caught(bed.images.tag({ source, target }));
    expect(await failure('nosuch', 'x')).to.include({
      code: 'NOT_FOUND',
      message: 'No such image: nosuch:latest',
    });
    for (const [target, message] of [
      ['UPPER', 'invalid reference format: repository name must be lowercase'],
      ['a:b:c', 'invalid reference format'],
      [`a@sha256:${'0'.repeat(64)}`, 'refusing to create a tag with a digest reference'],
    ] as const) {
      expect(await failure('tag/a:1', target)).to.include({ code: 'INVALID_ARGUMENT', message });
    }
  });

  it('untags, deletes, and tells which layers went', async () => {
    const base = await loaded(['layers/base:1'], 'top', ['shared']);
    const other = await loaded(['layers/other:1'], 'other', ['shared']);
    const chain = (await bed.store.config(base.id)).chainIds;
    await bed.images.tag({ source: base.id, target: 'layers/second' });
    expect(await remove('layers/second')).to.deep.equal(['layers/second:latest']);
    expect(await remove('layers/base:1')).to.deep.equal(['layers/base:1', base.id, chain[1]]);
    const others = (await bed.store.config(other.id)).chainIds;
    expect(await remove(other.id)).to.deep.equal(['layers/other:1', other.id, ...others.toReversed()]);
    expect(others[0]).to.equal(chain[0]);
    expect(await bed.leftovers()).to.deep.equal({ blobs: [], ingests: [], snapshots: [] });
  });

  it('obeys those who use the image', async () => {
    const { id } = await loaded(['used:1']);
    const use = (running: boolean) => ({ inUse: [{ imageId: id, containerId: 'c'.repeat(64), running }] });
    const refused = await caught(remove('used:1', use(false)));
    expect(refused).to.include({ code: 'FAILED_PRECONDITION' });
    expect(refused.message).to.contain(
      'unable to remove repository reference "used:1" (must force) - container cccccccccccc',
    );
    expect(await remove('used:1', { force: true, ...use(true) })).to.deep.equal(['used:1']);
    expect((await get(id)).repoTags).to.deep.equal([]);
    expect((await caught(remove(id, { force: true, ...use(true) }))).message).to.contain(
      '(cannot be forced)',
    );
    expect(await remove(id, { force: true, ...use(false) })).to.deep.equal([id]);
  });

  it('keeps the layers of a container whose image was removed by force', async () => {
    const { id } = await loaded(['kept:1']);
    const { snapshots } = bed.containerd;
    await snapshots.prepare('arca-kept', await bed.store.chainId(id));
    await remove('kept:1', { force: true, inUse: [{ imageId: id, containerId: 'kept', running: false }] });
    expect(await snapshots.mounts('arca-kept')).to.have.length(1);
    expect((await bed.leftovers()).snapshots).to.have.length(2);
    await snapshots.remove('arca-kept');
  });

  it('knows all of it again after a restart', async () => {
    await loaded(['restart:1', 'restart:2']);
    await loaded([], 'dangling');
    const before = (await bed.images.list({})).images;
    await bed.restart();
    const byId = (images: typeof before) => images.toSorted((a, b) => a.id.localeCompare(b.id));
    const sorted = byId((await bed.images.list({})).images);
    for (const image of [...sorted, ...before]) image.repoTags.sort();
    expect(sorted).to.deep.equal(byId(before));
    expect(before).to.have.length(2);
  });

  it('goes on when containerd was killed', async () => {
    const { id } = await loaded(['killed:1']);
    process.kill(bed.containerd.pid!, 'SIGKILL');
    await bed.images.tag({ source: id, target: 'killed:2' });
    expect((await get('killed:2')).id).to.equal(id);
    expect(await bed.store.chainId(id)).to.match(/^sha256:/);
  });

  it('tells tags and digests of records apart', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    expect(
      familiarRecords(['docker.io/library/x:1', `docker.io/library/x@${digest}`, 'h:1/y:2']),
    ).to.deep.equal({
      tags: ['x:1', 'h:1/y:2'],
      digests: [`x@${digest}`],
    });
  });
});
