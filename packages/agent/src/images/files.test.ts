import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { detach, mount } from '../linux/syscalls.js';
import { layerDirectories, readFile } from './files.js';

describe('files of an overlay', () => {
  let directory: string;
  let layers: string[];
  const at = (path: string) => join(directory, path);
  const write = (path: string, text: string) => {
    mkdirSync(join(at(path), '..'), { recursive: true });
    writeFileSync(at(path), text);
  };

  before(() => {
    // On tmpfs: an overlay's upper directory cannot itself be on an overlay.
    directory = mkdtempSync(join(tmpdir(), `arca-files-${process.pid}-`));
    mount('tmpfs', directory, 'tmpfs', 0);
    for (const name of ['merged', 'work', 'upper', 'middle', 'bottom']) mkdirSync(at(name));
    for (const path of ['plain', 'gone', 'dir/kept', 'dir/gone', 'opaque/old', 'turned/inside', 'over']) {
      write(`bottom/${path}`, `bottom ${path}`);
    }
    for (const path of ['over', 'dir/added', 'file-over-dir/x']) write(`middle/${path}`, `middle ${path}`);
    const links = {
      absolute: '/dir/kept',
      relative: 'dir/../over',
      out: '../../../etc/hostname',
      loop: 'loop',
      via: 'link-dir/added',
    };
    for (const [name, target] of Object.entries(links)) symlinkSync(target, at(`middle/${name}`));
    symlinkSync('/dir', at('middle/link-dir'));
    const options = `lowerdir=${at('middle')}:${at('bottom')},upperdir=${at('upper')},workdir=${at('work')}`;
    mount('overlay', at('merged'), 'overlay', 0, options);
    for (const path of ['gone', 'dir/gone', 'opaque', 'turned', 'file-over-dir'])
      rmSync(at(`merged/${path}`), { recursive: true });
    write('merged/opaque/new', 'new');
    write('merged/turned', 'now a file');
    write('merged/file-over-dir', 'now a file');
    layers = ['upper', 'middle', 'bottom'].map(at);
  });

  after(() => {
    detach(at('merged'));
    detach(directory);
    rmSync(directory, { recursive: true });
  });

  const shown = async (path: string) => (await readFile(layers, path))?.toString();

  it('are read as the kernel shows them', async () => {
    const found = execFileSync('find', [at('merged'), '-type', 'f', '-printf', '%P\n'], { encoding: 'utf8' });
    const paths = found.trim().split('\n');
    expect(paths).to.have.members([
      'plain',
      'dir/kept',
      'dir/added',
      'opaque/new',
      'turned',
      'over',
      'file-over-dir',
    ]);
    for (const path of paths)
      expect(await shown(path), path).to.equal(readFileSync(at(`merged/${path}`), 'utf8'));
  });

  it('are not there once deleted or covered', async () => {
    for (const path of [
      'gone',
      'dir/gone',
      'opaque/old',
      'turned/inside',
      'file-over-dir/x',
      'nosuch',
      'dir',
    ]) {
      expect(await shown(path), path).to.equal(undefined);
    }
  });

  it('are found through links, which stay inside', async () => {
    expect(await shown('/absolute')).to.equal('bottom dir/kept');
    expect(await shown('relative')).to.equal('middle over');
    expect(await shown('via')).to.equal('middle dir/added');
    expect(await shown('./link-dir//kept')).to.equal('bottom dir/kept');
    expect(await shown('out')).to.equal(undefined);
    expect(await shown('loop')).to.equal(undefined);
  });

  it('come from the directories that a mount names', () => {
    const overlay = {
      type: 'overlay',
      source: 'overlay',
      options: ['workdir=/w', 'upperdir=/u', 'lowerdir=/a:/b'],
    };
    expect(layerDirectories([overlay])).to.deep.equal(['/u', '/a', '/b']);
    expect(
      layerDirectories([{ type: 'overlay', source: 'overlay', options: ['lowerdir=/a:/b'] }]),
    ).to.deep.equal(['/a', '/b']);
    expect(layerDirectories([{ type: 'bind', source: '/one', options: ['ro', 'rbind'] }])).to.deep.equal([
      '/one',
    ]);
  });
});
