import { expect } from 'chai';
import { after, before, it } from 'mocha';
import { makeImage, type TestImage } from '../../harness/busybox.js';
import type { Answer } from '../../harness/http.js';
import { Registry } from '../../harness/registry.js';
import { onEachEngine } from '../../harness/suite.js';
import { writeTar } from '../../harness/tar.js';

interface Line {
  status?: string;
  id?: string;
  progressDetail?: { current?: number; total?: number };
  aux?: object;
}

const DOWNLOADED = [
  ...['Pulling fs layer', 'Downloading', 'Verifying Checksum', 'Download complete'],
  ...['Extracting', 'Pull complete'],
];

onEachEngine('what a pull and a push tell, line by line', (suite) => {
  let registry: Registry;
  /** Two images with the same lowest layer, and one of another. */
  let images: TestImage[];
  before(async () => {
    registry = await Registry.start();
    const layer = (name: string) => writeTar([{ name, content: name.repeat(100) }]);
    const layers = [['base', 'one'], ['base', 'two'], ['three']];
    images = await Promise.all(
      layers.map(async (names) =>
        makeImage([], { Labels: { of: 'statuses' } }, await Promise.all(names.map(layer))),
      ),
    );
    for (const [index, tag] of ['a', 'b'].entries())
      await registry.push(images[index]!, 'lines/app', tag, true);
  });
  after(async () => {
    await registry.stop();
    for (const { id } of images) await suite.api.delete(`/images/${id}`, { force: true });
  });

  const linesOf = (answer: Answer): Line[] =>
    suite.api
      .expect(answer, 200)
      .text.trim()
      .split(/\r?\n/)
      .map((text) => JSON.parse(text) as Line);
  const repository = (name: string) => `${registry.host}/lines/${name}`;
  const pull = async (tag: string) =>
    linesOf(await suite.api.post('/images/create', undefined, { fromImage: repository('app'), tag }));
  const push = async (image: TestImage, name: string, tag: string) => {
    const repo = repository(name);
    await suite.api.post(`/images/${image.id}/tag`, undefined, { repo, tag });
    const headers = { 'X-Registry-Auth': Buffer.from('{}').toString('base64') };
    return linesOf(await suite.api.call('POST', `/images/${repo}/push`, { query: { tag }, headers }));
  };
  /** What was told of each, in the order in which they came; the same again, and waiting, are left out. */
  const told = (lines: Line[]): string[][] => {
    const byId = new Map<string, string[]>();
    for (const { id, status } of lines) {
      if (id === undefined || status === undefined || status === 'Waiting') continue;
      const list = byId.get(id) ?? [];
      if (list.at(-1) !== status) list.push(status);
      byId.set(id, list);
    }
    return [...byId].map(([id, statuses]) => [id, ...statuses]);
  };
  const plain = (lines: Line[]) =>
    lines.flatMap(({ id, status }) => (id === undefined ? (status ?? []) : []));
  const short = (digest: string) => digest.slice(7, 19);
  /** A reader who is slow may miss what comes in between, but for the beginning and the end. */
  const isDownload = (statuses: string[]) => {
    expect([statuses[0], statuses.at(-1)]).to.deep.equal([DOWNLOADED[0], DOWNLOADED.at(-1)]);
    expect(statuses).to.deep.equal(DOWNLOADED.filter((status) => statuses.includes(status)));
  };
  /** Without what the layers are called: the digests of their archives. */
  const layersOf = (lines: Line[]) =>
    told(lines)
      .slice(1)
      .map(([, ...statuses]) => statuses);

  it('of a pull', async () => {
    const lines = await pull('a');
    expect(lines[0]).to.deep.equal({ status: 'Pulling from lines/app', id: 'a' });
    expect(layersOf(lines)).to.have.length(2);
    layersOf(lines).forEach(isDownload);
    expect(lines.filter(({ status }) => status === 'Pull complete')[0]).to.have.deep.property(
      'progressDetail',
      {},
    );
    const [digest, status] = plain(lines);
    expect(digest).to.match(/^Digest: sha256:[0-9a-f]{64}$/);
    expect(status).to.equal(`Status: Downloaded newer image for ${repository('app')}:a`);
    expect(await pull('a')).to.deep.equal([
      lines[0],
      { status: digest },
      { status: `Status: Image is up to date for ${repository('app')}:a` },
    ]);
    const [shared, own] = layersOf(await pull('b'));
    expect(shared).to.deep.equal(['Already exists']);
    isDownload(own!);
  });

  it('of a push', async () => {
    const [first, second, third] = images as [TestImage, TestImage, TestImage];
    const all = (image: TestImage, statuses: string[]) =>
      image.diffIds.map((diffId) => [short(diffId), 'Preparing', ...statuses]).reverse();
    const there = await push(first, 'app', 'a');
    expect(there[0]).to.deep.equal({ status: `The push refers to repository [${repository('app')}]` });
    expect(told(there)).to.deep.equal(all(first, ['Layer already exists']));
    const { aux } = there.at(-1) as { aux: { Tag: string; Digest: string; Size: number } };
    expect(plain(there).slice(1)).to.deep.equal([`a: digest: ${aux.Digest} size: ${aux.Size}`]);
    expect(Object.keys(aux)).to.deep.equal(['Tag', 'Digest', 'Size']);
    expect(told(await push(second, 'other', 'b'))).to.deep.equal(all(second, ['Mounted from lines/app']));
    const headers = { 'Content-Type': 'application/x-tar' };
    suite.api.expect(await suite.api.call('POST', '/images/load', { body: third.tar, headers }), 200);
    const sent = await push(third, 'third', 'c');
    expect(told(sent)).to.deep.equal(all(third, ['Pushing', 'Pushed']));
  });
});
