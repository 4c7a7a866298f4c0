import { ChangeKind } from '@arca/agent-proto';
import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lchownSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pack, type Header } from 'tar-stream';
import { lgetxattr, lsetxattr, mknod } from '../linux/syscalls.js';
import { absolutePath, nameOf } from './paths.js';
import { FileWorld, tarOfDirectory } from './testing/world.js';

async function failure(result: Promise<unknown>): Promise<Error & { code: string }> {
  try {
    await result;
  } catch (error) {
    return error as Error & { code: string };
  }
  throw new Error('nothing was refused');
}

type Member = Partial<Header> & { name: string; content?: string };

function tar(...members: Member[]): Readable {
  const archive = pack();
  for (const { content = '', ...header } of members) archive.entry({ mode: 0o644, ...header }, content);
  archive.finalize();
  return Readable.from(archive);
}

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

  describe('written', () => {
    const inUpper = (path: string) => join(world.upper, path);

    it('keeps owners, modes, times, links, devices and attributes', async () => {
      const source = world.make('source');
      const file = join(source, 'file');
      writeFileSync(file, 'content');
      chmodSync(file, 0o755);
      lchownSync(file, 1234, 5678);
      chmodSync(file, 0o4755);
      lsetxattr(file, 'user.note', Buffer.from([0, 0xff, 0x0a, 0x80]));
      lutimesSync(file, 1, 1_600_000_000.5);
      linkSync(file, join(source, 'hard'));
      symlinkSync('/nowhere', join(source, 'soft'));
      lchownSync(join(source, 'soft'), 7, 8);
      mknod(join(source, 'device'), 0o020600, 1, 3);
      mknod(join(source, 'fifo'), 0o010600);
      mkdirSync(join(source, 'dir'), { mode: 0o700 });
      writeFileSync(join(source, 'dir/inner'), '');
      lutimesSync(join(source, 'dir'), 1, 1_500_000_000);
      const archive = tarOfDirectory(source, '--format=pax', '--xattrs', '.');
      await put(Readable.from([archive]));
      const stats = lstatSync(inUpper('file'));
      expect([stats.uid, stats.gid, stats.mode & 0o7777]).to.deep.equal([1234, 5678, 0o4755]);
      expect(stats.mtimeMs).to.equal(1_600_000_000_500);
      expect(lgetxattr(inUpper('file'), 'user.note')).to.deep.equal(Buffer.from([0, 0xff, 0x0a, 0x80]));
      expect(lstatSync(inUpper('hard')).ino).to.equal(stats.ino);
      expect(readlinkSync(inUpper('soft'))).to.equal('/nowhere');
      expect(lstatSync(inUpper('soft')).uid).to.equal(7);
      expect(lstatSync(inUpper('device')).rdev).to.equal(0x103);
      expect(lstatSync(inUpper('fifo')).isFIFO()).to.equal(true);
      expect(lstatSync(inUpper('dir')).mtimeMs).to.equal(1_500_000_000_000);
      expect(lstatSync(inUpper('dir')).mode & 0o7777).to.equal(0o700);
      expect(world.left()).to.deep.equal([]);
    });

    it('keeps large files with holes, names beyond 100 bytes, and compressed archives', async () => {
      const source = world.make('source');
      const name = 'n'.repeat(200);
      writeFileSync(join(source, name), 'start');
      truncateSync(join(source, name), 2 ** 26);
      for (const format of ['gnu', 'pax']) {
        const archive = tarOfDirectory(source, '--gzip', `--format=${format}`, '.');
        await put(Readable.from([archive]), '/');
        const stats = statSync(inUpper(name));
        expect(stats.size).to.equal(2 ** 26);
        expect(stats.blocks * 512).to.be.lessThan(2 ** 22);
      }
    });

    it('does not follow a link that an archive or the container has planted', async () => {
      symlinkSync(world.outside, join(world.lower, 'planted'));
      mkdirSync(join(world.lower, world.outside), { recursive: true });
      await put(
        tar(
          { name: 'link', type: 'symlink', linkname: '../../../../../../..' + world.outside },
          { name: 'link/escaped', content: 'x' },
          { name: 'planted/escaped', content: 'x' },
        ),
      );
      expect(existsSync(join(world.outside, 'escaped'))).to.equal(false);
      expect(readFileSync(inUpper(join(world.outside, 'escaped')), 'utf8')).to.equal('x');
      for (const member of [
        { name: '../escaped' },
        { name: 'a', type: 'link', linkname: '../../etc/passwd' } as const,
      ])
        expect((await failure(put(tar(member), '/tmp'))).message).to.match(/outside of|no such file/);
    });

    it('replaces what is there, merges directories, and refuses to mix them when told', async () => {
      mkdirSync(join(world.lower, 'dir/kept'), { recursive: true });
      writeFileSync(join(world.lower, 'file'), 'old');
      await put(tar({ name: 'dir/', type: 'directory', mode: 0o711 }, { name: 'file', content: 'new' }));
      expect(existsSync(join(world.lower, 'dir/kept'))).to.equal(true);
      expect(readFileSync(inUpper('file'), 'utf8')).to.equal('new');
      const refused = await failure(put(tar({ name: 'dir', content: '' }), '/', { noOverwrite: true }));
      expect(refused.message).to.equal('cannot overwrite directory "/dir" with non-directory "/"');
      const other = await failure(put(tar({ name: 'file', type: 'directory' }), '/', { noOverwrite: true }));
      expect(other.message).to.equal('cannot overwrite non-directory "/file" with directory "/"');
      await put(tar({ name: 'dir', content: 'now a file' }));
      expect(readFileSync(inUpper('dir'), 'utf8')).to.equal('now a file');
    });

    it('gives all to one owner', async () => {
      await put(tar({ name: 'a', uid: 1, gid: 1 }), '/', { owner: { uid: 42, gid: 43 } });
      expect(lstatSync(inUpper('a'))).to.include({ uid: 42, gid: 43 });
    });

    it('needs a directory that is there and may be written to', async () => {
      writeFileSync(join(world.lower, 'file'), '');
      const empty = () => tar({ name: 'x' });
      expect((await failure(put(empty(), '/none'))).code).to.equal('NOT_FOUND');
      expect(await failure(put(empty(), '/file'))).to.include({
        ...{ code: 'INVALID_ARGUMENT', message: 'extraction point is not a directory' },
      });
      expect(await failure(put(empty(), '/', { readOnlyRoot: true }))).to.include({
        ...{ code: 'PERMISSION_DENIED', message: 'container rootfs is marked read-only' },
      });
      const into = (path: string, readOnly: boolean) =>
        world.files.streams.extract(
          {
            target: { ...box(path), mounts: [{ source: world.outside, target: '/volume', readOnly }] },
            readOnlyRoot: true,
          },
          empty(),
        );
      expect((await failure(into('/volume', true))).message).to.equal('mounted volume is marked read-only');
      await into('/volume', false);
      expect(existsSync(join(world.outside, 'x'))).to.equal(true);
      expect(world.left()).to.deep.equal([]);
    });

    it('says so when an archive ends early or is none', async () => {
      const whole = tarOfDirectory(world.lower, '.');
      expect((await failure(put(Readable.from([whole.subarray(0, 300)])))).message).to.equal(
        'unexpected EOF',
      );
      expect((await failure(put(Readable.from([Buffer.alloc(512, 'x')])))).message).to.match(
        /invalid tar header/,
      );
      await put(Readable.from([]));
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
      'D /replaced',
      'A /replaced/b',
    ]);
  });
});
