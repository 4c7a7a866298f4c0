import { expect } from 'chai';
import { after, afterEach, before, it } from 'mocha';
import { randomBytes } from 'node:crypto';
import { makeImage, type TestImage } from '../../harness/busybox.js';
import type { Answer } from '../../harness/http.js';
import { Registry } from '../../harness/registry.js';
import { onEachEngine } from '../../harness/suite.js';
import { writeTar } from '../../harness/tar.js';

interface Progress {
  status?: string;
  id?: string;
  progress?: string;
  progressDetail?: { current?: number; total?: number };
}

const SIZE = 24 * 1024 * 1024;

onEachEngine('progress of images', (suite) => {
  let registry: Registry;
  let image: TestImage;
  before(async () => {
    registry = await Registry.start();
    const layer = (name: string) =>
      writeTar([{ name, type: 'file', mode: 0o644, content: randomBytes(SIZE) }]);
    image = await makeImage(['progress:v1'], {}, [await layer('lower'), await layer('upper')]);
    await registry.push(image, 'group/progress', 'v1');
  });
  after(() => registry.stop());
  afterEach(() => suite.api.delete(`/images/${image.id}`, { force: true }));

  const ids = () => image.diffIds.map((id) => id.slice('sha256:'.length).slice(0, 12));
  const items = (answer: Answer): Progress[] =>
    suite.api
      .expect(answer, 200)
      .text.split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Progress);
  /** The bar of a layer: it moves, never back, and never beyond the layer's size. */
  const moves = (all: Progress[], id: string, status: string): number[] => {
    const own = all.filter((item) => item.id === id && item.status === status);
    const currents = own.map(({ progressDetail }) => progressDetail?.current ?? 0);
    expect(currents, `${status} ${id}`).to.deep.equal([...currents].sort((a, b) => a - b));
    expect(new Set(currents).size, `${status} ${id}`).to.be.at.least(2);
    for (const { progressDetail, progress } of own) {
      if (!progressDetail?.current) continue;
      expect(progressDetail.total).to.be.at.least(progressDetail.current);
      expect(progress)
        .to.match(/^\[=*> *\] +[\d.]+k?M?B\/[\d.]+MB$/)
        .and.match(/^\[.{51}\] .{8}\//);
    }
    return currents;
  };

  it('moves the bars of every layer that is pulled, and ends each', async () => {
    const query = { fromImage: `${registry.host}/group/progress`, tag: 'v1' };
    const all = items(await suite.api.post('/images/create', undefined, query));
    for (const [index, id] of ids().entries()) {
      moves(all, id, 'Downloading');
      expect(moves(all, id, 'Extracting').at(-1)).to.equal(image.layers[index]!.length);
      expect(all.filter((item) => item.id === id).at(-1)!.status).to.equal('Pull complete');
    }
  });

  it('moves the bars of every layer that is loaded', async () => {
    const headers = { 'Content-Type': 'application/x-tar' };
    const call = { body: image.tar, query: { quiet: false }, headers };
    const all = items(await suite.api.call('POST', '/images/load', call));
    for (const [index, id] of ids().entries())
      expect(moves(all, id, 'Loading layer').at(-1)).to.equal(image.layers[index]!.length);
  });
});
