import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import { refusal, World } from './testing/world.js';

describe('restarts of containers (unit, with an agent in memory)', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });

  describe('restart policies', () => {
    const policy = (Name: 'always' | 'unless-stopped' | 'on-failure', MaximumRetryCount = 0) => ({
      host: { RestartPolicy: { Name, MaximumRetryCount } },
    });
    const endAndAwaitRestart = async (id: string, status: number) => {
      const before = world.state(id).restartCount;
      world.fake.process.end(status);
      while (world.state(id).restartCount === before) await new Promise(setImmediate);
      await world.until(id, 'running');
    };

    it('starts again what has ended, and counts', async () => {
      const id = await world.run(policy('always'));
      await endAndAwaitRestart(id, 0);
      await endAndAwaitRestart(id, 1);
      expect(world.state(id).restartCount).to.equal(2);
      await world.containers.stop(id);
      expect(world.state(id).status).to.equal('exited');
    });

    it('gives up after so many failures, and at once after a success', async () => {
      const id = await world.run(policy('on-failure', 1));
      await endAndAwaitRestart(id, 1);
      world.fake.process.end(1);
      await world.until(id, 'exited');
      const other = await world.run(policy('on-failure'));
      world.fake.process.end(0);
      await world.until(other, 'exited');
    });

    it('is in between `restarting`, which only a stop or a removal can end', async () => {
      const id = await world.run(policy('always'));
      world.fake.process.end(1);
      await world.until(id, 'restarting');
      expect(await refusal(() => world.containers.pause(id))).to.equal(
        `Conflict: Container ${id} is restarting, wait until the container is running`,
      );
      expect(await refusal(() => world.containers.start(id))).to.equal(
        'NotModified: container is already running',
      );
      await world.containers.stop(id);
      expect(world.state(id)).to.include({ status: 'exited', exitCode: 1 });
      await world.containers.start(id);
      expect(world.state(id)).to.include({ restartCount: 0 });
      world.fake.process.end(1);
      await world.until(id, 'restarting');
      await world.containers.remove(id, { force: true });
      expect(world.containers.list()).to.deep.equal([]);
    });

    it('stays down when it cannot be started any more', async () => {
      const id = await world.run(policy('always'));
      world.fake.fail('start', 'INTERNAL', 'gone');
      world.fake.process.end(2);
      await world.until(id, 'restarting');
      await world.until(id, 'exited');
      expect(world.state(id)).to.include({ exitCode: 2, error: 'gone' });
    });
  });
});
