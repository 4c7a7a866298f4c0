import { expect } from 'chai';
import { it } from 'mocha';
import { request } from '../../harness/http.js';
import { onEachEngine } from '../../harness/suite.js';
import { readTar } from '../../harness/tar.js';

interface Change {
  Path: string;
  Kind: number;
}

onEachEngine('changes and export of containers', (suite) => {
  const changes = async (id: string) =>
    suite.api.expect(await suite.api.get(`/containers/${id}/changes`), 200).json<Change[]>();

  it('tell what was added, modified and deleted, directories before what is in them', async () => {
    const script = `mkdir /new; echo x > /new/file; echo x >> /etc/passwd; rm /bin/wc; rm -r /home/app 2>/dev/null;
      mkdir -p /new/deep/er; chmod 700 /root`;
    const { id } = await suite.api.run({ Cmd: ['sh', '-c', script] });
    const told = await changes(id);
    const kinds = Object.fromEntries(told.map(({ Path, Kind }) => [Path, Kind]));
    expect(kinds).to.include({
      '/new': 1,
      '/new/file': 1,
      '/new/deep': 1,
      '/new/deep/er': 1,
      '/etc': 0,
      '/etc/passwd': 0,
      '/bin': 0,
      '/bin/wc': 2,
    });
    expect(Object.keys(kinds)).not.to.include.members(['/etc/hosts']);
    const paths = told.map(({ Path }) => Path);
    expect(paths.indexOf('/new')).to.be.lessThan(paths.indexOf('/new/file'));
    expect(paths.indexOf('/etc')).to.be.lessThan(paths.indexOf('/etc/passwd'));
  });

  it('are null where nothing was changed, of which the client makes a list', async () => {
    const { socketPath } = suite.engine;
    const raw = async (id: string) =>
      (await request(socketPath, 'GET', `${suite.api.prefix}/containers/${id}/changes`)).json();
    const id = await suite.api.create({});
    expect(await raw(id)).to.equal(null);
    expect(await changes(id)).to.deep.equal([]);
    const { id: over } = await suite.api.run({ Cmd: ['true'] });
    expect(await raw(over)).to.equal(null);
  });

  it('tell of a directory that was replaced', async () => {
    const id = await suite.api.create({
      Cmd: ['busybox', 'sh', '-c', 'busybox rm -r /etc; busybox mkdir /etc; busybox touch /etc/only'],
    });
    await suite.api.post(`/containers/${id}/start`);
    await suite.api.wait(id);
    const told = (await changes(id)) ?? [];
    const kinds = Object.fromEntries(told.map(({ Path, Kind }) => [Path, Kind]));
    expect(kinds).to.include({ '/etc': 0, '/etc/only': 1, '/etc/passwd': 2 });
  });

  it('export gives the root file system, without what is mounted', async () => {
    const host = `${suite.engine.directory}/tmp`;
    const id = await suite.api.start({
      Cmd: [
        'sh',
        '-c',
        'echo made > /made; touch /mnt-here/on-host /tmpfs/in-memory; touch /ready; sleep 600',
      ],
      HostConfig: { Binds: [`${host}:/mnt-here`], Tmpfs: { '/tmpfs': '' } },
    });
    const archive = `/containers/${id}/archive`;
    while ((await suite.api.call('HEAD', archive, { query: { path: '/ready' } })).status !== 200);
    for (const _state of ['running', 'stopped']) {
      const answer = suite.api.expect(await suite.api.get(`/containers/${id}/export`), 200);
      const files = await readTar(answer.body);
      expect(files.get('made')!.content.toString()).to.equal('made\n');
      expect([...files.keys()]).to.include.members(['bin/busybox', 'etc/passwd', 'proc', 'mnt-here']);
      const mounted = [...files.keys()].filter((name) => /^(proc|sys|mnt-here|tmpfs)\/./.test(name));
      expect(mounted).to.deep.equal([]);
      await suite.api.post(`/containers/${id}/kill`);
      await suite.api.wait(id);
    }
  });

  it('answer 404 for what is not there', async () => {
    for (const operation of ['changes', 'export'])
      expect((await suite.api.get(`/containers/none/${operation}`)).message).to.equal(
        'No such container: none',
      );
  });
});
