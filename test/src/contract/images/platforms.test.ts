import { expect } from 'chai';
import { after, afterEach, before, it } from 'mocha';
import { makeImage, type TestImage } from '../../harness/busybox.js';
import { Registry } from '../../harness/registry.js';
import { onEachEngine } from '../../harness/suite.js';
import { writeTar } from '../../harness/tar.js';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const ARCHITECTURES = [process.arch === 'arm64' ? 'arm64' : 'amd64', 's390x', 'riscv64'];

interface Manifest {
  ID: string;
  Kind: string;
  Available: boolean;
  ImageData: { Platform: { architecture: string }; Containers: string[]; Size: { Unpacked: number } };
  Size: { Content: number; Total: number };
}

onEachEngine('images of several platforms', (suite) => {
  let registry: Registry;
  let images: TestImage[];
  let index: string;
  let name: string;
  before(async () => {
    registry = await Registry.start();
    name = `${registry.host}/many/app:1`;
    images = await Promise.all(
      ARCHITECTURES.map(async (architecture) =>
        makeImage([], {}, await writeTar([{ name: 'file', content: architecture }]), architecture),
      ),
    );
    const manifests = await Promise.all(
      images.map(async (image, at) => ({
        ...(await registry.pushEntry(image, 'many/app')),
        platform: { os: 'linux', architecture: ARCHITECTURES[at] },
      })),
    );
    index = await registry.putManifest('many/app', '1', { schemaVersion: 2, mediaType: INDEX, manifests });
  });
  after(() => registry.stop());
  afterEach(async () => {
    for (const { id } of images) await suite.api.delete(`/images/${id}`, { force: true });
  });

  const platform = (at: number) => JSON.stringify({ os: 'linux', architecture: ARCHITECTURES[at] });
  const pull = async (at: number) => {
    const query = { fromImage: name, platform: `linux/${ARCHITECTURES[at]}` };
    return suite.api.expect(await suite.api.post('/images/create', undefined, query), 200).text;
  };

  it('are pulled one by one, each under the digest of its index', async () => {
    expect(await pull(1)).to.include(`Digest: ${index}`);
    const inspect = await suite.api.get(`/images/${name}/json`);
    expect(inspect.json()).to.deep.include({
      ...{ Id: images[1]!.id, Architecture: 's390x', RepoTags: [name] },
      RepoDigests: [`${registry.host}/many/app@${index}`],
    });
    expect(await pull(1)).to.include('Image is up to date');
  });

  suite.since(
    '1.51',
    'indexes are kept',
    'are kept side by side under a name, and used, sent, saved and removed one by one',
    async () => {
      for (const at of [1, 0]) await pull(at);
      const created = await suite.api.post(
        '/containers/create',
        { Image: name, Cmd: ['x'] },
        { platform: 'linux/s390x' },
      );
      const container = suite.api.expect(created, 201).json<{ Id: string }>().Id;
      const listed = (await suite.api.get('/images/json', { manifests: true })).json<
        { Id: string; RepoTags: string[]; Manifests: Manifest[]; Descriptor: object }[]
      >();
      const [entry, ...others] = listed.filter(({ RepoTags }) => RepoTags.includes(name));
      expect(others).to.deep.equal([]);
      expect(entry!.Id).to.equal(images[0]!.id);
      expect(entry!.Descriptor).to.include({ digest: index, mediaType: INDEX });
      const shown = entry!.Manifests.map(({ Kind, Available, ImageData: { Platform, Containers } }) => [
        ...[Kind, Available, Platform.architecture, Containers.length],
      ]);
      expect(shown).to.deep.equal([
        ['image', true, ARCHITECTURES[0], 0],
        ['image', true, 's390x', 1],
        ['image', false, 'riscv64', 0],
      ]);
      const get = (path: string, at: number) => suite.api.get(path, { platform: platform(at) });
      expect((await get(`/images/${name}/json`, 1)).json()).to.include({ Architecture: 's390x' });
      expect((await get(`/images/${name}/history`, 1)).json<{ Id: string }[]>()[0]!.Id).to.equal(
        images[1]!.id,
      );
      for (const path of ['json', 'history', 'get'])
        expect((await get(`/images/${name}/${path}`, 2)).status, path).to.equal(404);

      const archive = (await suite.api.get(`/images/${name}/get`)).body;
      const remove = (at: number, force: boolean) =>
        suite.api.delete(`/images/${name}`, { platforms: platform(at), force });
      expect((await remove(1, false)).status).to.equal(400);
      await suite.api.delete(`/containers/${container}`);
      expect((await remove(0, true)).json()).to.deep.equal([{ Deleted: entry!.Manifests[0]!.ID }]);
      expect((await suite.api.get(`/images/${name}/json`)).json()).to.include({ Architecture: 's390x' });
      suite.api.expect(await suite.api.delete(`/images/${name}`), 200);

      const headers = { 'Content-Type': 'application/x-tar' };
      await suite.api.call('POST', '/images/load', { body: archive, headers });
      expect((await get(`/images/${name}/json`, 1)).json()).to.include({ Id: images[1]!.id });
      const repo = `${registry.host}/many/copy`;
      const copy = `${repo}:1`;
      await suite.api.post(`/images/${name}/tag`, undefined, { repo, tag: '1' });
      const credentials = { 'X-Registry-Auth': Buffer.from('{}').toString('base64') };
      const push = async () =>
        (await suite.api.call('POST', `/images/${copy}/push`, { headers: credentials })).text;
      const partly = await push();
      expect(partly).to.include('"manifestPushedInsteadOfIndex":true');
      expect(partly).to.include(`1: digest: ${entry!.Manifests[0]!.ID} size: `);
      await pull(2);
      expect(await push()).to.include(`1: digest: ${index} size: `);
      await suite.api.delete(`/images/${copy}`);
    },
  );
});
