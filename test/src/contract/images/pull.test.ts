import { expect } from 'chai';
import { after, afterEach, before, it } from 'mocha';
import { busyboxRootfs, makeImage, type TestImage } from '../../harness/busybox.js';
import type { Answer } from '../../harness/http.js';
import { Registry } from '../../harness/registry.js';
import type { ImageInspect } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';

interface Progress {
  status?: string;
  id?: string;
  progressDetail?: { current?: number; total?: number };
  error?: string;
  errorDetail?: { message: string };
}

onEachEngine('POST /images/create?fromImage= (pull)', (suite) => {
  let registry: Registry;
  let image: TestImage;
  let digest: string;

  before('start a registry', async () => {
    registry = await Registry.start();
    image = await makeImage([], { Labels: { from: 'registry' } }, await busyboxRootfs('pull'));
    digest = await registry.push(image, 'group/busybox', 'v1');
  });
  after('stop the registry', () => registry.stop());
  afterEach('remove the image', () => suite.api.delete(`/images/${image.id}`, { force: true }));

  const name = () => `${registry.host}/group/busybox`;
  const pull = (fromImage: string, tag?: string): Promise<Answer> =>
    suite.api.post('/images/create', undefined, { fromImage, tag });
  const progress = (answer: Answer): Progress[] =>
    answer.text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Progress);
  const inspect = async (reference: string): Promise<ImageInspect> =>
    suite.api.expect(await suite.api.get(`/images/${reference}/json`), 200).json<ImageInspect>();

  it('pulls by tag, over plain HTTP from loopback', async () => {
    const answer = await pull(name(), 'v1');
    expect(answer.status, answer.text).to.equal(200);
    expect(answer.headers['content-type']).to.equal('application/json');
    const texts = progress(answer).map((item) => item.status);
    expect(texts).to.include('Pulling from group/busybox');
    expect(texts.slice(-2)).to.deep.equal([
      `Digest: ${digest}`,
      `Status: Downloaded newer image for ${name()}:v1`,
    ]);
    const pulled = await inspect(`${name()}:v1`);
    expect(pulled).to.deep.include({
      Id: image.id,
      RepoTags: [`${name()}:v1`],
      RepoDigests: [`${name()}@${digest}`],
    });
  });

  it('reports each layer by its short id, from start to end', async () => {
    const items = progress(await pull(name(), 'v1'));
    const id = image.diffIds[0]!.slice('sha256:'.length).slice(0, 12);
    const states = items.filter((item) => item.id === id).map((item) => item.status);
    expect(states[0]).to.equal('Pulling fs layer');
    expect(states).to.include('Download complete');
    expect(states.at(-1)).to.equal('Pull complete');
    for (const item of items.filter((one) => one.status === 'Downloading')) {
      expect(item.progressDetail!.total).to.equal(image.rootfs.length);
    }
  });

  it('takes the tag as part of the name', async () => {
    await pull(`${name()}:v1`);
    expect((await inspect(`${name()}:v1`)).Id).to.equal(image.id);
  });

  it('says so when the image is up to date', async () => {
    await pull(name(), 'v1');
    const again = progress(await pull(name(), 'v1'));
    expect(again.at(-1)!.status).to.equal(`Status: Image is up to date for ${name()}:v1`);
  });

  it('pulls by digest, in the tag or in the name', async () => {
    for (const [fromImage, tag] of [[name(), digest], [`${name()}@${digest}`]] as const) {
      const answer = await pull(fromImage, tag);
      expect(answer.status, answer.text).to.equal(200);
      const pulled = await inspect(`${name()}@${digest}`);
      expect(pulled).to.deep.include({ Id: image.id, RepoTags: [], RepoDigests: [`${name()}@${digest}`] });
      await suite.api.delete(`/images/${image.id}`, { force: true });
    }
  });

  it('runs a container from what it pulled', async () => {
    await pull(name(), 'v1');
    const { stdout } = await suite.api.run({ Image: `${name()}:v1`, Cmd: ['echo', 'pulled'] });
    expect(stdout).to.equal('pulled\n');
  });

  it('moves a tag to a newer image and keeps the old one without it', async () => {
    await pull(name(), 'v1');
    const newer = await makeImage([], { Labels: { from: 'registry', second: 'yes' } }, image.rootfs);
    await registry.push(newer, 'group/busybox', 'moving');
    await registry.push(image, 'group/busybox', 'moving');
    await pull(name(), 'moving');
    await registry.push(newer, 'group/busybox', 'moving');
    await pull(name(), 'moving');
    expect((await inspect(`${name()}:moving`)).Id).to.equal(newer.id);
    expect((await inspect(image.id)).RepoTags).to.deep.equal([`${name()}:v1`]);
    await suite.api.delete(`/images/${newer.id}`, { force: true });
  });

  it('answers 404 for a tag or a repository that the registry does not have', async () => {
    for (const [fromImage, tag] of [
      [name(), 'nosuch'],
      [`${registry.host}/no/such`, 'v1'],
    ] as const) {
      const answer = await pull(fromImage, tag);
      expect(answer.status).to.equal(404);
      expect(answer.message).to.include(`manifest for ${fromImage}:${tag} not found`);
    }
  });

  it('refuses a bad reference', async () => {
    const answer = await pull('UPPER/case');
    expect(answer.status).to.equal(400);
    expect(answer.message).to.equal('invalid reference format: repository name must be lowercase');
  });

  it('fails with 500 when the registry cannot be reached', async () => {
    const answer = await pull('127.0.0.1:1/group/busybox', 'v1');
    expect(answer.status).to.equal(500);
    expect(answer.message).to.include('connection refused');
  });

  it('tells of a pull in events', async () => {
    const events = await suite.api.events({ filters: { type: ['image'], event: ['pull'] } });
    await pull(name(), 'v1');
    const event = await events.find((item) => item.Action === 'pull');
    events.destroy();
    expect(event.Actor).to.deep.equal({
      ID: `${name()}:v1`,
      Attributes: { name: name(), from: 'registry' },
    });
  });
});
