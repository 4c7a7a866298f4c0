import { execFileSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { layerArchive } from '../files/layer-archive.js';
import { readTar } from '../files/tar-reader.js';
import { attributesOf, lgetxattr, lsetxattr, mknod } from '../linux/syscalls.js';
import { layerDirectories } from './files.js';
import { containerLayers } from './layers.js';
import { makeImage, savedArchive, smallLayer } from './testing/archives.js';
import { caught, Testbed } from './testing/testbed.js';

const character = 0o020000;

describe('images of containers', function () {
  this.timeout(60_000);
  let bed: Testbed;
  let imageId: string;
  let upper: string;
  let lowers: string[];

  before(async () => {
    bed = await Testbed.open();
  });
  after(() => bed.close());

  const layers = () => containerLayers(bed.containerd, bed.store);
  beforeEach('make a container', async () => {
    const made = makeImage([await smallLayer('base')]);
    await bed.load(await savedArchive(made, ['base:1']));
    imageId = made.id;
    await layers().prepare('box', imageId);
    [upper = '', ...lowers] = layerDirectories(await layers().mounts('box'));
  });
  afterEach(async () => {
    await layers().remove('box');
    await bed.removeAll();
  });

  const commit = (request: object = {}) =>
    bed.images.commit({ containerId: 'box', imageId, config: '{}', ...request });
  /** The directory of the image's topmost layer. */
  const layerOf = async (id: string) => {
    const mounts = await bed.containerd.snapshots.layerMounts(await bed.store.chainId(id));
    return layerDirectories(mounts)[0]!;
  };
  const members = async () => {
    const found = [];
    for await (const { content, ...entry } of readTar(layerArchive(upper, lowers))) {
      const chunks: Buffer[] = [];
      for await (const chunk of content) chunks.push(chunk);
      found.push({ ...entry, text: Buffer.concat(chunks).toString() });
    }
    return found;
  };

  it('have one more layer with what the container changed', async () => {
    await mkdir(join(upper, 'made'));
    await writeFile(join(upper, 'made/file'), 'content');
    mknod(join(upper, 'gone'), character);
    const config = JSON.stringify({ Env: ['A=1'] });
    const request = { config, author: 'me', message: 'why', createdBy: 'sh', reference: 'Made', tag: 'x' };
    expect(await caught(commit(request))).to.include({ code: 'INVALID_ARGUMENT' });
    const { imageId: id, reference } = await commit({ ...request, reference: 'made:old' });
    expect(reference).to.equal('made:x');
    const image = await bed.images.get({ reference: 'made:x' });
    expect(image).to.deep.include({ id, repoTags: ['made:x'] });
    const parent = await bed.images.get({ reference: imageId });
    expect(image.layers).to.have.length(parent.layers.length + 1);
    expect(image.layers.slice(0, -1)).to.deep.equal(parent.layers);
    const document = JSON.parse(image.config) as { history: object[]; [key: string]: unknown };
    expect(document).to.deep.include({ author: 'me', config: { Env: ['A=1'] } });
    expect(document.history.at(-1)).to.deep.include({ author: 'me', comment: 'why', created_by: 'sh' });
    const layer = await layerOf(id);
    expect((await readdir(layer)).sort()).to.deep.equal(['gone', 'made']);
    expect(execFileSync('stat', ['-c', '%F %t %T', join(layer, 'gone')]).toString()).to.match(
      /^character special file 0 0/,
    );
  });

  it('stay whole when the container and its image go', async () => {
    await writeFile(join(upper, 'file'), 'kept');
    const { imageId: id } = await commit({ reference: 'kept' });
    await layers().remove('box');
    await bed.images.remove({ reference: 'base:1', force: true });
    await bed.restart();
    expect(await bed.images.readFile({ id, path: '/file' })).to.deep.include({ found: true });
  });

  it('share all layers when nothing has changed, mount points aside', async () => {
    await mkdir(join(upper, 'etc'));
    await writeFile(join(upper, 'etc/hosts'), '');
    await mkdir(join(upper, 'dev'));
    await mkdir(join(upper, 'proc'));
    await writeFile(join(upper, '.dockerenv'), '');
    const { imageId: id } = await commit();
    const [image, parent] = [
      await bed.images.get({ reference: id }),
      await bed.images.get({ reference: imageId }),
    ];
    expect(image.layers).to.deep.equal(parent.layers);
    const { history } = JSON.parse(image.config) as { history: object[] };
    expect(history.at(-1)).to.include({ empty_layer: true });
    await writeFile(join(upper, 'etc/hosts'), 'changed');
    expect((await members()).map(({ name }) => name)).to.deep.equal(['etc/', 'etc/hosts']);
  });

  it('keep kinds, owners, permissions, links, devices, attributes and long names', async () => {
    const long = 'n'.repeat(180);
    await mkdir(join(upper, 'dir'));
    lsetxattr(join(upper, 'dir'), 'trusted.overlay.opaque', Buffer.from('y'));
    await writeFile(join(upper, 'dir/a'), 'text', { mode: 0o600 });
    execFileSync('sh', [
      '-ec',
      `cd "$1"; ln dir/a dir/b; ln -s ../etc dir/l; mkfifo dir/p; mknod dir/z b 7 300
      chown 3000000:5 dir/a; chmod 4751 dir/a; touch -d @1000 dir/a; : > dir/${long}; : > dir/.wh.own
      : > "$(printf 'dir/\\377')"`,
      'sh',
      upper,
    ]);
    lsetxattr(join(upper, 'dir/a'), 'user.bytes', Buffer.from([0, 255, 10]));
    const found = await members();
    const names = found.map(({ name }) => name);
    expect(names.slice(0, 3)).to.deep.equal(['dir/', 'dir/.wh..wh..opq', 'dir/a']);
    expect(names).to.include(`dir/${long}`).and.not.include('dir/.wh.own');
    const named = (name: string) => found.find((entry) => entry.name === name)!;
    expect(named('dir/a')).to.include({ type: 'file', uid: 3_000_000, gid: 5, mode: 0o4751, text: 'text' });
    expect(named('dir/a').modified).to.equal(1_000_000_000_000n);
    expect(named('dir/b')).to.include({ type: 'link', linkName: 'dir/a' });
    expect(named('dir/l')).to.include({ type: 'symlink', linkName: '../etc' });
    expect(named('dir/p').type).to.equal('fifo');
    expect(named('dir/z')).to.include({ type: 'block', major: 7, minor: 300 });
    const layer = await layerOf((await commit()).imageId);
    expect(lgetxattr(join(layer, 'dir'), 'trusted.overlay.opaque')?.toString()).to.equal('y');
    const attributes = attributesOf(Buffer.from(join(layer, 'dir/a')));
    expect(attributes.get('user.bytes')).to.deep.equal(Buffer.from([0, 255, 10]));
    const bytes = await readdir(join(layer, 'dir'), { encoding: 'latin1' });
    expect(bytes).to.include('\xff');
  });

  it('are not made of containers and images that are not there, nor of names kept elsewhere', async () => {
    expect(await caught(commit({ containerId: 'none' }))).to.include({ code: 'NOT_FOUND' });
    const gone = `sha256:${'0'.repeat(64)}`;
    expect(await caught(commit({ imageId: gone }))).to.include({ code: 'NOT_FOUND' });
    await mkdir(join(upper, 'moved'));
    lsetxattr(join(upper, 'moved'), 'trusted.overlay.redirect', Buffer.from('/from'));
    const error = await caught(commit());
    expect(error.message).to.contain('trusted.overlay.redirect');
    expect((await bed.leftovers()).ingests).to.deep.equal([]);
  });
});
