import { conflict, notFound, notModified, systemError, type Containers } from '@arca/plugin-kit';
import { containerRecord, knownContainers, recordedCall, type CallOptions } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { rename, resize, restart, start, stop, update } from './lifecycle.js';

const web = containerRecord({ name: 'web' });

/** Containers that record what they are asked for, or fail. */
function recording(failure?: Error) {
  const asked: unknown[] = [];
  const record =
    (name: string) =>
    async (...values: unknown[]) => {
      asked.push([name, ...values]);
      if (failure) throw failure;
      return { warnings: ['careful'] };
    };
  const names = ['start', 'stop', 'restart', 'rename', 'update', 'resize'] as const;
  const calls = Object.fromEntries(names.map((name) => [name, record(name)]));
  return { containers: knownContainers([web], calls as Partial<Containers>), asked };
}

const failing = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => Promise.reject(new Error('did not fail')),
    (error: Error) => error,
  );

describe('start (unit)', () => {
  const ask = (options: CallOptions, failure?: Error) => {
    const { containers, asked } = recording(failure);
    return start(containers)({ params: { id: 'web' }, body: undefined }, recordedCall(options)).then(
      () => asked,
    );
  };

  it('starts', async () => {
    expect(await ask({})).to.deep.equal([['start', 'web']]);
    expect(await ask({ headers: { 'content-length': '2' } })).to.deep.equal([['start', 'web']]);
  });

  it('refuses a body, which was a host configuration once', async () => {
    for (const headers of [{ 'content-length': '8' }, { 'transfer-encoding': 'chunked' }]) {
      const error = await failing(ask({ headers }));
      expect(error).to.include({ kind: 'InvalidParameter' });
      expect(error.message).to.match(/^starting container with non-empty request body was deprecated/);
    }
  });
});

describe('stop and restart (unit)', () => {
  const stopping = async (params: object, apiVersion = '1.51', failure?: Error) => {
    const { containers, asked } = recording(failure);
    await stop(containers)(
      { params: { id: 'web', ...params }, body: undefined },
      recordedCall({ apiVersion }),
    );
    return asked;
  };
  const restarting = async (id: string, params: object, failure?: Error) => {
    const { containers, asked } = recording(failure);
    await restart(containers)({ params: { id, ...params }, body: undefined }, recordedCall());
    return asked;
  };

  it('pass signal and time on when they are given', async () => {
    expect(await stopping({})).to.deep.equal([['stop', 'web', {}]]);
    expect(await stopping({ signal: 'SIGINT', t: 0 })).to.deep.equal([
      ['stop', 'web', { signal: 2, timeout: 0 }],
    ]);
    expect(await restarting('web', { t: -1 })).to.deep.equal([['restart', 'web', { timeout: -1 }]]);
  });

  it('know no signal before 1.42', async () => {
    expect(await stopping({ signal: 'SIGINT' }, '1.41')).to.deep.equal([['stop', 'web', {}]]);
  });

  it('stop says what the engine failed at, and no more', async () => {
    const stopped = notModified('container is already stopped');
    expect(await failing(stopping({}, '1.51', stopped))).to.equal(stopped);
    expect(await failing(stopping({}, '1.51', systemError('stuck')))).to.include({
      kind: 'System',
      message: 'cannot stop container: web: stuck',
    });
    expect(await failing(stopping({ signal: 'NONE' }))).to.include({ kind: 'InvalidParameter' });
  });

  it('restart fails as the engine, but for an unknown container', async () => {
    expect(await failing(restarting('gone', {}))).to.include({
      kind: 'NotFound',
      message: 'No such container: gone',
    });
    expect(await failing(restarting('web', {}, notFound('network x not found')))).to.include({
      kind: 'System',
      message: 'Cannot restart container web: network x not found',
    });
  });
});

describe('rename, update and resize (unit)', () => {
  it('refuse an empty name', async () => {
    const { containers } = recording();
    const renaming = rename(containers)({ params: { id: 'web', name: '' }, body: undefined }, recordedCall());
    expect(await failing(renaming)).to.include({
      kind: 'InvalidParameter',
      message: 'Neither old nor new names may be empty',
    });
  });

  it('leave other errors as they are', async () => {
    const taken = conflict('in use');
    const { containers } = recording(taken);
    const renaming = rename(containers)(
      { params: { id: 'web', name: 'db' }, body: undefined },
      recordedCall(),
    );
    expect(await failing(renaming)).to.equal(taken);
  });

  it('answer the warnings of an update; clients before 1.40 have no limit of processes', async () => {
    for (const [apiVersion, PidsLimit] of [
      ['1.40', 5],
      ['1.39', null],
    ] as const) {
      const { containers, asked } = recording();
      const request = { params: { id: 'web' }, body: { Memory: 1, PidsLimit: 5 } };
      expect(await update(containers)(request, recordedCall({ apiVersion }))).to.deep.equal({
        Warnings: ['careful'],
      });
      expect(asked).to.deep.equal([['update', 'web', { Memory: 1, PidsLimit }]]);
    }
  });

  it('take the size in rows and columns', async () => {
    const { containers, asked } = recording();
    await resize(containers)({ params: { id: 'web', h: 10, w: 20 }, body: undefined }, recordedCall());
    expect(asked).to.deep.equal([['resize', 'web', { height: 10, width: 20 }]]);
    const negative = resize(containers)(
      { params: { id: 'web', h: -1, w: 20 }, body: undefined },
      recordedCall(),
    );
    expect((await failing(negative)).message).to.equal('invalid resize height "-1": value out of range');
  });
});
