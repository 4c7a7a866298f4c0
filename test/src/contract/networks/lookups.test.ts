import { expect } from 'chai';
import { it } from 'mocha';
import { lookUps } from '../../harness/lookups.js';
import { onArca } from '../../harness/suite.js';

onArca('a storm of look-ups', (suite) => {
  it('are all answered while containers come and go', async () => {
    suite.api.expect(await suite.api.post('/networks/create', { Name: 'busy' }), 201);
    const sleeper = (name: string) =>
      suite.api.start({ Cmd: ['sleep', '600'], HostConfig: { NetworkMode: 'busy' } }, name);
    await sleeper('steady');
    const { State } = await suite.api.inspect(await sleeper('client'));
    // The queue of a socket as the kernel makes it holds some 160 questions; the engine's has room for more.
    const { good, bad } = await lookUps(State.Pid, 300, async () => {
      for (let round = 0; round < 6; round++) {
        const ids = await Promise.all([0, 1].map((index) => sleeper(`guest-${round}-${index}`)));
        await Promise.all(ids.map((id) => suite.api.delete(`/containers/${id}`, { force: true })));
      }
    });
    expect(bad, 'questions without an address').to.equal(0);
    expect(good).to.be.greaterThan(1000);
  });
});
