import { expect } from 'chai';
import { afterEach, it } from 'mocha';
import { readFileSync, writeFileSync } from 'node:fs';
import { eventually } from '../harness/eventually.js';
import { onArca } from '../harness/suite.js';

onArca('volumes over a kill -9 of the daemon', (suite) => {
  afterEach('bring the daemon back', async () => {
    if (suite.engine.pid === undefined) await suite.engine.start();
    await suite.api.wipe();
    await suite.api.delete('/images/slow-volume');
  });
  const names = async () =>
    (await suite.api.get('/volumes')).json<{ Volumes: { Name: string }[] }>().Volumes.map(({ Name }) => Name);
  /** Mounts below the daemon's directories of volumes, as the daemon sees them. */
  const mounted = () =>
    readFileSync(`/proc/${suite.engine.pid}/mounts`, 'utf8')
      .split('\n')
      .filter((line) => /\/volumes\//.test(line) && line.includes(suite.engine.directory));

  it('stay mounted while their container runs, and go with it', async () => {
    const options = { type: 'tmpfs', device: 'tmpfs', o: 'size=1m' };
    suite.api.expect(await suite.api.post('/volumes/create', { Name: 'memory', DriverOpts: options }), 201);
    await suite.api.run({
      Cmd: ['sh', '-c', 'mkdir /v/part; echo part > /v/part/file'],
      HostConfig: { Binds: ['disk:/v'] },
    });
    const id = await suite.api.start({
      Cmd: ['sh', '-c', 'echo one > /m/file; sleep 600'],
      HostConfig: {
        Binds: ['memory:/m'],
        Mounts: [{ Type: 'volume', Source: 'disk', Target: '/part', VolumeOptions: { Subpath: 'part' } }],
      },
    });
    await eventually(
      async () => (await suite.api.exec(id, ['cat', '/m/file'])).stdout === 'one\n',
      'it runs',
    );
    expect(mounted()).to.have.length(1);
    await suite.engine.crash();
    await suite.engine.start();
    expect((await suite.api.exec(id, ['cat', '/m/file', '/part/file'])).stdout).to.equal('one\npart\n');
    expect(mounted()).to.have.length(1);
    // The container still holds it.
    expect((await suite.api.delete('/volumes/memory')).status).to.equal(409);
    const { stdout } = await suite.api.run({ Cmd: ['cat', '/m/file'], HostConfig: { Binds: ['memory:/m'] } });
    expect(stdout).to.equal('one\n');
    await suite.api.post(`/containers/${id}/kill`);
    await suite.api.wait(id);
    await eventually(() => Promise.resolve(mounted().length === 0), 'the volume is unmounted');
  });

  it('leave none behind of a container whose end came while nobody looked', async () => {
    const options = { type: 'tmpfs', device: 'tmpfs' };
    suite.api.expect(await suite.api.post('/volumes/create', { Name: 'memory', DriverOpts: options }), 201);
    const body = { Cmd: ['sh', '-c', 'until [ -e /v/go ]; do sleep 0.1; done'], Volumes: { '/v': {} } };
    const id = await suite.api.start({ ...body, HostConfig: { AutoRemove: true, Binds: ['memory:/m'] } });
    const { Mounts } = (await suite.api.inspect(id)) as unknown as {
      Mounts: { Destination: string; Source: string }[];
    };
    await suite.engine.crash();
    writeFileSync(`${Mounts.find(({ Destination }) => Destination === '/v')!.Source}/go`, '');
    await suite.engine.start();
    await eventually(async () => (await names()).length === 1, 'the anonymous volume is removed');
    expect(await names()).to.deep.equal(['memory']);
    await eventually(() => Promise.resolve(mounted().length === 0), 'the volume is unmounted');
  });

  it('leave no anonymous volume of a creation that was cut off', async () => {
    const { id } = await suite.api.run({
      Cmd: ['sh', '-c', 'mkdir /much; cd /much; seq 1 1000 | xargs touch'],
    });
    suite.api.expect(await suite.api.post('/commit', {}, { container: id, repo: 'slow-volume' }), 201);
    await suite.api.delete(`/containers/${id}`);
    const creating = suite.api
      .post('/containers/create', { Image: 'slow-volume', Volumes: { '/much': {} } })
      .catch(() => undefined);
    await eventually(async () => (await names()).length === 1, 'the volume is made');
    await suite.engine.crash();
    await creating;
    await suite.engine.start();
    const containers = (await suite.api.get('/containers/json', { all: true })).json<unknown[]>();
    expect(await names()).to.have.length(containers.length);
    const again = await suite.api.run({
      Image: 'slow-volume',
      Cmd: ['sh', '-c', 'ls /much | wc -l'],
      Volumes: { '/much': {} },
    });
    expect(again.stdout).to.equal('1000\n');
  });
});
