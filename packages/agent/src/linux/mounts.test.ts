import { expect } from 'chai';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detachBelow, mountPoints, parseMountPoint } from './mounts.js';
import { mount } from './syscalls.js';

describe('mount points', () => {
  it('are read past the optional fields, with the escapes of the kernel', () => {
    const line = String.raw`36 35 98:0 /a\040b /mnt/x\134y rw,noatime shared:1 master:2 - cgroup cgroup rw,cpu,cpuacct`;
    expect(parseMountPoint(line)).to.deep.equal({
      root: '/a b',
      target: '/mnt/x\\y',
      type: 'cgroup',
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
});
