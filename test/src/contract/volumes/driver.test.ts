import { expect } from 'chai';
import { it } from 'mocha';
import { rmdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Api } from '../../harness/api.js';
import { BUSYBOX } from '../../harness/busybox.js';
import { loadBusybox, newEngine } from '../../harness/fleet.js';
import { onArca } from '../../harness/suite.js';

const SAMPLE = fileURLToPath(new URL('../../../../examples/plugin-volume-memory', import.meta.url));

onArca('a volume driver of a plugin', () => {
  it('makes volumes; what it refuses leaves nothing; without it the daemon starts, and its volumes can go', async () => {
    const engine = newEngine('arca', ['--plugin', SAMPLE]);
    await engine.start();
    try {
      const api = new Api(engine);
      await loadBusybox(engine);
      const create = (Name: string, DriverOpts: Record<string, string>) =>
        api.post('/volumes/create', { Name, Driver: 'memory', DriverOpts });
      const refused = await create('cache', {});
      expect([refused.status, refused.message]).to.deep.equal([
        400,
        'create cache: memory volumes need a size, such as size=64m',
      ]);
      expect((await api.get('/volumes/cache')).status).to.equal(404);
      api.expect(await create('cache', { size: '16m', mode: '0750' }), 201);
      expect((await api.get('/volumes/cache')).json()).to.include.deep.property('Status', {
        Limit: 16777216,
      });
      const script = 'df -k /cache | tail -n 1 | tr -s " "; stat -c %a /cache; echo kept > /cache/file';
      const HostConfig = { Binds: ['cache:/cache'] };
      const { stdout } = await api.run({ Cmd: ['sh', '-c', script], HostConfig });
      expect(stdout).to.match(/^tmpfs 16384 .*\n750\n$/);
      const next = await api.run({ Cmd: ['ls', '/cache'], HostConfig });
      expect(next.stdout, 'gone with the last container').to.equal('');

      // A mount that fails, here for what is copied up, is told, and no container is made.
      const { Mountpoint } = api
        .expect(await create('broken', { size: '1m' }), 201)
        .json<{ Mountpoint: string }>();
      rmdirSync(Mountpoint);
      writeFileSync(Mountpoint, '');
      const body = { Image: BUSYBOX, HostConfig: { Binds: ['broken:/broken'] } };
      const failed = await api.post('/containers/create', body);
      expect(failed.status).to.equal(500);
      expect(failed.message).to.include(`error while mounting volume '${Mountpoint}'`);
      const all = (await api.get('/containers/json', { all: true })).json<{ Id: string }[]>();
      expect(all).to.have.length(2);
      for (const { Id } of all) api.expect(await api.delete(`/containers/${Id}`), 204);

      await engine.crash();
      (engine as unknown as { flags: string[] }).flags.splice(0);
      await engine.start();
      const names = (await api.get('/volumes')).json<{ Volumes: { Name: string }[] }>().Volumes;
      expect(names.map(({ Name }) => Name).sort()).to.deep.equal(['broken', 'cache']);
      const start = await api.post('/containers/create', { Image: BUSYBOX, HostConfig });
      expect(start.message).to.include('plugin "memory" not found');
      expect((await api.delete('/volumes/cache')).status).to.equal(404);
      for (const name of ['cache', 'broken'])
        api.expect(await api.delete(`/volumes/${name}`, { force: 'true' }), 204);
      expect((await api.get('/volumes')).json<{ Volumes: unknown[] }>().Volumes).to.deep.equal([]);
    } finally {
      await engine.stop();
    }
  }).timeout(60_000);
});
