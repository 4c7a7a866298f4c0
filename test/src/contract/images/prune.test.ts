import { expect } from 'chai';
import { afterEach, it } from 'mocha';
import { randomBytes } from 'node:crypto';
import { makeImage, type TestImage } from '../../harness/busybox.js';
import { must } from '../../harness/command.js';
import { onEachEngine } from '../../harness/suite.js';
import { writeTar } from '../../harness/tar.js';

const SIZE = 3_000_000; // bytes of the file that only one image has

onEachEngine('POST /images/prune', (suite) => {
  const made: TestImage[] = [];
  afterEach('remove what is left', async () => {
    await suite.api.wipe();
    for (const { id } of made.splice(0)) await suite.api.delete(`/images/${id}`, { force: true });
  });

  const load = async (tags: string[], labels: Record<string, string>): Promise<TestImage> => {
    const { rootfs } = await makeImage([]);
    const more = await writeTar([{ name: 'more', type: 'file', mode: 0o644, content: randomBytes(SIZE) }]);
    const layer = Buffer.concat([rootfs.subarray(0, rootfs.length - 1024), more]);
    const image = await makeImage(tags, { Labels: { prune: 'test', ...labels } }, layer);
    made.push(image);
    const headers = { 'Content-Type': 'application/x-tar' };
    suite.api.expect(await suite.api.call('POST', '/images/load', { body: image.tar, headers }), 200);
    return image;
  };
  const prune = async (filters: object) => {
    const answer = await suite.api.post('/images/prune', undefined, {
      filters: JSON.stringify({ label: ['prune=test'], ...filters }),
    });
    return suite.api.expect(answer, 200).json<{
      ImagesDeleted: { Untagged?: string; Deleted?: string }[] | null;
      SpaceReclaimed: number;
    }>();
  };

  const layersSize = async () =>
    (await suite.api.get('/system/df')).json<{ LayersSize: number }>().LayersSize;
  const onDisk = async () =>
    Number((await must('du', ['-s', '--block-size=1', suite.engine.directory])).split('\t')[0]);

  it('takes what has no name and no container, and tells what that freed', async () => {
    const [free, used] = [await load([], { which: 'free' }), await load([], { which: 'used' })];
    const named = await load(['prune-named:1', 'prune-named:2'], { which: 'named' });
    await suite.api.create({ Image: used.id });
    const before = { listed: await layersSize(), disk: await onDisk() };
    const first = await prune({});
    expect(before.listed - (await layersSize())).to.equal(first.SpaceReclaimed);
    // Directories and databases take some room of their own.
    expect(before.disk - (await onDisk())).to.be.closeTo(first.SpaceReclaimed, SIZE / 10);
    expect(first.ImagesDeleted).to.deep.include({ Deleted: free.id });
    const ids = [used, named].map(({ id }) => id);
    expect(first.ImagesDeleted!.filter(({ Deleted }) => ids.includes(Deleted ?? ''))).to.deep.equal([]);
    // Arca keeps layers as they came, too, so that a push sends the same.
    expect(first.SpaceReclaimed).to.be.within(SIZE, 4 * SIZE);
    expect(await prune({})).to.deep.equal({ ImagesDeleted: null, SpaceReclaimed: 0 });
    const all = await prune({ dangling: ['false'] });
    expect(all.ImagesDeleted).to.deep.include.members([
      { Untagged: 'prune-named:1' },
      { Untagged: 'prune-named:2' },
      { Deleted: named.id },
    ]);
    expect((await suite.api.get(`/images/${used.id}/json`)).status).to.equal(200);
  });
});
