import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import { refusal, World } from './testing/world.js';

const always = { RestartPolicy: { Name: 'always' as const, MaximumRetryCount: 0 } };

/** `reboot` is a daemon that is killed and started again; the agent and its containers go on. */
describe('recovery (unit, with an agent in memory)', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });

  it('takes up what runs, and sees it end', async () => {
    const id = await world.run({ name: 'box' });
    const before = world.state(id);
    await world.reboot();
    expect(world.containers.get('box').state).to.deep.equal(before);
    expect(world.features.calls.at(-1)).to.equal('recover');
    world.fake.process.stdout.write('after\n');
    world.fake.process.end(6);
    await world.until(id, 'exited');
    expect(world.log.lines).to.include('after\n');
    expect(world.state(id).exitCode).to.equal(6);
    expect(world.features.calls.at(-1)).to.equal('exited {"net":{"address":"10.0.0.2"}}');
  });

  it('keeps what has been read of the output when the daemon is stopped', async () => {
    const id = await world.run();
    world.fake.process.stdout.write('whole\npart of a line');
    await new Promise(setImmediate);
    await world.containers.close();
    expect(world.log.lines).to.deep.equal(['whole\n', 'part of a line']);
    await world.reboot();
    world.fake.process.stdout.write(', its end\n');
    world.fake.process.end(0);
    await world.until(id, 'exited');
    expect(world.log.lines.slice(2)).to.deep.equal([', its end\n']);
  });

  it('keeps what is frozen frozen', async () => {
    const id = await world.run();
    await world.containers.pause(id);
    await world.reboot();
    expect(world.state(id).status).to.equal('paused');
    await world.containers.unpause(id);
    expect(world.state(id).status).to.equal('running');
  });

  it('handles an exit that nobody saw as if it had been seen', async () => {
    const id = await world.run();
    const exitedAt = Date.now() - 5000;
    const { process } = world.fake;
    world.kill();
    process.stdout.write('unread\n');
    process.end(9, { exitedAt });
    world.fake.calls.length = 0;
    await world.reboot();
    await world.until(id, 'exited');
    expect(world.log.lines).to.deep.equal(['unread\n']);
    expect(world.state(id).exitCode).to.equal(9);
    expect(Date.parse(world.state(id).finishedAt)).to.equal(exitedAt);
    expect(world.fake.calls).to.include.members(['release', 'event die']);
  });

  it('removes what was to be removed at its end', async () => {
    const id = await world.run({ host: { AutoRemove: true } });
    const { process } = world.fake;
    world.kill();
    process.end(0);
    await world.reboot();
    await world.untilGone(id);
    expect(world.fake.layers.size).to.equal(0);
  });

  it('gives 255 to what ran when the host was restarted, and lets go of what it had', async () => {
    const id = await world.run();
    world.fake.tasks.clear();
    await world.reboot();
    expect(world.state(id)).to.include({ status: 'exited', exitCode: 255, pid: 0 });
    expect(world.features.calls.at(-1)).to.equal('exited {"net":{"address":"10.0.0.2"}}');
    expect(world.containers.get(id).runtime).to.deep.equal({});
  });

  it('starts again what its policy wants: also what a person has stopped, unless it is told not to', async () => {
    const stopped = await world.run({ host: always });
    await world.containers.stop(stopped);
    const unlessStopped = await world.run({
      host: { RestartPolicy: { Name: 'unless-stopped', MaximumRetryCount: 0 } },
    });
    await world.containers.stop(unlessStopped);
    const lost = await world.run({
      host: { RestartPolicy: { Name: 'unless-stopped', MaximumRetryCount: 0 } },
    });
    const created = await world.create({ host: always });
    world.fake.tasks.clear();
    await world.reboot();
    const statuses = [stopped, unlessStopped, lost, created].map((id) => world.state(id).status);
    expect(statuses).to.deep.equal(['running', 'exited', 'running', 'created']);
  });

  it('goes on with a restart that was being waited for', async () => {
    const id = await world.run({ host: always });
    world.fake.process.end(1);
    await world.until(id, 'restarting');
    await world.reboot();
    expect(world.state(id)).to.include({ status: 'running' });
  });

  it('finishes what it had kept but not yet let go of', async () => {
    const id = await world.run();
    const { process } = world.fake;
    world.fake.fail('release', 'INTERNAL', 'killed here');
    process.end(3);
    await world.until(id, 'exited');
    const { finishedAt } = world.state(id);
    world.events.length = 0;
    await world.reboot();
    expect(world.fake.tasks.size).to.equal(0);
    expect(world.state(id)).to.include({ status: 'exited', exitCode: 3, finishedAt });
    expect(world.events).to.deep.equal([]);
  });

  it('adopts what was started but not yet kept as running', async () => {
    const id = await world.create();
    const created = world.store.documents.get(id)!;
    await world.containers.start(id);
    world.store.documents.set(id, created);
    await world.reboot();
    expect(world.state(id)).to.include({ status: 'running', pid: 42 });
  });

  it('removes layers and processes that have no record', async () => {
    const id = await world.run();
    const { process } = world.fake;
    world.fake.layers.add('f'.repeat(64));
    world.store.documents.clear();
    await world.reboot();
    expect(process.signals).to.deep.equal([9]);
    expect([world.fake.tasks.size, world.fake.layers.size]).to.deep.equal([0, 0]);
    expect(await refusal(async () => world.containers.get(id))).to.contain('No such container');
  });

  it('finishes a removal that had begun', async () => {
    const id = await world.create();
    world.fake.fail('remove', 'INTERNAL', 'killed here');
    await refusal(() => world.containers.remove(id));
    await world.reboot();
    expect(world.containers.list()).to.deep.equal([]);
    expect(world.fake.layers.size).to.equal(0);
  });
});
