import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import type { Agent } from '@arca/agent-proto';
import {
  conflict,
  invalidParameter,
  type AnyFeature,
  type ArcaError,
  type LifecycleContext,
} from '@arca/plugin-kit';
import { containerRecord, hostInfo } from '@arca/plugin-kit/testing';
import { FeatureTable } from './feature-table.js';
import { HookTimes } from './hook-times.js';
import { Lifecycle } from './lifecycle.js';
import { loadedFeature } from './loaded-feature.js';

type AnyHook = (fields: unknown, context: LifecycleContext, answer?: unknown) => unknown;

describe('hooks with effects', () => {
  let calls: string[];
  let logged: { message: string; fields: Record<string, unknown> | undefined }[];
  const agent = {} as Agent;
  const record = containerRecord({ runtime: {} });

  beforeEach(() => {
    calls = [];
    logged = [];
  });

  /** Features in this order, whose hooks note that they were called. */
  const lifecycle = (...features: [id: string, hooks: Record<string, AnyHook | undefined>][]) => {
    const loaded = features.map(([id, hooks]) => {
      const noting = Object.fromEntries(
        Object.entries(hooks).map(([name, hook]) => [
          name,
          (...args: Parameters<AnyHook>) => {
            calls.push(`${id}.${name}`);
            return hook?.(...args);
          },
        ]),
      );
      return loadedFeature(`@acme/${id}`, {
        manifest: { id, summary: id, owns: [] },
        ...noting,
      } as AnyFeature);
    });
    const host = { info: async () => hostInfo() };
    return new Lifecycle(
      { features: new FeatureTable(loaded), hookTimes: new HookTimes() },
      agent,
      host,
      (_level, message, fields) => void logged.push({ message, fields }),
    );
  };
  const failure = (promise: Promise<unknown>): Promise<ArcaError> =>
    promise.then(
      () => {
        throw new Error('it did not fail');
      },
      (error: ArcaError) => error,
    );

  it('start in order and give what they return, by feature', async () => {
    const seen: LifecycleContext[] = [];
    const started = await lifecycle(
      ['a', { start: async (_fields, context) => void seen.push(context) }],
      ['b', { start: async () => ({ address: '192.0.2.1' }), exited: undefined }],
    ).start(record);
    expect(calls).to.deep.equal(['a.start', 'b.start']);
    expect(started).to.deep.equal({ b: { address: '192.0.2.1' } });
    expect(seen[0]).to.include({ agent, container: record, runtime: undefined });
  });

  it('undo a failed start in reverse, with what the hooks had returned, and tell where it failed', async () => {
    const runtimes: unknown[] = [];
    const exited: AnyHook = async (_fields, { runtime }) => void runtimes.push(runtime);
    const error = await failure(
      lifecycle(
        ['a', { start: async () => ({ n: 1 }), exited }],
        ['b', { exited }],
        ['c', { start: async () => Promise.reject(conflict('port is taken', 'port.taken')), exited }],
        ['d', { start: undefined, exited }],
      ).start(record),
    );
    expect(calls).to.deep.equal(['a.start', 'c.start', 'c.exited', 'b.exited', 'a.exited']);
    expect(runtimes).to.deep.equal([undefined, undefined, { n: 1 }]);
    expect(error).to.include({ kind: 'Conflict', message: 'port is taken', code: 'port.taken' });
    expect(error.origin).to.deep.equal({ plugin: '@acme/c', feature: 'c', hook: 'start' });
  });

  it('go on undoing when one of them fails, and log it', async () => {
    const error = await failure(
      lifecycle(
        ['a', { exited: undefined }],
        ['b', { exited: async () => Promise.reject(new Error('stuck')) }],
        ['c', { start: async () => Promise.reject(new Error('broken')) }],
      ).start(record),
    );
    expect(calls).to.deep.equal(['c.start', 'b.exited', 'a.exited']);
    expect(error.message).to.equal('feature c of @acme/c failed in start: broken');
    expect(logged).to.have.lengthOf(1);
    expect(logged[0]?.message).to.include('feature b of @acme/b failed in exited: stuck');
    expect(logged[0]?.fields).to.include({ container: record.id, feature: 'b', hook: 'exited' });
  });

  it('run `started` in order and end with the first failure', async () => {
    const error = await failure(
      lifecycle(
        ['a', { started: undefined }],
        ['b', { started: async () => Promise.reject(invalidParameter('no')) }],
        ['c', { started: undefined }],
      ).started(record),
    );
    expect(calls).to.deep.equal(['a.started', 'b.started']);
    expect(error).to.include({ kind: 'InvalidParameter', message: 'no' });
    expect(error.origin?.hook).to.equal('started');
  });

  it('run `exited` and `removed` of all in reverse, with their own runtime', async () => {
    const seen: unknown[] = [];
    const removed: AnyHook = async (_fields, context) => void seen.push(context);
    const both = lifecycle(
      ['a', { exited: async (_fields, { runtime }) => void seen.push(runtime), removed }],
      ['b', { exited: () => { throw new Error('at once'); } }], // prettier-ignore
      ['c', { exited: undefined }],
    );
    await both.exited({ ...record, runtime: { a: { n: 1 } } });
    expect(calls).to.deep.equal(['c.exited', 'b.exited', 'a.exited']);
    expect(seen).to.deep.equal([{ n: 1 }]);
    expect(logged).to.have.lengthOf(1);
    await both.removed(record, { volumes: true });
    expect(seen[1]).to.include({ volumes: true, container: record });
  });

  it('recover in order, and log what does not', async () => {
    await lifecycle(
      ['a', { recover: async () => Promise.reject(new Error('lost')) }],
      ['b', { recover: undefined }],
    ).recover(record);
    expect(calls).to.deep.equal(['a.recover', 'b.recover']);
    expect(logged[0]?.message).to.include('lost');
  });

  it('answer inspect and list; a failure is the server’s whatever its kind', () => {
    const answering = lifecycle([
      'a',
      {
        inspect: (_fields, _context, answer) => Object.assign(answer as object, { Name: 'x' }),
        list: () => {
          throw invalidParameter('no');
        },
      },
    ]);
    const answer = {};
    answering.inspect(record, '1.51', answer);
    expect(answer).to.deep.equal({ Name: 'x' });
    expect(() => answering.list(record, '1.51', {}))
      .to.throw('no')
      .with.property('kind', 'System');
  });
});
