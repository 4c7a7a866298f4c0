import { expect } from 'chai';
import { it } from 'mocha';
import { Api } from '../harness/api.js';
import { loadBusybox, newEngine } from '../harness/fleet.js';
import { leaksSince, takeSettledInventory } from '../harness/leak.js';
import { onArca } from '../harness/suite.js';

onArca('several daemons side by side', (suite) => {
  it('do not see each other’s containers, images, addresses and bridges', async () => {
    await suite.api.run({ Cmd: ['true'] }); // what the shared engine makes on first need is there from now on
    await suite.api.wipe();
    const before = await takeSettledInventory();
    const engine = newEngine('arca');
    const api = new Api(engine);
    await engine.start();
    expect((await api.get('/images/arca-test/busybox/json')).status).to.equal(404);
    await loadBusybox(engine);
    const mine = await suite.api.start({ Cmd: ['sleep', '600'] }, 'same-name');
    const theirs = await api.start({ Cmd: ['sleep', '600'] }, 'same-name');
    expect(theirs).to.not.equal(mine);
    expect((await api.get(`/containers/${mine}/json`)).status).to.equal(404);
    const gateways = [await suite.api.inspect(mine), await api.inspect(theirs)].map(
      (container) => container.NetworkSettings.Networks.bridge!.Gateway,
    );
    expect(gateways[0]).to.not.equal(gateways[1]);
    await api.wipe();
    await engine.stop();
    expect((await suite.api.inspect(mine)).State.Running).to.equal(true);
    expect((await suite.api.exec(mine, ['ping', '-c', '1', gateways[0]!])).code).to.equal(0);
    await suite.api.wipe();
    expect(await leaksSince(before), 'left behind').to.deep.equal([]);
  });

  it('refuse the directories of one that runs', async () => {
    const { engine } = suite;
    const second = newEngine('arca');
    Object.assign(second, { directory: engine.directory });
    await second.start().then(
      () => expect.fail('it started'),
      (error: Error) => expect(error.message).to.match(/did not start|running|in use|lock/i),
    );
    expect((await suite.api.get('/_ping')).status).to.equal(200);
  });
});
