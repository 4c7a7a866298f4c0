import type { ExecConfig } from '@arca/api';
import type { Execs, ExecSettings } from '@arca/plugin-kit';
import { containerRecord, knownContainers, recordedCall } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { create } from './create.js';

const record = containerRecord();

async function ask(body: ExecConfig, id = 'brave_name', apiVersion = '1.51'): Promise<ExecSettings> {
  const asked: [string, ExecSettings][] = [];
  const execs = {
    async create(container: string, settings: ExecSettings) {
      asked.push([container, settings]);
      return 'e1';
    },
  } as unknown as Execs;
  const handler = create(knownContainers([record]), execs);
  expect(await handler({ params: { id }, body }, recordedCall({ apiVersion }))).to.deep.equal({ Id: 'e1' });
  expect(asked[0]![0]).to.equal(record.id);
  return asked[0]![1];
}

const failure = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => Promise.reject(new Error('did not fail')),
    (error: Error) => error,
  );

describe('the creation of an exec (unit)', () => {
  it('asks for nothing beyond the command by default', async () => {
    expect(await ask({ Cmd: ['true'] })).to.deep.equal({
      args: ['true'],
      env: [],
      user: '',
      workingDir: '',
      terminal: false,
      stdin: false,
      stdout: false,
      stderr: false,
      privileged: false,
      detachKeys: '',
    });
  });

  it('passes everything on', async () => {
    const settings = await ask({
      ...{ Cmd: ['sh', '-c', 'x'], Env: ['A=1'], User: '1:2', WorkingDir: '/w', Tty: true, Privileged: true },
      ...{
        AttachStdin: true,
        AttachStdout: true,
        AttachStderr: true,
        DetachKeys: 'ctrl-x',
        ConsoleSize: [24, 80],
      },
    });
    expect(settings).to.deep.equal({
      ...{
        args: ['sh', '-c', 'x'],
        env: ['A=1'],
        user: '1:2',
        workingDir: '/w',
        terminal: true,
        privileged: true,
      },
      ...{ stdin: true, stdout: true, stderr: true, detachKeys: 'ctrl-x', consoleSize: [24, 80] },
    });
  });

  it('knows no size before 1.42', async () => {
    const settings = await ask({ Cmd: ['sh'], Tty: true, ConsoleSize: [24, 80] }, 'brave_name', '1.41');
    expect(settings).to.not.have.property('consoleSize');
  });

  it('wants a command first, then a container, then keys that can be read', async () => {
    for (const Cmd of [undefined, null, []]) {
      expect(await failure(ask({ Cmd }, 'gone'))).to.include({
        kind: 'InvalidParameter',
        message: 'No exec command specified',
      });
    }
    expect(await failure(ask({ Cmd: ['x'], DetachKeys: 'ctrl-ü' }, 'gone'))).to.include({ kind: 'NotFound' });
    expect(await failure(ask({ Cmd: ['x'], DetachKeys: 'ctrl-ü' }))).to.include({
      kind: 'InvalidParameter',
      message: 'Invalid escape keys (ctrl-ü) provided',
    });
  });
});
