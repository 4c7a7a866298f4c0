import type { Agent } from '@arca/agent-proto';
import { conflict, type Clock, type ContainerRecord, type Events, type NewEvent } from '@arca/plugin-kit';
import { containerRecord, knownContainers, recordedCall, type RecordOptions } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { prune, remove } from './removal.js';

const agent = { containers: { usage: async () => ({ bytes: 100 }) } } as unknown as Agent;
const clock = { nanoseconds: () => 1_715_000_000n * 1_000_000_000n } as Clock;

function pruning(records: ContainerRecord[], removing = async (_id: string): Promise<void> => undefined) {
  const removed: string[] = [];
  const emitted: NewEvent[] = [];
  const events = { emit: (event: NewEvent) => void emitted.push(event) } as unknown as Events;
  const containers = knownContainers(records, {
    remove: async (id) => {
      await removing(id);
      removed.push(id);
    },
  });
  const handler = prune(containers, agent, clock, events, () => undefined);
  const ask = (filters?: object) =>
    handler({ params: { filters: filters && JSON.stringify(filters) }, body: undefined }, recordedCall());
  return { ask, removed, emitted };
}

const record = (id: string, options: RecordOptions = {}) => containerRecord({ id, name: id, ...options });

describe('remove (unit)', () => {
  const asked = async (params: object) => {
    const calls: unknown[] = [];
    const containers = knownContainers([record('web')], {
      remove: async (...given) => void calls.push(given),
    });
    await remove(containers)({ params: { id: 'web', ...params }, body: undefined }, recordedCall());
    return calls;
  };

  it('passes force and volumes on', async () => {
    expect(await asked({})).to.deep.equal([['web', { force: false, volumes: false }]]);
    expect(await asked({ force: true, v: true })).to.deep.equal([['web', { force: true, volumes: true }]]);
  });

  it('has no links to remove', async () => {
    const error = await asked({ link: true }).catch((reason: unknown) => reason);
    const message = 'Conflict, cannot remove the default link name of the container';
    expect(error).to.include({ kind: 'System', message });
  });
});

describe('prune (unit)', () => {
  it('removes what does not run and says what that gave', async () => {
    const running = (['running', 'paused', 'restarting'] as const).map((status) =>
      record(status, { state: { status } }),
    );
    const { ask, removed, emitted } = pruning([
      ...running,
      record('created'),
      record('ended', { state: { status: 'exited' } }),
    ]);
    expect(await ask()).to.deep.equal({ ContainersDeleted: ['created', 'ended'], SpaceReclaimed: 200 });
    expect(removed).to.deep.equal(['created', 'ended']);
    expect(emitted).to.deep.equal([
      { type: 'container', action: 'prune', id: '', attributes: { reclaimed: '200' } },
    ]);
  });

  it('answers null when there was nothing', async () => {
    expect(await pruning([]).ask()).to.deep.equal({ ContainersDeleted: null, SpaceReclaimed: 0 });
  });

  it('keeps to its filters', async () => {
    const records = [
      record('labelled', { body: { Config: { Labels: { keep: '' } } } }),
      record('young', { createdAt: '2024-05-06T12:53:19Z' }),
      record('old'),
    ];
    const deleted = async (filters: object) => (await pruning(records).ask(filters)).ContainersDeleted;
    expect(await deleted({ 'label!': ['keep'] })).to.deep.equal(['young', 'old']);
    expect(await deleted({ label: ['keep'] })).to.deep.equal(['labelled']);
    expect(await deleted({ until: ['1h'] })).to.deep.equal(['labelled', 'old']);
  });

  it('leaves out what cannot be removed', async () => {
    const { ask } = pruning([record('stuck'), record('free')], async (id) => {
      if (id === 'stuck') throw conflict('busy');
    });
    expect(await ask()).to.deep.equal({ ContainersDeleted: ['free'], SpaceReclaimed: 100 });
  });

  it('refuses unknown filters, and a second one at a time', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { ask } = pruning([record('slow')], () => promise);
    const first = ask();
    expect(await ask().catch((reason: unknown) => reason)).to.include({
      kind: 'Conflict',
      message: 'a prune operation is already running',
    });
    resolve();
    await first;
    expect(await ask({ name: ['x'] }).catch((reason: unknown) => reason)).to.include({
      message: "invalid filter 'name'",
    });
    await ask();
  });
});
