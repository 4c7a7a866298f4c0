import { expect } from 'chai';
import { Readable } from 'node:stream';
import { after, afterEach, before, describe, it } from 'mocha';
import { bzip2, gzip, xz, zstd } from '../testing/packing.js';
import {
  layoutArchive,
  makeImage,
  savedArchive,
  sha256,
  smallLayer,
  writeTar,
  type MadeImage,
} from '../testing/archives.js';
import { all, caught, Testbed } from '../testing/testbed.js';

const NOTHING = { blobs: [], ingests: [], snapshots: [] };

describe('loading of images', function () {
  this.timeout(60_000);
  let bed: Testbed;
  let image: MadeImage;
  before(async () => {
    bed = await Testbed.open();
    image = makeImage([await smallLayer('lower'), await smallLayer('upper')]);
  });
  after(() => bed.close());
  afterEach(async () => {
    await bed.removeAll();
    expect(await bed.leftovers()).to.deep.equal(NOTHING);
  });

  const texts = async (archive: Buffer, options = {}) =>
    (await bed.load(archive, options)).map(({ stream }) => stream).filter((text) => text !== '');

  it('takes what docker save writes', async () => {
    const progress = await bed.load(await savedArchive(image, ['load:1', 'h.example/load:2']));
    const layerIds = image.diffIds.map((id) => id.slice(7, 19));
    // Begun and ended, side by side.
    expect(progress.filter(({ status }) => status === 'Loading layer').map(({ id }) => id)).to.have.members([
      ...[layerIds[0], layerIds[0], layerIds[1], layerIds[1]],
    ]);
    const [first, last] = progress.slice(-2);
    expect(first).to.include({ stream: 'Loaded image: load:1\n', reference: 'load:1', imageId: '' });
    expect(last).to.include({ stream: 'Loaded image: h.example/load:2\n', imageId: image.id });
    expect((await bed.images.get({ reference: 'load:1' })).layers).to.deep.equal(image.diffIds);
  });

  it('says nothing of layers when it is to be quiet, nor of those that are there', async () => {
    const archive = await savedArchive(image, ['load:1']);
    expect((await bed.load(archive, { quiet: true })).map(({ status }) => status)).to.deep.equal(['']);
    expect((await bed.load(archive)).map(({ status }) => status)).to.deep.equal(['']);
  });

  it('names an image without tags by its id', async () => {
    expect(await texts(await savedArchive(image, []))).to.deep.equal([`Loaded image ID: ${image.id}\n`]);
  });

  it('tells of a tag that moves', async () => {
    const other = makeImage([await smallLayer('other')]);
    await bed.load(await savedArchive(other, ['load:1']));
    expect(await texts(await savedArchive(image, ['load:1']))).to.deep.equal([
      `The image load:1 already exists, renaming the old one with ID ${other.id} to empty string\n`,
      'Loaded image: load:1\n',
    ]);
    expect((await bed.images.get({ reference: other.id })).repoTags).to.deep.equal([]);
  });

  for (const [name, pack] of Object.entries({ gzip, zstd, xz, bzip2 })) {
    it(`takes archives packed by ${name}`, async () => {
      expect(await texts(pack(await savedArchive(image, ['load:1'])))).to.deep.equal([
        'Loaded image: load:1\n',
      ]);
    });
  }

  it('takes layers that are links to others', async () => {
    const twice = makeImage([image.layers[0]!, image.layers[0]!]);
    const archive = await writeTar([
      { name: './config.json', content: twice.config },
      { name: './a/', type: 'directory' },
      { name: './a/layer.tar', content: twice.layers[0]! },
      { name: './b/layer.tar', type: 'symlink', linkname: '../a/layer.tar' },
      {
        name: 'manifest.json',
        content: '[{"Config":"config.json","RepoTags":null,"Layers":["a/layer.tar","b/layer.tar"]}]',
      },
    ]);
    expect(await texts(archive)).to.deep.equal([`Loaded image ID: ${twice.id}\n`]);
  });

  it('takes an OCI layout', async () => {
    const name = {
      'io.containerd.image.name': 'docker.io/library/layout:1',
      'org.opencontainers.image.ref.name': '1',
    };
    expect(await texts(await layoutArchive(image, { annotations: name }))).to.deep.equal([
      'Loaded image: layout:1\n',
    ]);
    expect((await bed.images.get({ reference: 'layout:1' })).id).to.equal(image.id);
  });

  it('takes an OCI layout with an index, packed layers and a mere tag', async () => {
    const annotations = { 'org.opencontainers.image.ref.name': 'latest' };
    for (const [suffix, pack] of Object.entries({ '+gzip': gzip, '+zstd': zstd })) {
      const compress = (layer: Buffer) => ({ bytes: pack(layer), suffix });
      const archive = await layoutArchive(image, { annotations, compress, nested: true });
      expect(await texts(archive)).to.deep.equal([`Loaded image ID: ${image.id}\n`]);
      await bed.removeAll();
    }
  });

  it('loads only the platform that is asked for', async () => {
    const archive = await savedArchive(image, ['load:1']);
    const error = await caught(bed.load(archive, { platform: 'linux/s390x' }));
    expect(error).to.include({ code: 'NOT_FOUND', message: 'no image for linux/s390x in the archive' });
    expect(await texts(archive, { platform: 'linux' })).to.deep.equal(['Loaded image: load:1\n']);
  });

  it('loads the same archive several times at once', async () => {
    const archive = await savedArchive(image, ['load:1']);
    const results = await Promise.all([1, 2, 3, 4].map(() => texts(archive)));
    for (const result of results) expect(result.at(-1)).to.equal('Loaded image: load:1\n');
  });

  it('gives up when told to, and leaves the archive to its owner', async () => {
    const archive = await savedArchive(image, ['load:1']);
    async function* stalled() {
      yield archive.subarray(0, 2000);
      await new Promise(() => undefined);
    }
    const source = Readable.from(stalled());
    const stop = new AbortController();
    const failure = caught(all(bed.streams.load(source, {}, { signal: stop.signal })));
    setTimeout(() => stop.abort(), 50);
    expect(await failure).to.include({ code: 'CANCELLED' });
    expect(source.destroyed).to.equal(false);
    source.destroy();
  });

  describe('refuses', () => {
    const refused = async (archive: Buffer, message: RegExp) => {
      const error = await caught(bed.load(archive));
      expect(error.message).to.match(message);
      expect(error.code).to.be.oneOf(['INVALID_ARGUMENT', 'INTERNAL']);
      expect((await bed.images.list({})).images).to.deep.equal([]);
      expect(await bed.leftovers()).to.deep.equal(NOTHING);
    };
    const saved = (overrides: Record<string, Buffer | string | null>) =>
      savedArchive(image, ['bad:1'], overrides);

    it('what is no archive', async () => {
      await refused(Buffer.from('no tar at all'), /^invalid archive: unexpected EOF$/);
      await refused(Buffer.alloc(2048, 'x'), /^invalid archive: not a tar archive, or damaged$/);
      await refused(Buffer.alloc(0), /it has neither manifest.json nor index.json$/);
      await refused(gzip(Buffer.from('no tar')), /^invalid archive/);
    });

    it('what is cut off', async () => {
      const whole = await saved({});
      for (const length of [100, 700, 3000]) {
        await refused(whole.subarray(0, length), /unexpected EOF|is missing|neither/);
      }
      for (const pack of [gzip, zstd, xz]) {
        const packed = pack(whole);
        await refused(packed.subarray(0, packed.length - 20), /^invalid archive/);
      }
    });

    it('a layer that is not what the configuration says', async () => {
      await refused(
        await saved({ 'layer1/layer.tar': await smallLayer('forged') }),
        /^invalid diffID for layer 1: expected/,
      );
    });

    it('a layer that is no archive', async () => {
      const forged = makeImage([Buffer.alloc(2048, 'x')]);
      await refused(await savedArchive(forged, []), /^failed to extract layer: /);
    });

    it('a missing layer, configuration or manifest', async () => {
      await refused(await saved({ 'layer0/layer.tar': null }), /layer0\/layer.tar is missing/);
      await refused(await saved({ [`${image.id.slice(7)}.json`]: null }), /\.json is missing/);
      await refused(await saved({ 'manifest.json': null }), /neither manifest.json nor index.json/);
    });

    it('manifests that make no sense', async () => {
      const config = `${image.id.slice(7)}.json`;
      const item = (fields: object) =>
        JSON.stringify([{ Config: config, RepoTags: [], Layers: [], ...fields }]);
      for (const [text, message] of [
        ['{', /invalid manifest.json/],
        ['{}', /no list/],
        ['[null]', /no Config/],
        [item({ Config: 5 }), /no Config/],
        [item({ Layers: 'x' }), /Layers is no list/],
        [item({ Layers: ['layer0/layer.tar'] }), /layers length mismatch/],
        [item({ Layers: ['../../etc/passwd', 'x'] }), /leads out of it/],
        [item({ Config: '/etc/passwd' }), /leads out of it/],
        [item({ Config: 'layer0/layer.tar' }), /invalid image configuration/],
      ] as const) {
        await refused(await saved({ 'manifest.json': text }), message);
      }
      const layers = ['layer0/layer.tar', 'layer1/layer.tar'];
      await refused(
        await saved({ 'manifest.json': item({ Layers: layers, RepoTags: ['UPPER:1'] }) }),
        /lowercase/,
      );
      await refused(
        await saved({ 'manifest.json': item({ Layers: layers, RepoTags: ['a'] }) }),
        /invalid tag "a"/,
      );
    });

    it('paths and links that lead out', async () => {
      for (const entry of [
        { name: '../out', content: 'x' },
        { name: '/absolute', content: 'x' },
        { name: 'a/../../out', content: 'x' },
        { name: 'link', type: 'symlink' as const, linkname: '../../etc' },
        { name: 'link', type: 'link' as const, linkname: '/etc/passwd' },
      ]) {
        await refused(await writeTar([entry]), /leads out of it/);
      }
      const loop = await writeTar([
        { name: 'c', type: 'symlink', linkname: 'c' },
        { name: 'manifest.json', content: '[{"Config":"c","Layers":[]}]' },
      ]);
      await refused(loop, /c is missing/);
    });

    it('images of another system', async () => {
      await refused(
        await savedArchive(makeImage([], { os: 'windows' }), []),
        /^cannot load windows image on linux$/,
      );
    });

    it('blobs that are not what their name says', async () => {
      const archive = await writeTar([{ name: `blobs/sha256/${'0'.repeat(64)}`, content: 'x' }]);
      await refused(archive, /does not match its digest/);
      const foreign = sha256('missing').slice(7);
      const manifest = {
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        digest: `sha256:${foreign}`,
        size: 1,
      };
      await refused(
        await writeTar([{ name: 'index.json', content: JSON.stringify({ manifests: [manifest] }) }]),
        /is missing/,
      );
    });
  });
});
