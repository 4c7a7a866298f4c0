import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import type { Layers } from '../tasks/ports.js';
import { containerLayers } from './layers.js';
import { busyboxLayer, makeImage, savedArchive, smallLayer } from './testing/archives.js';
import { caught, Testbed } from './testing/testbed.js';

describe('layers of containers and files of images', function () {
  this.timeout(60_000);
  let bed: Testbed;
  let layers: Layers;
  let imageId: string;
  before(async () => {
    bed = await Testbed.open();
    layers = containerLayers(bed.containerd, bed.store);
    const image = makeImage([await busyboxLayer('layers'), await smallLayer('upper')]);
    await bed.load(await savedArchive(image, ['layers:1']));
    imageId = image.id;
  });
  after(() => bed.close());

  const text = async (path: string) => {
    const { found, content } = await bed.images.readFile({ id: imageId, path });
    return found ? Buffer.from(content).toString() : undefined;
  };

  it('reads files through links and layers', async () => {
    expect(await text('/etc/passwd')).to.equal('root:x:0:0:root:/:/bin/sh\n');
    expect(await text('etc/absolute')).to.equal('root:x:0:0:root:/:/bin/sh\n');
    expect(await text('/marker')).to.equal('layers');
    expect(await text('/file')).to.equal('upper');
    for (const path of [
      '/etc/outside',
      '/nosuch',
      '/etc',
      '/etc/passwd/x',
      '/etc/passwd/',
      '/../marker/..',
      '',
    ]) {
      expect(await text(path), path).to.equal(undefined);
    }
    expect(await text('/../marker')).to.equal('layers');
    expect(await caught(bed.images.readFile({ id: '0'.repeat(64), path: '/x' }))).to.include({
      code: 'NOT_FOUND',
    });
    expect(await caught(bed.images.readFile({ id: imageId, path: '/bin/busybox' }))).to.include({
      code: 'INVALID_ARGUMENT',
    });
  });

  it('makes a layer once, and removes it more than once', async () => {
    await layers.prepare('c1', imageId);
    await layers.prepare('c1', imageId);
    const [mount] = await layers.mounts('c1');
    expect(mount).to.include({ type: 'overlay' });
    expect(mount!.options.some((option) => option.startsWith('upperdir='))).to.equal(true);
    expect(await layers.list()).to.deep.equal(['c1']);
    expect(await layers.usage('c1')).to.have.keys('bytes', 'inodes');
    expect(String(await layers.readFile('c1', '/file'))).to.equal('upper');
    await layers.remove('c1');
    await layers.remove('c1');
    expect(await layers.list()).to.deep.equal([]);
  });

  it('keep the image of a container of which nobody else knows yet', async () => {
    const image = makeImage([await smallLayer('kept')]);
    await bed.load(await savedArchive(image, ['kept:1']));
    await layers.prepare('c3', image.id);
    const remove = (request = {}) => bed.images.remove({ reference: image.id, ...request });
    expect(await caught(remove())).to.include({ code: 'FAILED_PRECONDITION' });
    expect(await caught(remove({ force: true, unusedOnly: true }))).to.include({
      code: 'FAILED_PRECONDITION',
    });
    await layers.remove('c3');
    const { removed, reclaimed } = await remove({ force: true, unusedOnly: true });
    expect(removed.map(({ deleted }) => deleted)).to.include(image.id);
    expect(reclaimed).to.be.greaterThan(0);
  });

  it('says what is not there', async () => {
    for (const work of [layers.mounts('nosuch'), layers.usage('nosuch'), layers.readFile('nosuch', '/x')]) {
      expect(await caught(work)).to.include({ code: 'NOT_FOUND' });
    }
    expect(await caught(layers.prepare('c2', `sha256:${'0'.repeat(64)}`))).to.include({ code: 'NOT_FOUND' });
  });
});
