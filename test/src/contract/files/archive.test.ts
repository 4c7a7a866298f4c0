import { expect } from 'chai';
import { it } from 'mocha';
import { onEachEngine } from '../../harness/suite.js';
import { readTar, sha256, writeTar, type TarEntry } from '../../harness/tar.js';

interface PathStat {
  name: string;
  size: number;
  mode: number;
  mtime: string;
  linkTarget: string;
}

const DIRECTORY = 2 ** 31;
const SYMLINK = 2 ** 27;

onEachEngine('/containers/{id}/archive', (suite) => {
  const path = (id: string) => `/containers/${id}/archive`;
  const stat = async (id: string, file: string): Promise<PathStat> => {
    const answer = suite.api.expect(await suite.api.call('HEAD', path(id), { query: { path: file } }), 200);
    expect(answer.body).to.have.length(0);
    const header = String(answer.headers['x-docker-container-path-stat']);
    return JSON.parse(Buffer.from(header, 'base64').toString()) as PathStat;
  };
  const get = (id: string, file: string) => suite.api.get(path(id), { path: file });
  const read = async (id: string, file: string) => readTar(suite.api.expect(await get(id, file), 200).body);
  const put = async (id: string, directory: string, entries: TarEntry[], more = {}) =>
    suite.api.call('PUT', path(id), {
      query: { path: directory, ...more },
      body: await writeTar(entries),
      headers: { 'Content-Type': 'application/x-tar' },
    });
  const must = async (...given: Parameters<typeof put>) => suite.api.expect(await put(...given), 200);
  const run = (script: string, more = {}) =>
    suite.api.start({ Cmd: ['sh', '-c', `${script}; touch /ready; sleep 600`], ...more });
  const ready = async (id: string) => {
    while ((await suite.api.call('HEAD', path(id), { query: { path: '/ready' } })).status !== 200);
  };

  it('tells what a path is, of containers that run and that do not', async () => {
    const script =
      'mkdir -p /d/e; echo hello > /d/file; chmod 4751 /d/file; ln -s ../d/e /d/link; touch -d @1600000000 /d/file';
    const id = await run(script);
    await ready(id);
    for (const _state of ['running', 'stopped']) {
      expect(await stat(id, '/d/file')).to.deep.equal({
        ...{ name: 'file', size: 6, mode: 2 ** 23 + 0o751, mtime: '2020-09-13T12:26:40Z', linkTarget: '' },
      });
      expect(await stat(id, 'd/e/../link')).to.deep.include({
        name: 'link',
        mode: SYMLINK + 0o777,
        linkTarget: '/d/e',
      });
      expect(await stat(id, '/d/link/')).to.deep.include({ name: 'link', mode: DIRECTORY + 0o755 });
      expect(await stat(id, '/d/.')).to.deep.include({ name: '.', mode: DIRECTORY + 0o755 });
      expect((await stat(id, '/')).name).to.equal('/');
      await suite.api.post(`/containers/${id}/kill`);
      await suite.api.wait(id);
    }
  });

  it('tells it to many at once, whatever else is renamed meanwhile', async () => {
    const script = 'mkdir -p /d/e /x; touch /d/file; ln -s ../d/e /d/link; touch /ready';
    const id = await run(`${script}; while :; do mv /x /y; mv /y /x; done`);
    await ready(id);
    const other = await run(script);
    await ready(other);
    suite.api.expect(await suite.api.post(`/containers/${other}/kill`), 204);
    await suite.api.wait(other);
    const paths = ['/d/e/../file', '/d/link/', '/d/e/../../d/e/../link'];
    const asked = Array.from({ length: 60 }, (_, index) => stat(index % 2 ? id : other, paths[index % 3]!));
    const names = (await Promise.all(asked)).map(({ name }) => name);
    expect(new Set(names)).to.deep.equal(new Set(['file', 'link']));
  });

  it('gives a file, a directory, what is in it, and links for themselves', async () => {
    const id = await run('mkdir /d; echo hello > /d/file; ln -s file /d/link; ln /d/file /d/hard');
    await ready(id);
    expect([...(await read(id, '/d/file')).keys()]).to.deep.equal(['file']);
    expect([...(await read(id, '/d/link')).values()][0]!.header).to.include({
      type: 'symlink',
      linkname: 'file',
    });
    const directory = await read(id, '/d');
    expect([...directory.keys()]).to.have.members(['d', 'd/file', 'd/link', 'd/hard']);
    const linked = ['d/file', 'd/hard'].map((name) => directory.get(name)!.header.type);
    expect(linked).to.have.members(['file', 'link']);
    expect([...(await read(id, '/d/.')).keys()].map((name) => name.replace(/^\.\//, ''))).to.have.members([
      ...['.', 'file', 'link', 'hard'],
    ]);
    expect((await get(id, '/d')).headers).to.include.keys('x-docker-container-path-stat');
  });

  it('answers 404 for what is not there, in dockerd’s words', async () => {
    const id = await suite.api.create({}, 'lacking');
    for (const answer of [await get('lacking', '/no/such'), await put(id, '/no/such', [])]) {
      expect(answer.status).to.equal(404);
      expect(answer.message).to.match(/^Could not find the file \/no\/such in container /);
    }
    const head = await suite.api.call('HEAD', path(id), { query: { path: '/none' } });
    expect([head.status, head.text]).to.deep.equal([404, '']);
    expect((await get('none', '/')).message).to.equal('No such container: none');
    expect((await suite.api.get(path(id))).status).to.equal(400);
  });

  it('never leaves the container', async () => {
    const id = await run('ln -s /proc/1/root/etc /out; ln -s ../../../../../../etc /up; mkdir /etc/own');
    await ready(id);
    expect((await stat(id, '/up')).linkTarget).to.equal('/etc');
    await must(id, '/up', [{ name: 'mine', content: 'x' }]);
    expect((await stat(id, '/etc/mine')).size).to.equal(1);
    await must(id, '/', [
      { name: 'planted', type: 'symlink', linkname: '/etc/own' },
      { name: 'planted/inside', content: 'x' },
    ]);
    expect((await stat(id, '/etc/own/inside')).size).to.equal(1);
    const outside = await put(id, '/tmp', [{ name: '../../escaped', content: 'x' }]);
    expect(outside.status).to.equal(500);
    expect(outside.message).to.match(/is outside of/);
  });

  it('writes into containers that run and that do not, with owners, modes and times', async () => {
    const id = await suite.api.create({
      Cmd: ['sh', '-c', 'stat -c "%n %a %u:%g %Y %F" /t/dir /t/dir/file /t/soft'],
    });
    await must(id, '/', [{ name: 't/', type: 'directory', mode: 0o755 }]);
    const mtime = new Date(1_500_000_000_000);
    await must(id, '/t', [
      { name: 'dir/', type: 'directory', mode: 0o1770, uid: 7, gid: 8, mtime },
      { name: 'dir/file', content: 'x', mode: 0o4755, uid: 9, gid: 10, mtime },
      { name: 'soft', type: 'symlink', linkname: 'dir', uid: 11, gid: 12, mtime },
    ]);
    await suite.api.post(`/containers/${id}/start`);
    await suite.api.wait(id);
    expect((await suite.api.logs(id)).stdout.trim().split('\n')).to.deep.equal([
      '/t/dir 1770 7:8 1500000000 directory',
      '/t/dir/file 4755 9:10 1500000000 regular file',
      '/t/soft 777 11:12 1500000000 symbolic link',
    ]);
  });

  it('does not mix files and directories when told not to', async () => {
    const id = await suite.api.create({});
    await must(id, '/tmp', [
      { name: 'dir/', type: 'directory' },
      { name: 'file', content: 'x' },
    ]);
    const strict = { noOverwriteDirNonDir: true };
    const refused = [
      await put(id, '/tmp', [{ name: 'dir', content: 'x' }], strict),
      await put(id, '/tmp', [{ name: 'file/', type: 'directory' }], strict),
    ];
    expect(refused.map(({ status }) => status)).to.deep.equal([500, 500]);
    expect(refused[0]!.message).to.include('cannot overwrite directory "/tmp/dir" with non-directory "/tmp"');
    expect(refused[1]!.message).to.include(
      'cannot overwrite non-directory "/tmp/file" with directory "/tmp"',
    );
    await must(id, '/tmp', [{ name: 'dir', content: 'x' }]);
    expect((await stat(id, '/tmp/dir')).mode).to.be.lessThan(DIRECTORY);
  });

  it('refuses read-only roots and mounts, and what is no directory', async () => {
    const host = `${suite.engine.directory}/tmp`;
    const HostConfig = { ReadonlyRootfs: true, Binds: [`${host}:/ro:ro`, `${host}:/rw`] };
    const id = await suite.api.create({ HostConfig });
    const refusal = suite.versioned('1.44', 'these became faults of the request', 400, 500);
    const entry = { name: 'given', content: 'x' };
    const cases = {
      '/': 'container rootfs is marked read-only',
      '/ro': 'mounted volume is marked read-only',
    };
    for (const [directory, message] of Object.entries(cases)) {
      const answer = await put(id, directory, [entry]);
      expect([answer.status, answer.message]).to.deep.equal([refusal, message]);
    }
    await must(id, '/rw', [entry]);
    expect((await read(id, '/ro/given')).get('given')!.content.toString()).to.equal('x');
    const other = await suite.api.create({});
    const file = await put(other, '/etc/passwd', [entry]);
    expect([file.status, file.message]).to.deep.equal([refusal, 'extraction point is not a directory']);
  });

  it('takes 64 MB and gives them back unchanged', async () => {
    const id = await suite.api.create({});
    const content = Buffer.alloc(64 * 1024 * 1024);
    for (let index = 0; index < content.length; index += 4096) content.writeUInt32LE(index, index);
    await must(id, '/tmp', [{ name: 'large', content }]);
    const back = (await read(id, '/tmp/large')).get('large')!.content;
    expect(sha256(back)).to.equal(sha256(content));
  });

  it('tells events', async () => {
    const id = await suite.api.create({});
    const events = await suite.api.events({ filters: { container: [id] } });
    await read(id, '/etc');
    await must(id, '/tmp', [{ name: 'x', content: '' }]);
    await suite.api.get(`/containers/${id}/export`);
    for (const action of ['archive-path', 'extract-to-dir', 'export'])
      await events.find(({ Action }) => Action === action);
    events.destroy();
  });
});
