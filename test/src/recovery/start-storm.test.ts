import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../harness/busybox.js';
import { Api } from '../harness/api.js';
import { loadBusybox, newEngine } from '../harness/fleet.js';
import { leaksSince, takeSettledInventory } from '../harness/leak.js';
import { isAlive, listProcesses } from '../harness/processes.js';
import type { ContainerSummary } from '../harness/shapes.js';
import { onArca } from '../harness/suite.js';

const COUNT = 20;

onArca('twenty containers started at once, and kill -9 in the middle', () => {
  for (const survivors of [1, 5, 12]) {
    it(`leaves nothing without an owner, after ${survivors} have started`, async function () {
      this.timeout(120_000);
      const before = await takeSettledInventory();
      const engine = newEngine('arca');
      const api = new Api(engine);
      await engine.start();
      await loadBusybox(engine);
      await api.run({ Cmd: ['true'] });
      await api.wipe();
      const idle = await takeSettledInventory();
      await startMany(api, survivors, () => engine.crash());
      await engine.start();
      await expectConsistent(api);
      await api.wipe();
      expect((await api.get('/containers/json', { all: true })).json()).to.deep.equal([]);
      expect(await leaksSince(idle, 10_000), 'orphans of a daemon that runs').to.deep.equal([]);
      await expectUsable(api);
      await engine.stop();
      expect(await leaksSince(before), 'left behind').to.deep.equal([]);
    });
  }

  it('restarts its containerd when that dies', async () => {
    const before = await takeSettledInventory();
    const engine = newEngine('arca');
    const api = new Api(engine);
    await engine.start();
    await loadBusybox(engine);
    const id = await api.start({ Cmd: ['sleep', '600'] });
    const containerd = listProcesses().find(
      ({ parent, command }) => parent === engine.pid && /containerd/.test(command),
    );
    expect(containerd, 'a containerd of its own').to.not.equal(undefined);
    process.kill(containerd!.pid, 'SIGKILL');
    expect((await api.inspect(id)).State.Running).to.equal(true);
    await expectUsable(api);
    await api.wipe();
    await engine.stop();
    expect(await leaksSince(before), 'left behind').to.deep.equal([]);
  });
});

/** Creates and starts containers at once; when some have started, does the deed while the others are on their way. */
async function startMany(api: Api, started: number, deed: () => Promise<void>): Promise<void> {
  let count = 0;
  let done: Promise<void> | undefined;
  const one = async (index: number): Promise<void> => {
    const created = await api.post(
      '/containers/create',
      { Image: BUSYBOX, Cmd: ['sleep', '600'] },
      { name: `storm-${index}` },
    );
    await api.post(`/containers/${created.json<{ Id: string }>().Id}/start`);
    count += 1;
    if (count === started) done = deed();
  };
  await Promise.allSettled(Array.from({ length: COUNT }, (_, index) => one(index)));
  if (done === undefined) throw new Error(`only ${count} containers started`);
  await done;
}

/** Every container is in one state, in all of its parts; no two have one address. */
async function expectConsistent(api: Api): Promise<void> {
  const listed = (await api.get('/containers/json', { all: true })).json<ContainerSummary[]>();
  const addresses: string[] = [];
  for (const { Id, State } of listed) {
    const { State: state, NetworkSettings } = await api.inspect(Id);
    expect(state.Status, Id).to.equal(State);
    expect(state.Status).to.be.oneOf(['created', 'running', 'exited']);
    expect(state.Running, Id).to.equal(state.Status === 'running');
    expect(state.Running ? isAlive(state.Pid) : state.Pid, Id).to.equal(state.Running ? true : 0);
    if (state.Running) addresses.push(NetworkSettings.Networks.bridge!.IPAddress);
    if (state.Running) expect((await api.exec(Id, ['echo', 'here'])).stdout).to.equal('here\n');
  }
  expect(new Set(addresses).size).to.equal(addresses.length);
  expect(addresses.length, 'what had started goes on').to.be.greaterThan(0);
}

/** The engine still does everything: as many containers as before, each with an address of its own. */
async function expectUsable(api: Api): Promise<void> {
  const ids = await Promise.all(Array.from({ length: 5 }, () => api.start({ Cmd: ['sleep', '600'] })));
  const addresses = await Promise.all(
    ids.map(async (id) => (await api.inspect(id)).NetworkSettings.Networks.bridge!.IPAddress),
  );
  expect(new Set(addresses).size).to.equal(ids.length);
  for (const id of ids) api.expect(await api.delete(`/containers/${id}`, { force: true }), 204);
}
