import type { ExecRecord, Execs, ExecSettings } from '@arca/plugin-kit';
import { recordedCall } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { inspect, resize } from './inspect.js';

const settings: ExecSettings = {
  ...{ args: ['sh', '-c', 'x'], env: [], user: '', workingDir: '', terminal: false, privileged: false },
  ...{ stdin: false, stdout: true, stderr: true, detachKeys: '' },
};

const shown = (exec: Partial<ExecRecord>, config: Partial<ExecSettings> = {}) => {
  const record = { id: 'e1', containerId: 'c1', running: false, exitCode: null, pid: 0, ...exec };
  const execs = { get: () => ({ ...record, config: { ...settings, ...config } }) } as unknown as Execs;
  return inspect(execs)({ params: { id: 'e1' }, body: undefined }, recordedCall());
};

describe('the look at an exec (unit)', () => {
  it('shows all fields', async () => {
    expect(await shown({})).to.deep.equal({
      ...{
        ID: 'e1',
        Running: false,
        ExitCode: null,
        ContainerID: 'c1',
        Pid: 0,
        CanRemove: false,
        DetachKeys: '',
      },
      ...{ OpenStdin: false, OpenStdout: true, OpenStderr: true },
      ProcessConfig: { tty: false, entrypoint: 'sh', arguments: ['-c', 'x'], privileged: false },
    });
  });

  it('shows where it is in its life', async () => {
    expect(await shown({ running: true, pid: 7 })).to.include({
      Running: true,
      Pid: 7,
      ExitCode: null,
      CanRemove: false,
    });
    expect(await shown({ exitCode: 3 })).to.include({ Running: false, ExitCode: 3, CanRemove: true });
  });

  it('shows a user that was asked for, and detach keys as bytes in base64', async () => {
    const { ProcessConfig, DetachKeys } = await shown({}, { user: 'app', detachKeys: 'ctrl-a,b' });
    expect(ProcessConfig).to.include({ user: 'app' });
    expect(DetachKeys).to.equal(Buffer.from([1, 98]).toString('base64'));
  });
});

describe('the size of an exec (unit)', () => {
  it('is given in rows and columns', async () => {
    const asked: unknown[] = [];
    const execs = { resize: async (...given: unknown[]) => void asked.push(given) } as unknown as Execs;
    await resize(execs)({ params: { id: 'e1', h: 10, w: 20 }, body: undefined }, recordedCall());
    expect(asked).to.deep.equal([['e1', { height: 10, width: 20 }]]);
  });
});
