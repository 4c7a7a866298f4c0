import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX, makeImage, type TestImage } from '../../harness/busybox.js';
import { expectShape } from '../../harness/shape.js';
import type { ImageInspect, ImageSummary } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';
import { writeTar } from '../../harness/tar.js';

onEachEngine('GET /images/json and /images/{name}/json', (suite) => {
  const list = async (query = {}): Promise<ImageSummary[]> =>
    suite.api.expect(await suite.api.get('/images/json', query), 200).json<ImageSummary[]>();
  const busyboxId = async (): Promise<string> =>
    (await suite.api.get(`/images/${BUSYBOX}/json`)).json<ImageInspect>().Id;
  const loaded = async (tags: string[], config = {}): Promise<TestImage> => {
    const image = await makeImage(tags, config, await writeTar([{ name: 'file', content: tags.join() }]));
    const headers = { 'Content-Type': 'application/x-tar' };
    suite.api.expect(await suite.api.call('POST', '/images/load', { body: image.tar, headers }), 200);
    return image;
  };

  it('lists an image with every field of ImageSummary', async () => {
    const id = await busyboxId();
    const image = (await list()).find((item) => item.Id === id)!;
    expectShape(
      image,
      {
        Id: 'string',
        ParentId: 'string',
        RepoTags: 'string[]',
        RepoDigests: suite.versioned('1.43', 'lists became never null', 'string[]', 'string[]|null'),
        Created: 'number',
        Size: 'number',
        SharedSize: 'number',
        Labels: 'object|null',
        Containers: 'number',
      },
      'image',
    );
    expect(image.RepoTags).to.deep.equal([BUSYBOX]);
    expect(image).to.include({ SharedSize: -1, ParentId: '', Created: 1704164645 });
  });

  it('filters by reference, label, dangling, before and since', async () => {
    const older = await loaded(['list/one:a', 'list/one:b'], { Labels: { kind: 'older', x: '1' } });
    const dangling = await loaded([]);
    const ids = async (filters: object): Promise<string[]> =>
      (await list({ filters })).map((image) => image.Id);
    expect(await ids({ reference: ['list/one'] })).to.deep.equal([older.id]);
    expect(await ids({ reference: ['list/*:a'] })).to.deep.equal([older.id]);
    expect((await list({ filters: { reference: ['list/one:a'] } }))[0]!.RepoTags).to.deep.equal([
      'list/one:a',
    ]);
    expect(await ids({ reference: ['nothing'] })).to.deep.equal([]);
    expect(await ids({ label: ['kind=older'] })).to.deep.equal([older.id]);
    expect(await ids({ label: ['kind', 'x=2'] })).to.deep.equal([]);
    expect(await ids({ dangling: ['true'] })).to.deep.equal([dangling.id]);
    expect(await ids({ dangling: ['false'] }))
      .to.include(older.id)
      .and.not.include(dangling.id);
    for (const name of ['list/one:a', 'list/one:b', dangling.id]) await suite.api.delete(`/images/${name}`);
  });

  it('refuses filters that it does not know or cannot read', async () => {
    for (const filters of [{ nonsense: ['x'] }, { dangling: ['maybe'] }]) {
      const answer = await suite.api.get('/images/json', { filters });
      expect(answer.status, JSON.stringify(filters)).to.equal(400);
      expect(answer.message).to.match(/invalid filter/i);
    }
    const broken = await suite.api.get('/images/json', { filters: 'not json' });
    expect(broken.status).to.equal(suite.versioned('1.44', 'became the client’s fault', 400, 500));
  });

  it('inspects by name, tag, id, short id and with the digest prefix', async () => {
    const id = await busyboxId();
    const hex = id.slice('sha256:'.length);
    const names = [
      BUSYBOX,
      'arca-test/busybox',
      `docker.io/${BUSYBOX}`,
      id,
      hex,
      hex.slice(0, 12),
      `sha256:${hex.slice(0, 12)}`,
    ];
    for (const name of names) {
      const answer = await suite.api.get(`/images/${name}/json`);
      expect(answer.status, name).to.equal(200);
      expect(answer.json<ImageInspect>().Id, name).to.equal(id);
    }
  });

  it('inspects with every field and the configuration as it was', async () => {
    const config = {
      Labels: { a: 'b' },
      User: 'app',
      WorkingDir: '/home',
      Entrypoint: ['env'],
      ExposedPorts: { '80/tcp': {} },
      Volumes: { '/data': {} },
      StopSignal: 'SIGINT',
    };
    const made = await loaded(['inspect/full:v1'], config);
    const image = (await suite.api.get('/images/inspect/full:v1/json')).json<ImageInspect>();
    expectShape(
      image,
      {
        Id: 'string',
        RepoTags: 'string[]',
        RepoDigests: 'string[]',
        Parent: 'string',
        Comment: 'string',
        Created: 'string',
        DockerVersion: 'string',
        Author: 'string',
        Config: 'object',
        Architecture: 'string',
        Os: 'string',
        Size: 'number',
        GraphDriver: 'object',
        RootFS: 'object',
        Metadata: 'object',
      },
      'image',
    );
    expect(image.Config).to.deep.include({ ...made.config, ...config });
    expect(image).to.include({ Id: made.id, Os: 'linux', Created: '2024-01-02T03:04:05.000000006Z' });
    expect(image.RootFS).to.deep.include({ Type: 'layers', Layers: made.diffIds });
    await suite.api.delete('/images/inspect/full:v1');
  });

  it('answers 404 for an image that is not there', async () => {
    const answer = await suite.api.get('/images/no/such:image/json');
    expect(answer.status).to.equal(404);
    expect(answer.message).to.match(/No such image: no\/such:image$/);
    expect((await suite.api.get('/images/nosuch/json')).message).to.match(/No such image: nosuch:latest$/);
  });

  it('answers 404 for a digest that is not there and 400 for no name at all', async () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    expect((await suite.api.get(`/images/${digest}/json`)).status).to.equal(404);
    expect((await suite.api.get(`/images/arca-test/busybox@${digest}/json`)).status).to.equal(404);
  });

  suite.since(
    '1.42',
    'shared sizes of the list',
    'tells what images share, when it is asked for',
    async () => {
      const { rootfs } = await makeImage([]);
      const own = await writeTar([{ name: 'own', content: Buffer.alloc(500_000, 'x') }]);
      const image = await makeImage(['shared:1'], {}, [rootfs, own]);
      const headers = { 'Content-Type': 'application/x-tar' };
      suite.api.expect(await suite.api.call('POST', '/images/load', { body: image.tar, headers }), 200);
      const busybox = await busyboxId();
      const listed = await list({ 'shared-size': true });
      const sizes = [image.id, busybox].map(
        (id) => listed.find(({ Id }) => Id === id) as unknown as { Size: number; SharedSize: number },
      );
      expect(sizes[0]!.SharedSize).to.equal(sizes[1]!.Size);
      expect(sizes[1]!.SharedSize).to.equal(sizes[1]!.Size);
      expect(sizes[0]!.Size - sizes[0]!.SharedSize).to.be.within(500_000, 600_000);
      await suite.api.delete(`/images/${image.id}`, { force: true });
    },
  );

  suite.since(
    '1.48',
    'manifests of images',
    'describes the manifests of an image, when it is asked for',
    async () => {
      const image = await loaded(['manifests:1']);
      const container = await suite.api.create({ Image: image.id });
      expect((await list()).filter((item) => 'Manifests' in item)).to.deep.equal([]);
      const inspect = await suite.api.get(`/images/${image.id}/json`, { manifests: true });
      const { Manifests, Descriptor, Size } = inspect.json<{
        Manifests: Manifest[];
        Descriptor: { digest: string };
        Size: number;
      }>();
      expect(Manifests).to.have.length(1);
      const [{ Size: sizes, ImageData, ...rest }] = Manifests as [Manifest];
      const platform = { os: 'linux', architecture: process.arch === 'arm64' ? 'arm64' : 'amd64' };
      expect(rest).to.deep.equal({ ID: Descriptor.digest, Descriptor, Available: true, Kind: 'image' });
      expect(ImageData.Platform).to.include(platform);
      expect(ImageData.Containers).to.deep.equal([container]);
      expect(ImageData.Size.Unpacked).to.equal(Size);
      expect(sizes.Content).to.be.greaterThan(image.rootfs.length);
      expect(sizes.Total).to.equal(sizes.Content + Size);
      const entry = (await list({ manifests: true })).find(({ Id }) => Id === image.id)!;
      expect((entry as { Manifests?: unknown }).Manifests).to.deep.equal(Manifests);
      await suite.api.wipe();
      await suite.api.delete(`/images/${image.id}`, { force: true });
    },
  );

  suite.since(
    '1.50',
    'platforms of images',
    'answers for the platform that is asked for, or says it has it not',
    async () => {
      const image = await loaded(['platforms:1']);
      const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';
      const platform = (value: object | string) =>
        typeof value === 'string' ? value : JSON.stringify(value);
      const questions = [
        (query: Query) => suite.api.get('/images/platforms:1/json', query),
        (query: Query) => suite.api.get('/images/platforms:1/history', query),
        (query: Query) => suite.api.get('/images/platforms:1/get', query),
        (query: Query) => suite.api.get('/images/get', { names: 'platforms:1', ...query }),
        ({ platform: platforms }: Query) =>
          suite.api.delete('/images/platforms:1', { platforms, force: true }),
      ];
      for (const ask of questions) {
        const other = await ask({ platform: platform({ os: 'linux', architecture: 's390x' }) });
        expect(other.status).to.equal(404);
        expect(other.message).to.include('does not provide the specified platform (linux/s390x)');
        for (const bad of [
          'linux/amd64',
          '[]',
          '{"os":"linux"}',
          '{"variant":"v7"}',
          '{"os":5,"architecture":"x"}',
        ])
          expect((await ask({ platform: bad })).status, bad).to.equal(400);
      }
      for (const ask of questions) {
        const answer = await ask({ platform: platform({ os: 'linux', architecture }) });
        expect(answer.status, answer.text.slice(0, 200)).to.equal(200);
      }
      expect((await suite.api.get(`/images/${image.id}/json`)).status).to.equal(404);
    },
  );
});

interface Manifest {
  ID: string;
  Descriptor: object;
  Available: boolean;
  Kind: string;
  Size: { Content: number; Total: number };
  ImageData: { Platform: object; Containers: string[]; Size: { Unpacked: number } };
}

type Query = Record<string, string | undefined>;
