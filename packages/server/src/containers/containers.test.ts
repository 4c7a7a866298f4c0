import { RuntimeFailure } from '@arca/agent-proto';
import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import { refusal, World } from './testing/world.js';

describe('containers (unit, with an agent in memory)', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });

  const actions = () => world.events.map(({ action }) => action);

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

  describe('start and exit', () => {
    it('runs hooks, process, events and the end in dockerd’s order', async () => {
      const id = await world.run({ config: { Cmd: ['sh', '-c', 'exit 3'] } });
      expect(world.state(id)).to.include({ status: 'running', pid: 42 });
      expect(world.features.calls).to.deep.equal(['start', 'started']);
      expect(world.containers.get(id).runtime).to.deep.equal({ net: { address: '10.0.0.2' } });
      const process = world.fake.process;
      process.stdout.write('last words');
      process.end(3);
      await world.until(id, 'exited');
      expect(world.state(id)).to.include({ exitCode: 3, pid: 0, oomKilled: false });
      expect(world.log.lines).to.deep.equal(['last words']);
      expect(world.features.calls.at(-1)).to.equal('exited {"net":{"address":"10.0.0.2"}}');
      expect(world.containers.get(id).runtime).to.deep.equal({});
      expect(world.order).to.deep.equal([
        'create',
        'event create',
        'start',
        'event start',
        'log closed',
        'release',
        'event die',
      ]);
      expect(world.events.at(-1)?.attributes).to.include({ exitCode: '3', image: 'box' });
      expect(world.events.at(-1)?.attributes?.['execDuration']).to.match(/^\d+$/);
    });

    it('has kept the exit before the agent forgets it', async () => {
      const id = await world.run();
      const kept: string[] = [];
      const release = world.fake.calls.push.bind(world.fake.calls);
      world.fake.calls.push = (call) => {
        if (call === 'release') kept.push(world.store.documents.get(id) ?? '');
        return release(call);
      };
      world.fake.process.end(5);
      await world.until(id, 'exited');
      expect(kept.map((record) => (JSON.parse(record) as { state: object }).state)).to.have.nested.property(
        '[0].exitCode',
        5,
      );
    });

    it('answers 304 for what runs already, also when it is asked twice at once', async () => {
      const id = await world.create();
      const answers = await Promise.all([1, 2, 3].map(() => refusal(() => world.containers.start(id))));
      expect(answers).to.deep.equal(['accepted', 'accepted', 'accepted']);
      expect(world.fake.calls.filter((call) => call === 'start').length).to.equal(1);
      expect(await refusal(() => world.containers.start(id))).to.equal(
        'NotModified: container is already running',
      );
    });

    it('tells of an out-of-memory kill before the end', async () => {
      const id = await world.run();
      world.fake.process.end(137, { oomKilled: true });
      await world.until(id, 'exited');
      expect(world.state(id)).to.include({ exitCode: 137, oomKilled: true });
      expect(actions().slice(-2)).to.deep.equal(['oom', 'die']);
    });

    const refusals: [RuntimeFailure, text: string, exitCode: number, kind: string][] = [
      [
        RuntimeFailure.NOT_FOUND,
        'exec: "x": executable file not found in $PATH: unknown',
        127,
        'InvalidParameter',
      ],
      [RuntimeFailure.NOT_EXECUTABLE, 'exec: "/x": permission denied: unknown', 126, 'InvalidParameter'],
      [
        RuntimeFailure.WORKING_DIRECTORY,
        'chdir to cwd ("/x") set in config.json failed: no such file or directory',
        127,
        'InvalidParameter',
      ],
      [RuntimeFailure.CGROUP, 'writing file `cpuset.cpus`', 128, 'System'],
    ];
    for (const [failure, text, exitCode, kind] of refusals) {
      it(`undoes a start that the runtime refuses: ${text}`, async () => {
        const id = await world.create();
        const client = world.containers.attach(id, { stdout: true });
        world.fake.fail('start', 'FAILED_PRECONDITION', text, failure);
        expect(await refusal(() => world.containers.start(id))).to.equal(`${kind}: ${text}`);
        expect(world.state(id)).to.include({ status: 'created', exitCode, error: text, pid: 0 });
        expect(world.features.calls).to.deep.equal(['start', 'exited {"net":{"address":"10.0.0.2"}}']);
        expect(world.containers.get(id).runtime).to.deep.equal({});
        for await (const chunk of client.output) expect.fail(`got ${chunk.data}`);
        await world.containers.start(id);
        expect(world.state(id)).to.include({ status: 'running', exitCode: 0, error: '' });
      });
    }

    it('does not start when a start hook fails', async () => {
      world.features.failing = 'start';
      const id = await world.create();
      expect(await refusal(() => world.containers.start(id))).to.equal('System: start failed');
      expect(world.state(id)).to.include({ status: 'created', exitCode: 128, error: 'start failed' });
      expect(world.fake.calls).to.not.include('start');
    });

    it('ends the process when a started hook fails', async () => {
      world.features.failing = 'started';
      const id = await world.create();
      expect(await refusal(() => world.containers.start(id))).to.contain('started failed');
      await world.until(id, 'exited');
      expect(world.state(id)).to.include({ exitCode: 137 });
    });

    it('removes what was to be removed after a failed start', async () => {
      const id = await world.create({ host: { AutoRemove: true } });
      world.fake.fail('start', 'FAILED_PRECONDITION', 'no', RuntimeFailure.NOT_FOUND);
      const removed = world.containers.wait(id, 'removed', new AbortController().signal);
      await refusal(() => world.containers.start(id));
      expect(await removed).to.include({ statusCode: 127 });
      expect(world.fake.layers.size).to.equal(0);
    });
  });

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
