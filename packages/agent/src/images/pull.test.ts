import { expect } from 'chai';
import { after, afterEach, before, describe, it } from 'mocha';
import { makeImage, savedArchive, smallLayer, type MadeImage } from './testing/archives.js';
import { Gate, type Passing } from './testing/gate.js';
import { Registry } from './testing/registry.js';
import { caught, Testbed } from './testing/testbed.js';

const NOTHING = { blobs: [], ingests: [], snapshots: [] };

describe('pulling of images', function () {
  this.timeout(60_000);
  let bed: Testbed;
  let registry: Registry;
  let image: MadeImage;
  let pushed: { digest: string; layers: string[] };
  const gates: Gate[] = [];

  before(async () => {
    [bed, registry] = await Promise.all([Testbed.open(), Registry.start()]);
    const layers = ['one', 'two', 'three', 'four'].map((text) => smallLayer(text.padEnd(300_000, text)));
    image = makeImage(await Promise.all(layers));
    pushed = await registry.push(image, 'group/app', 'v1');
  });
  after(async () => {
    await registry.stop();
    await bed.close();
  });
  afterEach(async () => {
    for (const gate of gates.splice(0)) gate.close();
    await bed.removeAll();
    expect(await bed.leftovers()).to.deep.equal(NOTHING);
  });

  const gate = async (handle: (passing: Passing) => void | Promise<void>): Promise<Gate> => {
    const opened = await Gate.open(registry.host, handle);
    gates.push(opened);
    return opened;
  };
  const statuses = async (reference: string, request = {}) =>
    (await bed.pull(reference, request)).map(({ status }) => status);

  it('reports as Docker does', async () => {
    const name = `${registry.host}/group/app:v1`;
    const progress = await bed.pull(name);
    expect(progress[0]).to.include({ id: 'v1', status: 'Pulling from group/app' });
    const [digestLine, last] = progress.slice(-2);
    expect(digestLine!.status).to.equal(`Digest: ${pushed.digest}`);
    expect(last).to.include({
      status: `Status: Downloaded newer image for ${name}`,
      imageId: image.id,
      reference: name,
    });
    for (const layer of pushed.layers) {
      const own = progress.filter(({ id }) => id === layer.slice(7, 19)).map(({ status }) => status);
      const order = [
        'Pulling fs layer',
        'Downloading',
        'Verifying Checksum',
        'Download complete',
        'Extracting',
        'Pull complete',
      ];
      expect(own.filter((status, index) => status !== 'Waiting' && status !== own[index - 1])).to.deep.equal(
        order,
      );
    }
    const begun = progress.filter(({ status }) => status === 'Pulling fs layer').map(({ id }) => id);
    expect(begun).to.deep.equal(pushed.layers.map((digest) => digest.slice(7, 19)));
    expect(progress.filter(({ status }) => status === 'Waiting')).to.have.length(1);
    const pulled = await bed.images.get({ reference: name });
    expect(pulled).to.deep.include({ id: image.id, repoTags: [name] });
    expect(pulled.repoDigests).to.deep.equal([`${registry.host}/group/app@${pushed.digest}`]);
    expect(pulled.manifestDigest).to.equal(pushed.digest);
  });

  it('finds out that the image is up to date', async () => {
    const name = `${registry.host}/group/app:v1`;
    await bed.pull(name);
    const again = await statuses(name);
    expect(again.at(-1)).to.equal(`Status: Image is up to date for ${name}`);
    expect(again).to.have.length(3);
  });

  it('pulls by digest', async () => {
    const name = `${registry.host}/group/app@${pushed.digest}`;
    expect((await statuses(name)).at(-1)).to.equal(`Status: Downloaded newer image for ${name}`);
    const pulled = await bed.images.get({ reference: name });
    expect(pulled).to.deep.include({ repoTags: [], repoDigests: [name] });
    expect((await bed.images.remove({ reference: name })).removed[0]).to.include({ untagged: name });
  });

  it('takes only what it has not got', async () => {
    const other = makeImage([...image.layers.slice(0, 2), await smallLayer('another')]);
    await registry.push(other, 'group/other', 'v1');
    const counting = await gate(({ pass }) => pass());
    await bed.pull(`${registry.host}/group/app:v1`);
    const progress = await bed.pull(`${counting.host}/group/other:v1`);
    expect(progress.filter(({ status }) => status === 'Already exists')).to.have.length(2);
    expect(counting.count('/blobs/')).to.equal(2); // the configuration and one layer
  });

  it('names an image that was loaded, without taking it again', async () => {
    await bed.load(await savedArchive(image, ['loaded:1']));
    const counting = await gate(({ pass }) => pass());
    await bed.pull(`${counting.host}/group/app:v1`);
    expect(counting.count('/blobs/')).to.equal(0);
    const { repoTags } = await bed.images.get({ reference: image.id });
    expect(repoTags).to.deep.equal(['loaded:1', `${counting.host}/group/app:v1`]);
  });

  it('takes each layer once when two pulls want it', async () => {
    const counting = await gate(({ pass }) => pass());
    const names = ['a', 'b', 'c'];
    for (const tag of names) await registry.push(makeImage(image.layers, { tag }), 'group/shared', tag);
    await Promise.all(names.map((tag) => bed.pull(`${counting.host}/group/shared:${tag}`)));
    for (const layer of pushed.layers) expect(counting.count(layer), layer).to.equal(1);
    expect((await bed.images.list({})).images).to.have.length(3);
  });

  it('chooses the platform in an index', async () => {
    const config = (architecture: string) => makeImage([], { architecture });
    const [ppc, s390x] = [config('ppc64le'), config('s390x')];
    const entries = await Promise.all([ppc, s390x].map((one) => registry.pushEntry(one, 'group/many')));
    const index = await registry.pushIndex('group/many', 'all', entries);
    const name = `${registry.host}/group/many:all`;
    const lines = await statuses(name, { platform: 'linux/s390x' });
    expect(lines).to.include(`Digest: ${index}`);
    expect(await bed.images.get({ reference: name })).to.include({ id: s390x.id, architecture: 's390x' });
    expect(await caught(bed.pull(name, { platform: 'linux/mips64le' }))).to.include({
      code: 'NOT_FOUND',
      message: 'no matching manifest for linux/mips64le in the manifest list entries',
    });
  });

  it('pulls all tags', async () => {
    for (const tag of ['x', 'y']) await registry.push(makeImage([], { tag }), 'group/tags', tag);
    await bed.pull(`${registry.host}/group/tags`, { allTags: true });
    const { images } = await bed.images.list({});
    const tags = images.flatMap(({ repoTags }) => repoTags);
    expect(tags).to.have.members(['x', 'y'].map((tag) => `${registry.host}/group/tags:${tag}`));
    const error = await caught(bed.pull(`${registry.host}/group/tags:x`, { allTags: true }));
    expect(error).to.include({ code: 'INVALID_ARGUMENT', message: "tag can't be used with --all-tags/-a" });
  });

  it('asks a mirror for what has no registry in its name', async () => {
    await registry.push(image, 'library/mirrored', 'latest');
    const mirrored = await Testbed.open({ registryMirrors: [`http://${registry.host}`] });
    try {
      const progress = await mirrored.pull('mirrored');
      expect(progress[0]).to.include({ id: 'latest', status: 'Pulling from library/mirrored' });
      expect(progress.at(-1)!.status).to.equal('Status: Downloaded newer image for mirrored:latest');
      const { repoTags, repoDigests } = await mirrored.images.get({ reference: image.id });
      expect(repoTags).to.deep.equal(['mirrored:latest']);
      expect(repoDigests[0]).to.match(/^mirrored@sha256:/);
    } finally {
      await mirrored.close();
    }
  });
});
