import { expect } from 'chai';
import { afterEach, beforeEach, it } from 'mocha';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../harness/eventually.js';
import { isAlive } from '../harness/processes.js';
import { onArca } from '../harness/suite.js';

interface Health {
  Status: string;
  Log: { Start: string; ExitCode: number }[];
}

onArca('a restart of the daemon', (suite) => {
  let sync: string;
  beforeEach('make a directory to signal through', () => {
    sync = join(suite.engine.directory, 'tmp', `policies-${Date.now()}`);
    mkdirSync(sync);
  });
  afterEach('bring the daemon back', async () => {
    if (suite.engine.pid === undefined) await suite.engine.start();
  });

  const until = 'while [ ! -e /sync/go ]; do usleep 10000; done';
  const binds = () => [`${sync}:/sync`];
  const stateOf = async (id: string) => (await suite.api.inspect(id)).State;
  const withPolicy = (Name: string, script: string) =>
    suite.api.start({
      Cmd: ['sh', '-c', script],
      HostConfig: { Binds: binds(), RestartPolicy: { Name, MaximumRetryCount: 0 } },
    } as object);

  for (const [title, end] of [
    ['killed', () => suite.engine.crash()],
    ['stopped', () => suite.engine.stop()],
  ] as const) {
    it(`obeys the restart policies of what ended while it was down (${title})`, async () => {
      const script = `if [ -e /sync/go ]; then sleep 600; fi; ${until}; exit 1`;
      const policies = ['no', 'on-failure', 'always', 'unless-stopped'];
      const ids = await Promise.all(policies.map((name) => withPolicy(name, script)));
      const pids = (await Promise.all(ids.map(stateOf))).map(({ Pid }) => Pid);
      await end();
      expect(pids.map(isAlive), 'they go on without it').to.deep.equal([true, true, true, true]);
      writeFileSync(join(sync, 'go'), '');
      await eventually(() => !pids.some(isAlive), 'all have ended');
      await suite.engine.start();
      await eventually(async () => {
        const states = await Promise.all(ids.slice(1).map(stateOf));
        return states.every(({ Status, Pid }) => Status === 'running' && !pids.includes(Pid));
      }, 'they run again');
      expect(await stateOf(ids[0]!)).to.include({ Status: 'exited', ExitCode: 1 });
    });
  }

  it('brings back what a person had stopped, unless the policy says otherwise', async () => {
    const ids = await Promise.all(
      ['always', 'unless-stopped'].map((name) =>
        withPolicy(name, 'trap exit TERM; while :; do usleep 10000; done'),
      ),
    );
    for (const id of ids) suite.api.expect(await suite.api.post(`/containers/${id}/stop`), 204);
    await suite.engine.crash();
    await suite.engine.start();
    await eventually(async () => (await stateOf(ids[0]!)).Status === 'running', 'always means always');
    expect((await stateOf(ids[1]!)).Status).to.equal('exited');
  });

  it('removes what should have been removed at its end', async () => {
    const HostConfig = { Binds: binds(), AutoRemove: true };
    const id = await suite.api.start({ Cmd: ['sh', '-c', until], HostConfig } as object);
    const { Pid } = await stateOf(id);
    await suite.engine.crash();
    writeFileSync(join(sync, 'go'), '');
    await eventually(() => !isAlive(Pid), 'it has ended');
    await suite.engine.start();
    await eventually(
      async () => (await suite.api.get(`/containers/${id}/json`)).status === 404,
      'it is gone',
    );
  });

  it('goes on with health checks, and keeps what they found', async () => {
    const Healthcheck = { Test: ['CMD', 'test', '!', '-e', '/sync/go'], Interval: 200e6, Retries: 2 };
    const id = await suite.api.start({
      ...{ Cmd: ['sleep', '600'], Healthcheck, HostConfig: { Binds: binds() } },
    } as object);
    const health = async () => ((await stateOf(id)) as unknown as { Health: Health }).Health;
    await eventually(async () => (await health()).Status === 'healthy', 'it is healthy');
    const before = await health();
    await suite.engine.crash();
    await suite.engine.start();
    // As dockerd has it, the status begins anew and the results stay.
    const last = before.Log.at(-1)!.Start;
    expect((await health()).Log.map(({ Start }) => Start)).to.include(last);
    await eventually(async () => (await health()).Status === 'healthy', 'it is healthy again');
    await eventually(async () => (await health()).Log.at(-1)!.Start > last, 'further probes run');
    writeFileSync(join(sync, 'go'), '');
    await eventually(async () => (await health()).Status === 'unhealthy', 'it is found unhealthy');
  });
});
