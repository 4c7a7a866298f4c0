import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { eventually } from '../../harness/eventually.js';
import type { ContainerState, ContainerSummary, CreateBody } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';

interface Health {
  Status: string;
  FailingStreak: number;
  Log: { Start: string; End: string; ExitCode: number; Output: string }[];
}

const ms = (value: number) => value * 1_000_000;

onEachEngine('health checks', (suite) => {
  const start = (Healthcheck: object, more: object = {}) =>
    suite.api.start({
      Cmd: ['sleep', '600'],
      Healthcheck: { Interval: ms(100), ...Healthcheck },
      ...more,
    } as CreateBody);
  const health = async (id: string) =>
    ((await suite.api.inspect(id)).State as ContainerState & { Health?: Health }).Health;
  const reached = (id: string, status: string) =>
    eventually(async () => {
      const now = await health(id);
      return now?.Status === status && now;
    }, status);
  const listed = async (id: string) => {
    const list = (await suite.api.get('/containers/json', { filters: { id: [id] } })).json<
      ContainerSummary[]
    >();
    return list[0]!.Status;
  };

  it('begin as starting, and turn to healthy and unhealthy, with an event each', async () => {
    const events = await suite.api.events({ filters: { event: ['health_status'] } });
    const id = await start({ Test: ['CMD', 'test', '-e', '/tmp/good'], Retries: 2 });
    expect(await listed(id)).to.match(/^Up .* \((health: starting|unhealthy)\)$/);
    const bad = await reached(id, 'unhealthy');
    expect(bad.FailingStreak).to.be.at.least(2);
    await suite.api.exec(id, ['touch', '/tmp/good']);
    const good = await reached(id, 'healthy');
    expect(good.FailingStreak).to.equal(0);
    expect(good.Log.at(-1)).to.include({ ExitCode: 0, Output: '' });
    expect(await listed(id)).to.match(/^Up .* \(healthy\)$/);
    const ids = (await suite.api.get('/containers/json', { filters: { health: ['healthy'] } })).json<
      { Id: string }[]
    >();
    expect(ids.map(({ Id }) => Id)).to.deep.equal([id]);
    await events.find(({ Action }) => Action === 'health_status: unhealthy');
    await events.find(({ Action }) => Action === 'health_status: healthy');
    events.destroy();
  });

  it('run a line in a shell, once, as the container’s user and in its directory', async () => {
    const Test = ['CMD-SHELL', 'echo "$0 $(id -u) $PWD $GREETING"'];
    const id = await start({ Test }, { User: 'app', WorkingDir: '/tmp', Env: ['GREETING=hi'] });
    expect((await reached(id, 'healthy')).Log[0]!.Output).to.equal('/bin/sh 1000 /tmp hi\n');
  });

  it('keep the last five results, with 4096 bytes of output', async () => {
    const id = await start({
      Test: ['CMD-SHELL', 'date +%s%N >> /tmp/n; wc -l < /tmp/n; head -c 9000 /dev/zero | tr "\\0" x'],
    });
    const { Log } = await eventually(async () => {
      const now = await health(id);
      return now !== undefined && now.Log.length === 5 && !now.Log[0]!.Output.startsWith('1\n') && now;
    }, 'the first result is gone');
    expect(Log[4]!.Output)
      .to.have.length(4096 + 3)
      .and.to.match(/xxx\.\.\.$/);
    expect(Date.parse(Log[4]!.Start)).to.be.at.least(Date.parse(Log[3]!.End));
  });

  it('end a probe that takes too long', async () => {
    const id = await start({ Test: ['CMD', 'sleep', '599'], Timeout: ms(200), Retries: 1 });
    const { Log } = await reached(id, 'unhealthy');
    expect(Log[0]).to.include({ ExitCode: -1, Output: 'Health check exceeded timeout (200ms)' });
    await eventually(async () => {
      const { Processes } = (await suite.api.get(`/containers/${id}/top`)).json<{ Processes: string[][] }>();
      return Processes.filter((row) => row.at(-1) === 'sleep 599').length <= 1;
    }, 'probes are ended');
  });

  it('do not count failures in the start period', async () => {
    const id = await start({
      Test: ['CMD', 'false'],
      Retries: 1,
      StartPeriod: ms(600_000),
      StartInterval: ms(100),
    });
    const now = await eventually(async () => {
      const current = await health(id);
      return current !== undefined && current.Log.length >= 2 && current;
    }, 'two results');
    expect(now).to.include({ Status: 'starting', FailingStreak: 0 });
  });

  it('are left out with NONE, and before the first start', async () => {
    const id = await start({ Test: ['NONE'] });
    expect(await health(id)).to.equal(undefined);
    expect(await listed(id)).to.match(/^Up [^(]*$/);
    const created = await suite.api.create({ Healthcheck: { Test: ['CMD', 'true'] } } as CreateBody);
    expect(await health(created)).to.equal(undefined);
  });

  it('end with the container, which is unhealthy then, and begin anew', async () => {
    const id = await start({ Test: ['CMD', 'true'] });
    await reached(id, 'healthy');
    await suite.api.post(`/containers/${id}/kill`);
    await suite.api.wait(id);
    expect((await health(id))!.Status).to.equal('unhealthy');
    await suite.api.post(`/containers/${id}/start`);
    await reached(id, 'healthy');
  });

  it('refuse settings that cannot be', async () => {
    const cases = {
      Interval: 'Interval in Healthcheck cannot be less than 1ms',
      Timeout: 'Timeout in Healthcheck cannot be less than 1ms',
      StartPeriod: 'StartPeriod in Healthcheck cannot be less than 1ms',
    };
    const create = (Healthcheck: object) =>
      suite.api.post('/containers/create', {
        Image: BUSYBOX,
        Healthcheck: { Test: ['CMD', 'x'], ...Healthcheck },
      });
    for (const [field, message] of Object.entries(cases)) {
      const answer = await create({ [field]: 10 });
      expect([answer.status, answer.message]).to.deep.equal([400, message]);
    }
    expect((await create({ Retries: -1 })).message).to.equal('Retries in Healthcheck cannot be negative');
  });
});
