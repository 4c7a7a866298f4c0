import { expect } from 'chai';
import { afterEach, beforeEach, it } from 'mocha';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { BUSYBOX } from '../../harness/busybox.js';
import type { HostConfig } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';
import { readTar, writeTar } from '../../harness/tar.js';

interface MountPoint {
  Type: string;
  Name?: string;
  Source: string;
  Destination: string;
  Driver?: string;
  Mode: string;
  RW: boolean;
  Propagation: string;
}

onEachEngine('volumes in containers', (suite) => {
  const IMAGE = 'volumes-test:latest';
  const volumes = async () =>
    (await suite.api.get('/volumes')).json<{ Volumes: { Name: string; Mountpoint: string }[] }>().Volumes ??
    [];
  const mountsOf = async (id: string) => (await suite.api.inspect(id))['Mounts'] as MountPoint[];
  const script = (text: string, host: HostConfig = {}, more: object = {}) =>
    suite.api.run({ Cmd: ['sh', '-c', text], HostConfig: host, ...more });

  beforeEach('make an image with something at the place of a volume', async () => {
    const { id } = await script(
      'mkdir -p /content/deep && echo one > /content/deep/file && ln -s deep/file /content/link && ' +
        'ln /content/deep/file /content/hard && chown -R 7:8 /content && chmod 2750 /content && echo file > /plain',
    );
    suite.api.expect(await suite.api.post('/commit', {}, { container: id, repo: 'volumes-test' }), 201);
    await suite.api.wipe();
  });
  afterEach('remove the image', async () => {
    await suite.api.wipe();
    await suite.api.delete(`/images/${IMAGE}`);
  });

  it('keep data from one container to the next', async () => {
    await script('echo kept > /v/file', { Binds: ['shared:/v'] });
    const { stdout } = await script('cat /other/file', {
      Mounts: [{ Type: 'volume', Source: 'shared', Target: '/other' }],
    });
    expect(stdout).to.equal('kept\n');
    const [volume] = await volumes();
    expect(readFileSync(join(volume!.Mountpoint, 'file'), 'utf8')).to.equal('kept\n');
  });

  it('get what the image has at their place, with owners, modes and links', async () => {
    const look =
      "cd /content && stat -c '%a %u:%g %n' . deep/file && readlink link && cat link && stat -c %h hard";
    const image = { Image: IMAGE };
    for (const HostConfig of [{ Binds: ['copy:/content'] }, {}]) {
      const Volumes = 'Binds' in HostConfig ? {} : { '/content': {} };
      const { stdout } = await script(look, HostConfig, { ...image, Volumes });
      expect(stdout).to.equal('2750 7:8 .\n644 7:8 deep/file\ndeep/file\none\n2\n');
    }
    // What is in a volume already counts.
    await script(
      'rm -r /content/deep /content/hard; echo new > /content/own',
      { Binds: ['copy:/content'] },
      image,
    );
    expect((await script('ls /content', { Binds: ['copy:/content'] }, image)).stdout).to.equal('link\nown\n');
  });

  it('stay empty when that is asked for', async () => {
    const image = { Image: IMAGE };
    for (const HostConfig of [
      { Binds: ['empty-one:/content:nocopy'] },
      {
        Mounts: [
          { Type: 'volume', Source: 'empty-two', Target: '/content', VolumeOptions: { NoCopy: true } },
        ],
      },
    ])
      expect((await script('ls -A /content | wc -l', HostConfig, image)).stdout).to.equal('0\n');
  });

  it('leave the points that are made for them with usual modes, and others as they were', async () => {
    const { id } = await script('true', {
      ...{ Binds: ['points:/new/deep:nocopy', '/proc/self/mounts:/new/file'], Tmpfs: { '/tmpfs/in': '' } },
      ...{ Mounts: [{ Type: 'bind', Source: '/proc', Target: '/content/deep/part' }] },
    });
    const files = await readTar((await suite.api.get(`/containers/${id}/export`)).body);
    const mode = (name: string) => (files.get(name)!.header.mode! & 0o7777).toString(8);
    for (const name of ['new', 'new/deep', 'new/file', 'tmpfs', 'tmpfs/in', 'content/deep/part'])
      expect(mode(name), name).to.equal('755');
    expect(mode('tmp')).to.equal('1777');
  });

  it('are refused over a file', async () => {
    const answer = await suite.api.post('/containers/create', { Image: IMAGE, Volumes: { '/plain': {} } });
    expect(answer.status).to.equal(500);
    expect(answer.message).to.match(/^cannot mount volume over existing file, file exists /);
    expect(await volumes()).to.deep.equal([]);
  });

  it('show in inspect', async () => {
    const id = await suite.api.create({
      Volumes: { '/anonymous': {} },
      HostConfig: {
        Binds: ['named:/named:ro'],
        Mounts: [
          { Type: 'volume', Source: 'mounted', Target: '/mounted' },
          { Type: 'tmpfs', Target: '/memory' },
        ],
        Tmpfs: { '/unseen': '' },
      },
    });
    const mounts = await mountsOf(id);
    const at = (path: string) => mounts.find(({ Destination }) => Destination === path)!;
    expect(mounts.map(({ Destination }) => Destination).sort()).to.deep.equal([
      ...['/anonymous', '/memory', '/mounted', '/named'],
    ]);
    const named = (await volumes()).find(({ Name }) => Name === 'named')!;
    expect(at('/named')).to.deep.equal({
      ...{ Type: 'volume', Name: 'named', Source: named.Mountpoint, Destination: '/named' },
      ...{ Driver: 'local', Mode: 'ro', RW: false, Propagation: '' },
    });
    expect(at('/mounted')).to.deep.include({ Name: 'mounted', Mode: 'z', RW: true });
    expect(at('/anonymous')).to.deep.include({ Type: 'volume', Driver: 'local', Mode: '', RW: true });
    expect(at('/anonymous').Name).to.match(/^[0-9a-f]{64}$/);
    expect(at('/memory')).to.deep.include({ Type: 'tmpfs', Source: '', RW: true });
    const filter = JSON.stringify({ volume: ['named'] });
    const listed = (await suite.api.get('/containers/json', { all: true, filters: filter })).json<
      { Id: string }[]
    >();
    expect(listed.map(({ Id }) => Id)).to.deep.equal([id]);
  });

  it('go with their container when they are anonymous and that is asked for', async () => {
    const body = { Volumes: { '/a': {} }, HostConfig: { Binds: ['stays:/b'] } };
    const first = await suite.api.create(body);
    const [anonymous] = (await mountsOf(first)).filter(({ Destination }) => Destination === '/a');
    suite.api.expect(await suite.api.delete(`/containers/${first}`), 204);
    expect((await volumes()).map(({ Name }) => Name).sort()).to.deep.equal([anonymous!.Name, 'stays'].sort());
    const second = await suite.api.create(body);
    suite.api.expect(await suite.api.delete(`/containers/${second}`, { v: true }), 204);
    expect((await volumes()).map(({ Name }) => Name).sort()).to.deep.equal([anonymous!.Name, 'stays'].sort());
    await script('true', { AutoRemove: false });
    const id = await suite.api.start({
      ...body,
      Cmd: ['true'],
      HostConfig: { AutoRemove: true, ...body.HostConfig },
    });
    await suite.api.wait(id, 'removed');
    expect(await volumes()).to.have.length(2);
  });

  it('come from other containers', async () => {
    const source = await suite.api.create(
      {
        Volumes: { '/own': {} },
        HostConfig: { Binds: ['given:/given', 'readonly:/readonly:ro'] },
      },
      'source',
    );
    const { stdout, id } = await script(
      'touch /own/x /given/x && ! touch /readonly/x 2>/dev/null && echo good',
      {
        VolumesFrom: ['source'],
      },
    );
    expect(stdout).to.equal('good\n');
    const [theirs, ours] = [await mountsOf(source), await mountsOf(id)];
    const places = (mounts: MountPoint[]) =>
      mounts.map(({ Name, Destination }) => `${Name} ${Destination}`).sort();
    expect(places(ours)).to.deep.equal(places(theirs));
    const { code } = await script('touch /given/y', { VolumesFrom: ['source:ro'] });
    expect(code).to.equal(1);
    // The anonymous volume is still the other container's.
    suite.api.expect(await suite.api.delete(`/containers/${id}`, { v: true }), 204);
    expect(await volumes()).to.have.length(3);
    const unknown = await suite.api.post('/containers/create', {
      Image: BUSYBOX,
      HostConfig: { VolumesFrom: ['nobody'] },
    });
    expect([unknown.status, unknown.message]).to.deep.equal([400, 'No such container: nobody']);
    const mode = await suite.api.post('/containers/create', {
      Image: BUSYBOX,
      HostConfig: { VolumesFrom: ['source:nocopy'] },
    });
    expect([mode.status, mode.message]).to.deep.equal([400, 'invalid mode: nocopy']);
  });

  it('may be file systems of their own', async () => {
    const options = { type: 'tmpfs', device: 'tmpfs', o: 'size=1m,uid=1000' };
    suite.api.expect(await suite.api.post('/volumes/create', { Name: 'memory', DriverOpts: options }), 201);
    const look = "stat -c %u /v; grep ' /v ' /proc/mounts | cut -d' ' -f3; echo here > /v/file; sleep 60";
    const first = await suite.api.start({ Cmd: ['sh', '-c', look], HostConfig: { Binds: ['memory:/v'] } });
    const second = await script('until cat /v/file; do sleep 0.1; done 2>/dev/null', {
      Binds: ['memory:/v'],
    });
    expect(second.stdout).to.equal('here\n');
    expect((await suite.api.logs(first)).stdout).to.equal('1000\ntmpfs\n');
    await suite.api.post(`/containers/${first}/kill`);
    await suite.api.wait(first);
    // Nobody has it mounted any more: what was in memory is gone.
    expect((await script('ls /v | wc -l', { Binds: ['memory:/v'] })).stdout).to.equal('0\n');
  });

  suite.since('1.45', 'subpaths are newer', 'may be mounted in part', async () => {
    await script('mkdir -p /v/a/b && echo part > /v/a/b/file && ln -s /etc /v/out && ln -s a /v/in', {
      Binds: ['parts:/v'],
    });
    const mount = (Subpath: string) => ({
      Mounts: [{ Type: 'volume', Source: 'parts', Target: '/part', VolumeOptions: { Subpath } }],
    });
    expect((await script('cat /part/file', mount('a/b'))).stdout).to.equal('part\n');
    expect((await script('cat /part', mount('in/b/file'))).stdout).to.equal('part\n');
    const place = join((await volumes())[0]!.Mountpoint, 'absolute');
    symlinkSync('/', place);
    for (const subpath of ['nosuch', 'out']) {
      const id = await suite.api.create({ Cmd: ['true'], HostConfig: mount(subpath) });
      const failed = await suite.api.post(`/containers/${id}/start`);
      expect(failed.message, subpath).to.match(/^cannot access path .*: no such file or directory$/);
    }
    // A link leads nowhere outside of the volume.
    expect((await script('ls /part | sort', mount('absolute'))).stdout).to.include('absolute');
    const refused = await suite.api.post('/containers/create', { Image: BUSYBOX, HostConfig: mount('../x') });
    expect(refused.status).to.equal(400);
    expect(refused.message).to.include('subpath must be a relative path within the volume');
  });

  suite.since('1.48', 'image mounts are newer', 'may be images, read-only', async () => {
    const mount = (more: object = {}) => ({
      Mounts: [{ Type: 'image', Source: IMAGE, Target: '/image', ...more }],
    });
    const { stdout, id } = await script(
      'cat /image/content/deep/file; ! touch /image/x 2>/dev/null && echo sealed',
      mount(),
    );
    expect(stdout).to.equal('one\nsealed\n');
    expect((await mountsOf(id))[0]).to.deep.include({
      Type: 'image',
      Name: IMAGE,
      Destination: '/image',
      RW: false,
    });
    const part = mount({ ImageOptions: { Subpath: 'content/deep' } });
    expect((await script('cat /image/file', part)).stdout).to.equal('one\n');
    const unknown = await suite.api.post('/containers/create', {
      ...{ Image: BUSYBOX, HostConfig: mount({ Source: 'nosuch:latest' }) },
    });
    expect([unknown.status, unknown.message]).to.deep.equal([404, 'No such image: nosuch:latest']);
  });

  suite.since(
    '1.48',
    'parts and images are newer',
    'are reached in part by copies of files, too',
    async () => {
      await script('mkdir -p /v/a && echo part > /v/a/file && ln -s /etc /v/out', { Binds: ['parts:/v'] });
      const copied = async (path: string, Mounts: object[]) => {
        const id = await suite.api.create({ Cmd: ['true'], HostConfig: { Mounts } as HostConfig });
        return { id, answer: await suite.api.get(`/containers/${id}/archive`, { path }) };
      };
      const part = (Subpath: string) => ({
        ...{ Type: 'volume', Source: 'parts', Target: '/part', VolumeOptions: { Subpath } },
      });
      const { id, answer } = await copied('/part/file', [part('a')]);
      expect(suite.api.expect(answer, 200).text).to.include('part\n');
      expect((await copied('/part/passwd', [part('out')])).answer.status).to.be.oneOf([404, 500]);
      const image = { Type: 'image', Source: IMAGE, Target: '/image', ImageOptions: { Subpath: 'content' } };
      const whole = await copied('/image/deep/file', [image]);
      expect(suite.api.expect(whole.answer, 200).text).to.include('one\n');
      const put = async (id: string, path: string) =>
        suite.api.call('PUT', `/containers/${id}/archive`, {
          query: { path },
          headers: { 'Content-Type': 'application/x-tar' },
          body: await writeTar([{ name: 'new', content: 'new\n' }]),
        });
      expect((await put(id, '/part')).status).to.equal(200);
      expect((await script('cat /v/a/new', { Binds: ['parts:/v'] })).stdout).to.equal('new\n');
      const sealed = await put(whole.id, '/image');
      expect([sealed.status, sealed.message]).to.deep.equal([400, 'mounted volume is marked read-only']);
    },
  );

  it('are reached by copies of files, also while nothing runs', async () => {
    const id = await suite.api.create({ HostConfig: { Binds: ['copied:/v'] } });
    await script('echo inside > /v/file', { Binds: ['copied:/v'] });
    const answer = await suite.api.get(`/containers/${id}/archive`, { path: '/v/file' });
    expect(suite.api.expect(answer, 200).text).to.include('inside');
    expect(existsSync((await volumes())[0]!.Mountpoint)).to.equal(true);
  });
});
