import { parseInstant, type ContainerState } from '@arca/plugin-kit';
import { containerRecord } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { humanDuration } from './duration.js';
import { inspectAnswer } from './inspect.js';
import { statusText, summaryAnswer } from './summary.js';

const facts = { logPath: '/log', storageDriver: 'overlayfs', execIds: [] };

describe('answers about containers (unit)', () => {
  it('says durations as Docker does', () => {
    const texts: [seconds: number, text: string][] = [
      [0.9, 'Less than a second'],
      [1, '1 second'],
      [59, '59 seconds'],
      [60, 'About a minute'],
      [119, 'About a minute'],
      [120, '2 minutes'],
      [59 * 60, '59 minutes'],
      [3600, 'About an hour'],
      [89 * 60, 'About an hour'],
      [90 * 60, '2 hours'],
      [47 * 3600, '47 hours'],
      [48 * 3600, '2 days'],
      [14 * 86_400, '2 weeks'],
      [60 * 86_400, '2 months'],
      [730 * 86_400, '2 years'],
    ];
    expect(texts.map(([seconds]) => humanDuration(seconds * 1000))).to.deep.equal(
      texts.map(([, text]) => text),
    );
  });

  it('says in which state a container is', () => {
    const now = parseInstant('2024-01-01T01:00:00Z');
    const text = (state: Partial<ContainerState>) =>
      statusText(
        containerRecord({
          state: {
            startedAt: '2024-01-01T00:59:57Z',
            finishedAt: '2024-01-01T00:58:00Z',
            exitCode: 3,
            ...state,
          },
        }).state,
        now,
      );
    expect(text({ status: 'running' })).to.equal('Up 3 seconds');
    expect(text({ status: 'paused' })).to.equal('Up 3 seconds (Paused)');
    expect(text({ status: 'exited' })).to.equal('Exited (3) 2 minutes ago');
    expect(text({ status: 'restarting' })).to.equal('Restarting (3) 2 minutes ago');
    expect(text({ status: 'created' })).to.equal('Created');
    expect(text({ status: 'removing' })).to.equal('Removal In Progress');
    expect(text({ status: 'dead' })).to.equal('Dead');
  });

  it('fills a list entry', () => {
    const record = containerRecord({
      name: 'box',
      body: {
        Config: { Image: 'busybox', Entrypoint: ['sh', '-c'], Cmd: ['echo a'], Labels: { a: 'b' } },
        HostConfig: { NetworkMode: 'bridge' },
      },
    });
    expect(summaryAnswer(record, 0n)).to.deep.include({
      Names: ['/box'],
      Image: 'busybox',
      Command: "sh -c 'echo a'",
      Created: 1_714_979_289,
      State: 'created',
      Status: 'Created',
      Labels: { a: 'b' },
      HostConfig: { NetworkMode: 'bridge' },
      NetworkSettings: { Networks: {} },
      Ports: [],
      Mounts: [],
    });
  });

  it('fills inspect, and shares nothing with the record', () => {
    const record = containerRecord({
      name: 'box',
      body: { Config: { Entrypoint: ['/bin/sh'], Cmd: ['-c', 'true'] } },
      state: { status: 'paused', pid: 5, startedAt: '2024-01-01T00:00:00Z' },
    });
    const answer = inspectAnswer(record, facts);
    expect(answer).to.deep.include({ Name: '/box', Path: '/bin/sh', Args: ['-c', 'true'], ExecIDs: null });
    expect(answer.State).to.deep.include({
      Status: 'paused',
      Running: true,
      Paused: true,
      Dead: false,
      Pid: 5,
    });
    expect(answer.HostsPath).to.equal(`${record.directory}/hosts`);
    answer.Config!.Cmd!.push('changed');
    expect(record.body.Config.Cmd).to.deep.equal(['-c', 'true']);
    expect(inspectAnswer(containerRecord(), facts).HostsPath).to.equal('');
    expect(inspectAnswer(record, { ...facts, execIds: ['e'] }).ExecIDs).to.deep.equal(['e']);
  });
});
