import { expect } from 'chai';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detachBelow, mountOf, mountPoints, parseMountPoint } from './mounts.js';
import { mount } from './syscalls.js';

describe('mount points', () => {
  it('are read past the optional fields, with the escapes of the kernel', () => {
    const line = String.raw`36 35 98:0 /a\040b /mnt/x\134y rw,noatime shared:1 master:2 - cgroup cgroup rw,cpu,cpuacct`;
    expect(parseMountPoint(line)).to.deep.equal({
      root: '/a b',
      target: '/mnt/x\\y',
      type: 'cgroup',
      shared: true,
      slave: true,
      superOptions: ['rw', 'cpu', 'cpuacct'],
    });
    expect(parseMountPoint('1 2 0:3 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw').type).to.equal('cgroup2');
  });

  it('are detached below a directory, nested ones too, and nowhere else', async () => {
    const base = mkdtempSync(join(tmpdir(), 'arca-mounts-'));
    const below = async () => (await mountPoints()).filter(({ target }) => target.startsWith(base));
    try {
      for (const name of ['one', 'one two']) {
        mkdirSync(join(base, name));
        mount('tmpfs', join(base, name), 'tmpfs', 0);
      }
      mkdirSync(join(base, 'one', 'inner'));
      mount('tmpfs', join(base, 'one', 'inner'), 'tmpfs', 0);
      await detachBelow(join(base, 'one'));
      expect((await below()).map(({ target }) => target)).to.deep.equal([join(base, 'one two')]);
    } finally {
      await detachBelow(base);
      rmSync(base, { recursive: true, force: true });
    }
  });

  it('are found by what is in them, the innermost and of one place the last', () => {
    const mount = (target: string, root: string) => ({
      ...parseMountPoint(`1 2 0:3 ${root} ${target} rw - x x rw`),
    });
    const mounts = [mount('/', 'a'), mount('/b', 'b'), mount('/b/c', 'c'), mount('/b', 'd')];
    const rootOf = (path: string) => mountOf(path, mounts)?.root;
    expect(['/x', '/b', '/bb', '/b/c/d'].map(rootOf)).to.deep.equal(['a', 'd', 'a', 'c']);
  });
});
