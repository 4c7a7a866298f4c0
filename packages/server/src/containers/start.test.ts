import { RuntimeFailure } from '@arca/agent-proto';
import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import { refusal, World } from './testing/world.js';

describe('start and end of containers (unit, with an agent in memory)', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });

  const actions = () => world.events.map(({ action }) => action);

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
});
