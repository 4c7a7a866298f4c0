import { expect } from 'chai';
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
import { lgetxattr, lsetxattr, mknod } from '../linux/syscalls.js';
import { failure, FileWorld, tar, tarOfDirectory } from './testing/world.js';

describe('archives written into containers', () => {
  let world: FileWorld;
  const box = (path: string) => ({ containerId: 'box', path });
  const put = (archive: Readable, path = '/', options = {}) =>
    world.files.streams.extract({ target: box(path), ...options }, archive);
  beforeEach(async () => (world = await FileWorld.open()));
  afterEach(() => world.close());
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
    expect((await failure(put(Readable.from([whole.subarray(0, 300)])))).message).to.equal('unexpected EOF');
    expect((await failure(put(Readable.from([Buffer.alloc(512, 'x')])))).message).to.match(
      /invalid tar header/,
    );
    await put(Readable.from([]));
  });
});
