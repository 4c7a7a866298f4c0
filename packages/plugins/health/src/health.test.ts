import type { Agent } from '@arca/agent-proto';
import {
  never,
  type Clock,
  type ContainerRecord,
  type Events,
  type Execs,
  type NewEvent,
  type Store,
} from '@arca/plugin-kit';
import { containerRecord, describeFeature, knownContainers } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { health, type HealthChecks } from './feature.js';
import { Monitors } from './monitors.js';
import { probe, type Probe } from './probe.js';
import { afterCheck, nextInterval, startingRecord, type CheckResult, type HealthRecord } from './record.js';
import { checkSettings, goDuration, mergeHealthcheck, type CheckSettings } from './settings.js';

const result = (ExitCode: number, Output = ''): CheckResult => ({
  Start: never,
  End: never,
  ExitCode,
  Output,
});
const settings: CheckSettings = {
  ...{ command: ['check'], interval: 1, timeout: 1000 },
  ...{ retries: 2, startPeriod: 100, startInterval: 7 },
};

const none: HealthChecks = {
  get: () => undefined,
  start: () => undefined,
  stop: () => undefined,
  forget: () => undefined,
};

describeFeature(health(none), [
  {
    name: 'takes what the request leaves out from the image',
    image: {
      config: { Cmd: ['x'], Healthcheck: { Test: ['CMD-SHELL', 'test -e /x'], Interval: 2e9, Retries: 5 } },
    },
    body: { Config: { Healthcheck: { Retries: 2 } } },
    completed: { Config: { Healthcheck: { Test: ['CMD-SHELL', 'test -e /x'], Interval: 2e9, Retries: 2 } } },
  },
  {
    name: 'refuses what is too short',
    body: { Config: { Healthcheck: { Test: ['CMD', 'x'], Interval: 999_999 } } },
    invalid: 'Interval in Healthcheck cannot be less than 1ms',
  },
  {
    name: 'refuses a negative number of retries',
    body: { Config: { Healthcheck: { Retries: -1 } } },
    invalid: 'Retries in Healthcheck cannot be negative',
  },
]);

describe('settings of a health check', () => {
  it('have defaults', () => {
    expect(checkSettings({ Test: ['CMD', 'a', 'b'] }, undefined)).to.deep.equal({
      ...{ command: ['a', 'b'], interval: 30_000, timeout: 30_000, retries: 3 },
      ...{ startPeriod: 0, startInterval: 5000 },
    });
  });

  it('run a line in a shell once', () => {
    const config = { Test: ['CMD-SHELL', 'a b'] };
    expect(checkSettings(config, undefined)?.command).to.deep.equal(['/bin/sh', '-c', 'a b']);
    expect(checkSettings(config, ['bash', '-c'])?.command).to.deep.equal(['bash', '-c', 'a b']);
  });

  it('are nothing to do without a test', () => {
    for (const Test of [['NONE'], [], ['OTHER', 'x']])
      expect(checkSettings({ Test }, [])).to.equal(undefined);
    expect(checkSettings(undefined, undefined)).to.equal(undefined);
    expect(mergeHealthcheck({ Test: ['NONE'] }, { Test: ['CMD', 'x'] })).to.deep.equal({ Test: ['NONE'] });
  });

  it('print durations as Go does', () => {
    const cases = {
      0.5: '500µs',
      500: '500ms',
      1500: '1.5s',
      30_000: '30s',
      90_000: '1m30s',
      3_600_000: '1h0m0s',
    };
    for (const [given, text] of Object.entries(cases)) expect(goDuration(Number(given))).to.equal(text);
  });
});

describe('health after a check', () => {
  it('is unhealthy after so many failures in a row', () => {
    const one = afterCheck(startingRecord(undefined), result(1), settings, 200);
    expect(one).to.include({ Status: 'starting', FailingStreak: 1 });
    const two = afterCheck(one, result(1), settings, 200);
    expect(two).to.include({ Status: 'unhealthy', FailingStreak: 2 });
    expect(afterCheck(two, result(0), settings, 200)).to.include({ Status: 'healthy', FailingStreak: 0 });
  });

  it('does not count failures in the start period before a success', () => {
    const before = startingRecord(undefined);
    expect(afterCheck(before, result(1), settings, 50)).to.include({ Status: 'starting', FailingStreak: 0 });
    const healthy: HealthRecord = { ...before, Status: 'healthy' };
    expect(afterCheck(healthy, result(1), settings, 50)).to.include({ FailingStreak: 1 });
    expect(nextInterval(before, settings, 50)).to.equal(7);
    expect(nextInterval(healthy, settings, 50)).to.equal(1);
    expect(nextInterval(before, settings, 150)).to.equal(1);
  });

  it('keeps five results', () => {
    let record = startingRecord(undefined);
    for (let code = 1; code <= 7; code++) record = afterCheck(record, result(code), settings, 200);
    expect(record.Log.map(({ ExitCode }) => ExitCode)).to.deep.equal([3, 4, 5, 6, 7]);
    expect(startingRecord(record)).to.deep.include({ Status: 'starting', FailingStreak: 0, Log: record.Log });
  });
});

const clock: Clock = { now: () => never, nanoseconds: () => 0n };

describe('probe', () => {
  /** An exec process that prints and, unless it hangs, ends. */
  function world(output: string, exitCode: number, hangs = false) {
    const killed: object[] = [];
    const { promise: end, resolve } = Promise.withResolvers<void>();
    async function* chunks() {
      yield { stream: 'stdout' as const, data: Buffer.from(output) };
      if (hangs) await end;
    }
    const execs = {
      create: () => Promise.resolve('exec'),
      start: () => Promise.resolve({ stdin: null, output: chunks(), detach: () => undefined }),
      get: () => ({ exitCode }),
    } as unknown as Execs;
    const kill = (request: object) => {
      killed.push(request);
      resolve();
      return Promise.resolve({});
    };
    return { run: probe({ agent: { processes: { kill } } as unknown as Agent, execs, clock }), killed };
  }
  const { signal } = new AbortController();

  it('gives exit code and output, of which it keeps the beginning', async () => {
    expect(await world('fine', 3).run('box', settings, signal)).to.include({ ExitCode: 3, Output: 'fine' });
    const long = await world('x'.repeat(5000), 0).run('box', settings, signal);
    expect(long.Output).to.equal(`${'x'.repeat(4096)}...`);
  });

  it('kills what takes too long', async () => {
    const { run, killed } = world('so far', 0, true);
    expect(await run('box', { ...settings, timeout: 5 }, signal)).to.include({
      ExitCode: -1,
      Output: 'Health check exceeded timeout (5ms): so far',
    });
    expect(killed).to.deep.equal([{ containerId: 'box', execId: 'exec', signal: 9 }]);
  });

  it('tells why it could not be run', async () => {
    const execs = { create: () => Promise.reject(new Error('no such program')) } as unknown as Execs;
    const run = probe({ agent: {} as Agent, execs, clock });
    expect(await run('box', settings, signal)).to.include({ ExitCode: -1, Output: 'no such program' });
  });
});

describe('checks of a container', () => {
  function world(codes: number[]) {
    const told: string[] = [];
    const kept = new Map<string, HealthRecord>();
    const { promise: done, resolve } = Promise.withResolvers<void>();
    const run: Probe = () => {
      const code = codes.shift();
      if (codes.length === 0) resolve();
      return code === undefined ? new Promise(() => undefined) : Promise.resolve(result(code));
    };
    const container: ContainerRecord = containerRecord({ state: { status: 'running', startedAt: never } });
    const ports = {
      store: { collection: () => kept } as unknown as Store,
      containers: knownContainers([container]),
      events: { emit: ({ action }: NewEvent) => void told.push(action) } as unknown as Events,
      clock: { ...clock, nanoseconds: () => 0n },
      log: () => undefined,
      probe: run,
    };
    return { monitors: new Monitors(ports), container, done, kept, told };
  }

  it('tell each change of the status, and end with the container', async () => {
    const { monitors, container, done, kept, told } = world([1, 1, 1, 0, 0, 0]);
    monitors.start(container, { ...settings, startPeriod: 0 });
    expect(kept.get(container.id)).to.include({ Status: 'starting' });
    await done;
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).to.deep.equal(['health_status: unhealthy', 'health_status: healthy']);
    monitors.stop(container.id);
    expect(kept.get(container.id)).to.include({ Status: 'unhealthy' });
    monitors.forget(container.id);
    expect(kept.size).to.equal(0);
  });

  it('are shown in inspect and list', () => {
    const record: HealthRecord = { Status: 'healthy', FailingStreak: 0, Log: [result(0)] };
    const feature = health({ ...none, get: () => record });
    const shown = (status: 'running' | 'paused') => {
      const answers = { inspect: { State: {} }, list: { Status: 'Up 3 seconds' } };
      const context = {
        container: containerRecord({ state: { status } }),
        made: undefined,
        runtime: undefined,
        apiVersion: '1.51',
      };
      feature.inspect!({} as never, context, answers.inspect);
      feature.list!({} as never, context, answers.list);
      return answers;
    };
    expect(shown('running')).to.deep.equal({
      inspect: { State: { Health: record } },
      list: { Status: 'Up 3 seconds (healthy)' },
    });
    expect(shown('paused').inspect).to.deep.equal({ State: { Health: { ...record, Status: 'unhealthy' } } });
  });
});
