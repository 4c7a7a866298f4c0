import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import { refusal, World } from './testing/world.js';

describe('stop and removal of containers (unit, with an agent in memory)', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });

  const actions = () => world.events.map(({ action }) => action);

  describe('stop and kill', () => {
    it('sends the stop signal and waits', async () => {
      const id = await world.run();
      await world.containers.stop(id);
      expect(world.state(id)).to.include({ status: 'exited', exitCode: 143, stoppedByUser: true });
      expect(actions().slice(2)).to.deep.equal(['kill', 'die', 'stop']);
      expect(world.events.find(({ action }) => action === 'kill')?.attributes).to.include({ signal: '15' });
      expect(await refusal(() => world.containers.stop(id))).to.equal(
        'NotModified: container is already stopped',
      );
    });

    it('uses the container’s own signal and kills what does not listen', async () => {
      world.fake.deadly.delete(10);
      const id = await world.run({ config: { StopSignal: 'USR1', StopTimeout: 0 } });
      const process = world.fake.process;
      await world.containers.stop(id);
      expect(process.signals).to.deep.equal([10, 9]);
      expect(world.state(id)).to.include({ status: 'exited', exitCode: 137 });
    });

    it('sends any signal, and refuses when nothing runs', async () => {
      const id = await world.run();
      await world.containers.kill(id, 1);
      expect(world.fake.process.signals).to.deep.equal([1]);
      await world.containers.kill(id, 9);
      expect(world.state(id)).to.include({ status: 'exited', exitCode: 137 });
      expect(await refusal(() => world.containers.kill(id, 1))).to.equal(
        `Conflict: container ${id} is not running`,
      );
    });

    it('kills a frozen container', async () => {
      const id = await world.run();
      await world.containers.pause(id);
      expect(await refusal(() => world.containers.pause(id))).to.equal(
        `Conflict: Container ${id} is already paused`,
      );
      expect(await refusal(() => world.containers.start(id))).to.equal(
        'Conflict: cannot start a paused container, try unpause instead',
      );
      await world.containers.kill(id, 9);
      expect(world.state(id).status).to.equal('exited');
      expect(await refusal(() => world.containers.unpause(id))).to.equal(
        `System: Container ${id} is not paused`,
      );
    });

    it('restarts what runs and starts what does not, and removes neither', async () => {
      const id = await world.run({ host: { AutoRemove: true } });
      await world.containers.restart(id);
      expect(world.state(id).status).to.equal('running');
      expect(actions().slice(1)).to.deep.equal(['start', 'kill', 'die', 'stop', 'start', 'restart']);
      const other = await world.create();
      await world.containers.restart(other);
      expect(world.state(other).status).to.equal('running');
    });
  });

  describe('remove', () => {
    it('refuses what runs, and removes all of what does not', async () => {
      const id = await world.run({ name: 'box' });
      expect(await refusal(() => world.containers.remove('box'))).to.equal(
        'Conflict: cannot remove container "box": container is running: stop the container before removing or force remove',
      );
      await world.containers.pause(id);
      expect(await refusal(() => world.containers.remove('box'))).to.equal(
        'Conflict: cannot remove container "box": container is paused and must be unpaused first',
      );
      await world.containers.remove('box', { force: true, volumes: true });
      expect(world.features.calls.at(-1)).to.equal('removed volumes=true');
      expect(actions().slice(-2)).to.deep.equal(['die', 'destroy']);
      expect([world.fake.layers.size, world.store.documents.size]).to.deep.equal([0, 0]);
      expect(await refusal(() => world.create({ name: 'box' }))).to.equal('accepted');
    });

    it('removes by itself when the process ends', async () => {
      const id = await world.run({ host: { AutoRemove: true } });
      const removed = world.containers.wait(id, 'removed', new AbortController().signal);
      world.fake.process.end(0);
      expect(await removed).to.deep.equal({ statusCode: 0 });
      await world.untilGone(id);
      expect(actions().slice(-2)).to.deep.equal(['die', 'destroy']);
    });

    it('is done once, however many ask', async () => {
      const id = await world.run();
      const answers = await Promise.all(
        [1, 2, 3].map(() => refusal(() => world.containers.remove(id, { force: true }))),
      );
      const busy = `Conflict: removal of container ${id} is already in progress`;
      expect(answers).to.deep.equal(['accepted', busy, busy]);
    });

    it('leaves a container that cannot be removed dead, to be removed again', async () => {
      const id = await world.create();
      world.fake.fail('remove', 'INTERNAL', 'busy');
      expect(await refusal(() => world.containers.remove(id))).to.contain('cannot remove container');
      expect(world.state(id).status).to.equal('dead');
      expect(await refusal(() => world.containers.start(id))).to.equal(
        'Conflict: container is marked for removal and cannot be started',
      );
      await world.containers.remove(id);
      expect(world.containers.list()).to.deep.equal([]);
    });
  });
});
