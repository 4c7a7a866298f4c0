import { ChangeKind } from '@arca/agent-proto';
import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lutimesSync,
  mkdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { lsetxattr, mknod } from '../linux/syscalls.js';
import { absolutePath, nameOf } from './paths.js';
import { failure, FileWorld, tar } from './testing/world.js';

describe('files of containers', () => {
  let world: FileWorld;
  const box = (path: string) => ({ containerId: 'box', path });
  const put = (archive: Readable, path = '/', options = {}) =>
    world.files.streams.extract({ target: box(path), ...options }, archive);
  beforeEach(async () => (world = await FileWorld.open()));
  afterEach(() => world.close());

  it('names paths as they were asked for', () => {
    const cases = { '': '/', '/': '/', a: '/a', '/a/../b': '/b', '/a/': '/a/', '/a/.': '/a/.', '.': '/.' };
    for (const [given, absolute] of Object.entries(cases))
      expect(absolutePath(given), given).to.equal(absolute);
    expect(['/', '/a', '/a/', '/a/.'].map(nameOf)).to.deep.equal(['/', 'a', 'a', '.']);
  });

  describe('looked up', () => {
    const stat = async (path: string) => {
      const implementation = world.files.files.stat as (request: object, options: object) => Promise<object>;
      return (await implementation({ ...box(path), mounts: [] }, {})) as {
        name: string;
        mode: number;
        size: number;
        modified: string;
        linkTarget: string;
      };
    };

    it('tells size, mode and time', async () => {
      const file = join(world.lower, 'file');
      writeFileSync(file, 'hello', { mode: 0o640 });
      chmodSync(file, 0o4750);
      lutimesSync(file, 1, 1_700_000_000.25);
      expect(await stat('file')).to.deep.include({
        ...{ name: 'file', size: 5, mode: 0o104750, modified: '2023-11-14T22:13:20.25Z', linkTarget: '' },
      });
      expect((await failure(stat('/none'))).code).to.equal('NOT_FOUND');
      expect((await failure(stat('/file/none'))).message).to.equal('lstat /file/none: not a directory');
    });

    it('follows links inside the root, and the last one only behind a slash', async () => {
      mkdirSync(join(world.lower, 'usr/lib'), { recursive: true });
      symlinkSync('/usr/lib', join(world.lower, 'lib'));
      symlinkSync('../../../../lib', join(world.lower, 'out'));
      expect(await stat('/out')).to.deep.include({ name: 'out', linkTarget: '/usr/lib' });
      expect((await stat('/out')).mode & 0o170000).to.equal(0o120000);
      expect((await stat('/out/')).mode & 0o170000).to.equal(0o040000);
    });

    it('never leaves the root', async () => {
      writeFileSync(join(world.outside, 'secret'), 'x');
      symlinkSync(world.outside, join(world.lower, 'absolute'));
      symlinkSync('../outside', join(world.lower, 'relative'));
      for (const name of ['absolute', 'relative'])
        expect((await failure(stat(`/${name}/secret`))).code).to.equal('NOT_FOUND');
      expect((await failure(world.files.streams.archive(box('/absolute/secret')))).code).to.equal(
        'NOT_FOUND',
      );
    });

    it('sees a container that runs as its process does', async () => {
      writeFileSync(join(world.lower, 'file'), 'running');
      await world.start();
      await put(tar({ name: 'new', content: 'x' }));
      expect((await stat('/file')).size).to.equal(7);
      expect(existsSync(join(world.lower, 'new'))).to.equal(true);
      expect(world.left()).to.deep.equal([]);
    });
  });

  describe('read', () => {
    beforeEach(() => {
      mkdirSync(join(world.lower, 'dir/sub'), { recursive: true });
      writeFileSync(join(world.lower, 'dir/file'), 'content');
      linkSync(join(world.lower, 'dir/file'), join(world.lower, 'dir/hard'));
      symlinkSync('./file', join(world.lower, 'dir/soft'));
    });
    const members = (path: string) => world.list(world.files.streams.archive(box(path)));

    it('names members after the path as given', async () => {
      const below = ['/', '/file', '/hard', '/soft', '/sub/'];
      expect(await members('/dir')).to.deep.equal(below.map((name) => `dir${name}`));
      expect(await members('/dir/.')).to.deep.equal(below.map((name) => `.${name}`));
      expect(await members('/dir/soft')).to.deep.equal(['soft']);
      symlinkSync('dir', join(world.lower, 'a,b&c\\1'));
      expect((await members('/a,b&c\\1/'))[1]).to.equal('a,b&c\\\\1/file');
      expect((await members('/')).slice(0, 2)).to.have.members(['/', '/a,b&c\\\\1']);
      expect(world.left()).to.deep.equal([]);
    });

    it('keeps links, and gives back what it took when the reader leaves', async () => {
      const stream = await world.files.streams.archive(box('/dir'));
      const archive = await buffer(stream);
      const listed = execFileSync('tar', ['-tv'], { input: archive }).toString();
      expect(listed)
        .to.match(/dir\/hard link to dir\/file/)
        .and.to.match(/dir\/soft -> \.\/file/);
      truncateSync(join(world.lower, 'dir/file'), 2 ** 28);
      const abandoned = await world.files.streams.archive(box('/dir'));
      await new Promise((resolve) => abandoned.once('data', resolve));
      const closed = new Promise((resolve) => abandoned.once('close', resolve));
      abandoned.destroy();
      await closed;
      expect(world.left()).to.deep.equal([]);
    });

    it('sees mounts of a container that does not run, which export does not', async () => {
      writeFileSync(join(world.outside, 'given'), 'x');
      const mounts = [
        { source: world.outside, target: '/volume' },
        { source: join(world.outside, 'given'), target: '/dir/deep/given' },
        { source: join(world.outside, 'absent'), target: '/absent' },
      ];
      const streams = world.files.streams;
      const seen = async (path: string) => world.list(streams.archive({ ...box(path), mounts }));
      expect(await seen('/volume')).to.deep.equal(['volume/', 'volume/given']);
      expect(await seen('/dir/deep')).to.deep.equal(['deep/', 'deep/given']);
      const exported = await world.list(streams.export('box'));
      expect(exported).to.include('volume/').and.not.to.include('volume/given');
      expect(exported[0]).to.equal('dir/');
      expect(world.left()).to.deep.equal([]);
    });

    it('removes what an agent that was killed has left mounted', async () => {
      const abandoned = await world.files.streams.archive(box('/dir'));
      expect(world.mounts()).to.have.length.greaterThan(0);
      await world.reopen();
      expect(world.left()).to.deep.equal([]);
      abandoned.destroy();
    });
  });

  it('tells what the writable layer changes', async () => {
    for (const path of ['kept/deep', 'replaced']) mkdirSync(join(world.lower, path), { recursive: true });
    for (const name of ['changed', 'gone', 'kept/deep/old', 'replaced/a'])
      writeFileSync(join(world.lower, name), '');
    await put(
      tar(
        { name: 'added/', type: 'directory' },
        { name: 'added/one' },
        { name: 'changed', content: 'x' },
        { name: 'kept/deep/new', content: 'x' },
      ),
    );
    mknod(join(world.upper, 'gone'), 0o020000, 0, 0);
    mkdirSync(join(world.upper, 'replaced'));
    lsetxattr(join(world.upper, 'replaced'), 'trusted.overlay.opaque', Buffer.from('y'));
    writeFileSync(join(world.upper, 'replaced/b'), '');
    const told: string[] = [];
    for await (const { changes = [] } of world.files.files.changes({ id: 'box' } as never, {}))
      told.push(...changes.map(({ path, kind }) => `${ChangeKind[kind!]![0]} ${path}`));
    expect(told).to.deep.equal([
      'A /added',
      'A /added/one',
      'M /changed',
      'D /gone',
      'M /kept/deep',
      'A /kept/deep/new',
      'M /replaced',
      'D /replaced/a',
      'A /replaced/b',
    ]);
  });
});
