import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { Containerd } from '../containerd/containerd.js';
import { OCI_INDEX } from './manifest.js';
import { hostPlatform } from './platform.js';
import { ImageStore } from './store.js';
import { makeImage, savedArchive, smallLayer } from './testing/archives.js';
import { caught, Testbed } from './testing/testbed.js';

const log = () => undefined;

describe('images in a containerd that others use, too', function () {
  this.timeout(60_000);
  let bed: Testbed;
  let shared: Containerd;
  let store: ImageStore;
  before(async () => {
    bed = await Testbed.open();
    const { address, namespace } = bed.containerd;
    shared = await Containerd.open({ root: '', run: '', address, namespace, log });
    store = await ImageStore.open(shared, { log });
  });
  after(async () => {
    await shared.close();
    await bed.close();
  });

  const image = async (text: string) => makeImage([await smallLayer(text)]);

  it('are found once they are there, and gone once they are not', async () => {
    const made = await image('found');
    expect(await caught(store.get('found:1'))).to.include({ code: 'NOT_FOUND' });
    await bed.load(await savedArchive(made, ['found:1']));
    expect((await store.get('found:1')).id).to.equal(made.id);
    expect(await store.list()).to.have.length(1);
    const { removed } = await store.remove({ asked: 'found:1', force: false, inUse: [] });
    expect(removed).to.deep.include({ deleted: made.id });
    expect(await store.list()).to.deep.equal([]);
    await bed.restart();
  });

  it('may have names that are none, and be named by an index', async () => {
    const made = await image('foreign');
    await bed.load(await savedArchive(made, ['own:1']));
    const { manifest } = (await bed.store.get('own:1')).records.get('docker.io/library/own:1')!;
    const document = {
      schemaVersion: 2,
      mediaType: OCI_INDEX,
      manifests: [{ ...manifest, platform: hostPlatform() }],
    };
    const bytes = Buffer.from(JSON.stringify(document));
    await shared.leases.hold(async (lease) => {
      const labels = { 'containerd.io/gc.ref.content.m.0': manifest.digest };
      const blob = await shared.content.put(lease, bytes, labels);
      await shared.records.put('import-2024', { mediaType: OCI_INDEX, ...blob });
      await shared.records.put('docker.io/library/broken:1', {
        ...manifest,
        digest: `sha256:${'0'.repeat(64)}`,
      });
    });
    await bed.images.remove({ reference: 'own:1' });
    await bed.restart();
    const { images } = await bed.images.list({});
    expect(images.map(({ id, repoTags }) => ({ id, repoTags }))).to.deep.equal([
      { id: made.id, repoTags: [] },
    ]);
    await bed.images.remove({ reference: made.id });
    await shared.records.remove('docker.io/library/broken:1', true);
    expect((await bed.leftovers()).blobs).to.deep.equal([]);
  });
});
