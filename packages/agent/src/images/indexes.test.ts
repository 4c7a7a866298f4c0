import { expect } from 'chai';
import { after, afterEach, before, describe, it } from 'mocha';
import { hostPlatform } from './platform.js';
import { makeImage, smallLayer, type MadeImage } from './testing/archives.js';
import { Registry } from './testing/registry.js';
import { caught, Testbed } from './testing/testbed.js';

const host = hostPlatform().architecture;
const ARCHITECTURES = [host, 's390x', 'riscv64'];

describe('indexes of several platforms', function () {
  this.timeout(60_000);
  let registry: Registry;
  let bed: Testbed;
  let name: string;
  let digest: string;
  const made: MadeImage[] = [];
  const platform = (index: number) => `linux/${ARCHITECTURES[index]}`;
  const available = async (reference: string) =>
    (await bed.images.get({ reference })).manifests.map((manifest) => manifest.available);
  before(async () => {
    registry = await Registry.start();
    bed = await Testbed.open();
    for (const architecture of ARCHITECTURES)
      made.push(makeImage([await smallLayer(architecture)], { architecture }));
    const entries = await Promise.all(made.map((image) => registry.pushEntry(image, 'group/many')));
    digest = await registry.pushIndex('group/many', '1', entries);
    name = `${registry.host}/group/many:1`;
  });
  afterEach(async () => {
    await bed.removeAll();
    const left = await bed.leftovers();
    expect(left).to.deep.equal({ blobs: [], ingests: [], snapshots: [] });
  });
  after(async () => {
    await bed.close();
    await registry.stop();
  });

  it('are kept with the platforms that were pulled', async () => {
    await bed.pull(name, { platform: platform(1) });
    const first = await bed.images.get({ reference: name });
    expect(first).to.include({ id: made[1]!.id, architecture: 's390x', indexDigest: digest });
    expect(first.repoDigests).to.deep.equal([`${registry.host}/group/many@${digest}`]);
    expect(await available(name)).to.deep.equal([false, true, false]);
    await bed.pull(name);
    const again = await bed.pull(name, { platform: platform(1) });
    expect(again.at(-1)!.status).to.equal(`Status: Image is up to date for ${name}`);
    for (const restarted of [false, true]) {
      if (restarted) await bed.restart();
      const { images } = await bed.images.list({});
      expect(images.map(({ id, repoTags }) => ({ id, repoTags }))).to.deep.equal([
        { id: made[0]!.id, repoTags: [name] },
      ]);
      expect(await available(name)).to.deep.equal([true, true, false]);
      const other = await bed.images.get({ reference: name, platform: platform(1) });
      expect(other).to.deep.include({ id: made[1]!.id, repoTags: [name] });
      expect(await bed.images.get({ reference: made[1]!.id.slice(7, 30) })).to.include({ id: made[1]!.id });
      const message = `image with reference ${name} was found but does not provide the specified platform (${platform(2)})`;
      expect(await caught(bed.images.get({ reference: name, platform: platform(2) }))).to.include({
        ...{ code: 'NOT_FOUND', message },
      });
    }
  });

  it('go to archives and come from them', async () => {
    await bed.pull(name);
    await bed.pull(name, { platform: platform(2) });
    const archive = await bed.save([name]);
    const one = await bed.save([name], platform(2));
    await bed.removeAll();
    await bed.load(archive);
    expect(await bed.images.get({ reference: name })).to.include({ id: made[0]!.id, indexDigest: digest });
    expect(await available(name)).to.deep.equal([true, false, true]);
    await bed.removeAll();
    await bed.load(archive, { platform: platform(2) });
    expect(await available(name)).to.deep.equal([false, false, true]);
    await bed.removeAll();
    await bed.load(one);
    expect(await bed.images.get({ reference: name })).to.include({ id: made[2]!.id, indexDigest: '' });
  });

  it('go to registries whole, or one manifest in their place', async () => {
    await bed.pull(name);
    const copy = `${registry.host}/group/copy:1`;
    await bed.images.tag({ source: name, target: copy });
    const single = await bed.push(copy);
    const { manifestDigest } = await bed.images.get({ reference: name });
    expect(single.find(({ pushed }) => pushed)!.pushed!.digest).to.equal(manifestDigest);
    const { instead } = single.find((line) => line.instead)!;
    expect(instead).to.deep.include({ index: { ...instead!.index, digest } });
    expect(instead!.manifest).to.include({ digest: manifestDigest });
    // The repository that it came from has what is not here.
    await bed.images.tag({ source: name, target: `${registry.host}/group/many:2` });
    const same = await bed.push(`${registry.host}/group/many:2`);
    expect(same.find(({ pushed }) => pushed)!.pushed!.digest).to.equal(digest);
    await bed.pull(name, { platform: platform(1) });
    await bed.pull(name, { platform: platform(2) });
    const whole = await bed.push(copy);
    expect(whole.find(({ pushed }) => pushed)!.pushed!.digest).to.equal(digest);
    const other = await bed.push(copy, { platform: platform(1) });
    const { manifests } = await bed.images.get({ reference: name });
    expect(other.find(({ pushed }) => pushed)!.pushed!.digest).to.equal(manifests[1]!.digest);
  });

  it('lose platforms one by one', async () => {
    for (const index of [0, 1, 2]) await bed.pull(name, { platform: platform(index) });
    const running = [{ imageId: made[1]!.id, containerId: 'c'.repeat(64), running: true }];
    const remove = (request: object) => bed.images.remove({ reference: name, force: true, ...request });
    expect(await caught(remove({ platforms: [platform(1)], inUse: running }))).to.include({
      code: 'FAILED_PRECONDITION',
    });
    expect(await caught(remove({ inUse: [{ ...running[0]!, running: false }], force: false }))).to.include({
      code: 'FAILED_PRECONDITION',
    });
    const { manifests } = await bed.images.get({ reference: name });
    const blobs = (await bed.leftovers()).blobs.length;
    expect((await remove({ platforms: [platform(0)] })).removed).to.deep.include.members([
      { ...(await remove({ platforms: [platform(1)] })).removed[0]!, deleted: manifests[0]!.digest },
    ]);
    expect(await available(name)).to.deep.equal([false, false, true]);
    expect(await bed.images.get({ reference: name })).to.include({ id: made[2]!.id });
    const left = await bed.leftovers();
    expect(left.blobs).to.have.length(blobs - 6); // manifest, configuration and layer of two
    expect(left.snapshots).to.have.length(1);
    await bed.restart();
    expect(await available(name)).to.deep.equal([false, false, true]);
    const { removed } = await remove({ platforms: [platform(2)] });
    expect(removed.map(({ untagged }) => untagged)).to.include(name);
  });

  it('give one platform up by its id', async () => {
    for (const index of [0, 1]) await bed.pull(name, { platform: platform(index) });
    await bed.images.remove({ reference: made[1]!.id });
    expect(await available(name)).to.deep.equal([true, false, false]);
  });
});
