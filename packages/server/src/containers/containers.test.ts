import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import { refusal, World } from './testing/world.js';

describe('containers (unit, with an agent in memory)', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });

  describe('create', () => {
    it('makes a layer, keeps the record, gives the warnings and tells', async () => {
      const id = await world.create({ name: 'box' });
      expect(id).to.match(/^[0-9a-f]{64}$/);
      expect(world.fake.layers.has(id)).to.equal(true);
      expect(world.containers.get('box').id).to.equal(id);
      expect(world.containers.get('/box').id).to.equal(id);
      expect(world.containers.get(id.slice(0, 7)).id).to.equal(id);
      expect(world.events).to.deep.equal([
        {
          type: 'container',
          action: 'create',
          id,
          attributes: { a: 'b', image: 'box', name: 'box' },
        },
      ]);
    });

    it('refuses a name that is taken, also while it is being created, and bad names', async () => {
      const [first, second] = await Promise.all([
        refusal(() => world.create({ name: 'box' })),
        refusal(() => world.create({ name: '/box' })),
      ]);
      const id = world.containers.get('box').id;
      expect(first).to.equal('accepted');
      expect(second).to.equal(
        `Conflict: Conflict. The container name "/box" is already in use by container "${id}". You have to remove (or rename) that container to be able to reuse that name.`,
      );
      for (const name of ['a', '-a', 'a b', 'ä']) {
        expect(await refusal(() => world.create({ name }))).to.equal(
          `InvalidParameter: Invalid container name (${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`,
        );
      }
    });

    it('leaves nothing when there can be no layer', async () => {
      world.fake.fail('create', 'NOT_FOUND', 'no such image');
      expect(await refusal(() => world.create({ name: 'box' }))).to.equal('NotFound: no such image');
      expect(world.fake.calls.slice(0, 2)).to.deep.equal(['create', 'remove']);
      expect(await refusal(() => world.create({ name: 'box' }))).to.equal('accepted');
    });

    it('leaves nothing when it cannot be kept', async () => {
      world.store.full = true;
      expect(await refusal(() => world.create({ name: 'box' }))).to.include('disk is full');
      expect(world.features.calls).to.include('removed volumes=true');
      expect(world.fake.layers.size).to.equal(0);
      world.store.full = false;
      expect(await refusal(() => world.create({ name: 'box' }))).to.equal('accepted');
    });

    it('tells unknown and ambiguous references apart', async () => {
      const ids = await Promise.all(Array.from({ length: 17 }, () => world.create()));
      const twice = ids.map((id) => id[0]).find((digit, place, all) => all.indexOf(digit) !== place)!;
      expect(await refusal(async () => world.containers.get(twice))).to.equal(
        `InvalidParameter: multiple IDs found with provided prefix: ${twice}`,
      );
      expect(await refusal(async () => world.containers.get('nobody'))).to.equal(
        'NotFound: No such container: nobody',
      );
    });
  });

  describe('wait', () => {
    const wait = (id: string, condition: 'not-running' | 'next-exit' | 'removed') =>
      world.containers.wait(id, condition, new AbortController().signal);

    it('knows its three conditions', async () => {
      const id = await world.create();
      expect(await wait(id, 'not-running')).to.deep.equal({ statusCode: 0 });
      const next = wait(id, 'next-exit');
      const removed = wait(id, 'removed');
      await world.containers.start(id);
      const stopped = wait(id, 'not-running');
      world.fake.process.end(4);
      expect(await Promise.all([next, stopped])).to.deep.equal([{ statusCode: 4 }, { statusCode: 4 }]);
      await world.containers.remove(id);
      expect(await removed).to.deep.equal({ statusCode: 4 });
    });

    it('ends with the removal of what never ran, and with the client', async () => {
      const id = await world.create();
      const next = wait(id, 'next-exit');
      const abort = new AbortController();
      const abandoned = refusal(() => world.containers.wait(id, 'next-exit', abort.signal));
      abort.abort();
      expect(await abandoned).to.contain('abort');
      await world.containers.remove(id);
      expect(await next).to.deep.equal({ statusCode: 0 });
      expect(() => wait(id, 'removed')).to.throw('No such container');
    });
  });

  it('renames, updates and resizes', async () => {
    const id = await world.run({ name: 'old' });
    await world.create({ name: 'taken' });
    await world.containers.rename('old', 'new');
    expect(world.containers.get('new').id).to.equal(id);
    expect(world.events.at(-1)).to.deep.include({ action: 'rename' });
    expect(world.events.at(-1)?.attributes).to.include({ oldName: '/old', name: 'new' });
    expect(await refusal(() => world.containers.rename('new', '/new'))).to.equal(
      'InvalidParameter: Renaming a container with the same name as its current name',
    );
    expect(await refusal(() => world.containers.rename('new', 'taken'))).to.contain(
      'Conflict: Error when allocating new name: Conflict. The container name "/taken" is already in use',
    );
    await world.containers.update('new', { Memory: 5 });
    expect(world.containers.get(id).body.HostConfig.Memory).to.equal(5);
    expect(world.fake.calls).to.include('update {"memory":{"limit":1}}');
    await world.containers.resize('new', { width: 80, height: 24 });
    expect(world.fake.calls).to.include('resize 80x24');
    expect(world.events.at(-1)?.attributes).to.include({ height: '24', width: '80' });
  });
});
