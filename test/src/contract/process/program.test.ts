import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { eventually } from '../../harness/eventually.js';
import type { ContainerState, HostConfig } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('the program of a container', (suite) => {
  const end = async (id: string): Promise<ContainerState> => (await suite.api.inspect(id)).State;
  /** Starts a shell that tells of the signals it gets, and waits for it to be ready. */
  const trapping = async (body: object, script: string) => {
    const id = await suite.api.start({
      Cmd: ['sh', '-c', `${script}; echo ready; while :; do sleep 0.1; done`],
      ...body,
    });
    await eventually(async () => (await suite.api.logs(id)).stdout.includes('ready'), 'the trap is set');
    return id;
  };

  it('runs below an init that reaps', async () => {
    const HostConfig: HostConfig = { Init: true };
    const { stdout } = await suite.api.run({ Cmd: ['sh', '-c', 'cat /proc/1/comm; echo $$'], HostConfig });
    expect(stdout).to.match(/^(docker-init|tini)\n[2-9]\d*\n$/);
    const plain = await suite.api.run({ Cmd: ['sh', '-c', 'echo $$'], HostConfig: { Init: false } });
    expect(plain.stdout).to.equal('1\n');
  });

  it('is stopped by its signal', async () => {
    const id = await trapping({ StopSignal: 'SIGUSR1' }, 'trap "exit 9" USR1');
    suite.api.expect(await suite.api.post(`/containers/${id}/stop`), 204);
    expect((await end(id)).ExitCode).to.equal(9);
    const refused = await suite.api.post('/containers/create', { Image: BUSYBOX, StopSignal: 'SIGSHOE' });
    expect(`${refused.status} ${refused.message}`).to.match(/^400 invalid signal: SIGSHOE$/i);
  });

  it('is killed when its time to stop is over', async () => {
    const id = await trapping({ StopTimeout: 0 }, 'trap "" TERM');
    suite.api.expect(await suite.api.post(`/containers/${id}/stop`), 204);
    expect((await end(id)).ExitCode).to.equal(137);
  });

  it('is run by the runtime that is named, of those that the daemon knows', async () => {
    const { DefaultRuntime, Runtimes } = (await suite.api.get('/info')).json<{
      DefaultRuntime: string;
      Runtimes: object;
    }>();
    for (const Runtime of Object.keys(Runtimes).filter((name) =>
      ['runc', 'crun', DefaultRuntime].includes(name),
    )) {
      const { code, id } = await suite.api.run({ Cmd: ['true'], HostConfig: { Runtime } });
      expect(code, Runtime).to.equal(0);
      expect((await suite.api.inspect(id)).HostConfig['Runtime']).to.equal(Runtime);
    }
    const body = { Image: BUSYBOX, HostConfig: { Runtime: 'shoe' } };
    const refused = await suite.api.post('/containers/create', body);
    expect(refused.status).to.be.within(400, 500);
    expect(refused.message).to.match(/[Uu]nknown.* runtime.*shoe/);
  });

  it('has the isolation of Linux only', async () => {
    const refused = await suite.api.post('/containers/create', {
      ...{ Image: BUSYBOX, HostConfig: { Isolation: 'hyperv' } },
    });
    expect(refused.status).to.be.within(400, 500);
    expect(refused.message).to.match(/invalid isolation.*hyperv/i);
    await suite.api.create({ HostConfig: { Isolation: 'default' } });
  });

  it('warns of an image for another machine', async () => {
    const foreign = process.arch === 'arm64' ? 'amd64' : 'arm64';
    const created = await suite.api.post(
      '/containers/create',
      { Image: BUSYBOX, Cmd: ['true'] },
      { platform: `linux/${foreign}` },
    );
    // dockerd from 20.10 on finds no such image; it is the client that pulls it then.
    expect(created.status).to.equal(404);
    expect(created.message).to.include(BUSYBOX.replace(':latest', ''));
  });
});
