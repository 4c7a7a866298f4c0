import { expect } from 'chai';
import { it } from 'mocha';
import { makeImage, type TestImage } from '../../harness/busybox.js';
import { onEachEngine } from '../../harness/suite.js';
import type { ImageInspect } from '../../harness/shapes.js';
import { writeTar } from '../../harness/tar.js';

interface Progress {
  stream?: string;
  error?: string;
  errorDetail?: { message: string };
}

onEachEngine('POST /images/load', (suite) => {
  const load = async (tar: Buffer, query = {}): Promise<Progress[]> => {
    const answer = await suite.api.call('POST', '/images/load', {
      ...{ body: tar, query },
      headers: { 'Content-Type': 'application/x-tar' },
    });
    expect(answer.status).to.equal(200);
    expect(answer.headers['content-type']).to.equal('application/json');
    return answer.text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Progress);
  };
  const small = async (tags: string[], text: string): Promise<TestImage> =>
    makeImage(tags, { Cmd: ['x'] }, await writeTar([{ name: 'file', mode: 0o644, content: text }]));
  const inspect = async (name: string): Promise<ImageInspect> =>
    suite.api.expect(await suite.api.get(`/images/${name}/json`), 200).json<ImageInspect>();
  const remove = (name: string) => suite.api.delete(`/images/${name}`, { force: true });

  it('makes an image whose id is the digest of its configuration', async () => {
    const image = await small(['load/one:v1'], 'one');
    const progress = await load(image.tar);
    expect(progress.at(-1)).to.deep.equal({ stream: 'Loaded image: load/one:v1\n' });
    const loaded = await inspect('load/one:v1');
    expect(loaded.Id).to.equal(image.id);
    expect(loaded.RootFS).to.deep.include({ Type: 'layers', Layers: image.diffIds });
    expect(loaded.RepoTags).to.deep.equal(['load/one:v1']);
    await remove('load/one:v1');
  });

  it('gives an image all of its tags', async () => {
    const image = await small(['load/two:a', 'load/two:b'], 'two');
    const texts = (await load(image.tar)).map((item) => item.stream);
    expect(texts).to.include.members(['Loaded image: load/two:a\n', 'Loaded image: load/two:b\n']);
    expect((await inspect(image.id)).RepoTags).to.have.members(['load/two:a', 'load/two:b']);
    await remove('load/two:a');
    await remove('load/two:b');
  });

  it('names an image without tags by its id', async () => {
    const image = await small([], 'untagged');
    expect((await load(image.tar)).at(-1)).to.deep.equal({ stream: `Loaded image ID: ${image.id}\n` });
    expect((await inspect(image.id)).RepoTags).to.deep.equal([]);
    await remove(image.id);
  });

  it('moves a tag that another image had', async () => {
    const [first, second] = [
      await small(['load/moved:v1'], 'first'),
      await small(['load/moved:v1'], 'second'),
    ];
    await load(first.tar);
    await load(second.tar);
    expect((await inspect('load/moved:v1')).Id).to.equal(second.id);
    expect((await inspect(first.id)).RepoTags).to.deep.equal([]);
    await remove(first.id);
    await remove(second.id);
  });

  it('takes an archive in one chunk after another without a length', async () => {
    const image = await small(['load/chunked:v1'], 'chunked');
    const response = await suite.api.open('POST', '/images/load', {
      headers: { 'Content-Type': 'application/x-tar', 'Transfer-Encoding': 'chunked' },
      body: image.tar,
    });
    response.resume();
    await new Promise((resolve) => response.on('end', resolve));
    expect((await inspect('load/chunked:v1')).Id).to.equal(image.id);
    await remove('load/chunked:v1');
  });

  it('reports what is wrong with an archive in the stream, after a 200', async () => {
    for (const archive of [Buffer.from('no tar at all'), await writeTar([{ name: 'other', content: 'x' }])]) {
      const last = (await load(archive)).at(-1)!;
      expect(last.error).to.be.a('string').and.not.equal('');
      expect(last.errorDetail).to.deep.equal({ message: last.error });
    }
  });

  it('refuses a layer that is not what the configuration says', async () => {
    const image = await small(['load/forged:v1'], 'true');
    const forged = await small(['load/forged:v1'], 'forged');
    const archive = await writeTar([
      { name: 'config.json', content: configOf(image) },
      { name: 'layer.tar', content: forged.rootfs },
      {
        name: 'manifest.json',
        content: JSON.stringify([
          { Config: 'config.json', RepoTags: ['load/forged:v1'], Layers: ['layer.tar'] },
        ]),
      },
    ]);
    expect((await load(archive)).at(-1)!.error).to.be.a('string');
    expect((await suite.api.get('/images/load/forged:v1/json')).status).to.equal(404);
  });

  function configOf(image: TestImage): string {
    const text = image.tar.toString('latin1');
    const start = text.indexOf('{"architecture"');
    return text.slice(start, text.indexOf('\0', start));
  }
});
