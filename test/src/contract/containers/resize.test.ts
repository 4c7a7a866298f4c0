import { expect } from 'chai';
import { it } from 'mocha';
import { eventually } from '../../harness/eventually.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('POST /containers/{id}/resize', (suite) => {
  const resize = (id: string, query: object) =>
    suite.api.post(`/containers/${id}/resize`, undefined, query as Record<string, string>);

  it('sets the size of the terminal and tells the process', async () => {
    const command = 'trap "stty size; exit" WINCH; echo ready; while :; do usleep 50000; done';
    const id = await suite.api.start({ Tty: true, Cmd: ['sh', '-c', command] });
    const logs = async () => (await suite.api.get(`/containers/${id}/logs`, { stdout: true })).text;
    await eventually(async () => (await logs()).includes('ready'), 'the trap is set');
    expect((await resize(id, { h: 42, w: 123 })).status).to.equal(200);
    await suite.api.wait(id);
    expect(await logs()).to.equal('ready\r\n42 123\r\n');
  });

  it('refuses sizes that are no numbers', async () => {
    const id = await suite.api.start({ Tty: true, Cmd: ['sleep', '600'] });
    for (const query of [
      { h: 'x', w: 1 },
      { h: 1, w: '' },
    ]) {
      const answer = await resize(id, query);
      expect(answer.status, JSON.stringify(query)).to.equal(400);
      expect(answer.message).to.include(': invalid syntax');
    }
    const negative = await resize(id, { h: -1, w: 1 });
    expect(negative.status).to.equal(suite.versioned('1.44', 'sizes became unsigned', 400, 200));
  });

  it('answers 409 for a container that does not run', async () => {
    const id = await suite.api.create({ Tty: true });
    const answer = await resize(id, { h: 1, w: 1 });
    expect(answer.status).to.equal(409);
    expect(answer.message.toLowerCase()).to.equal(`container ${id} is not running`);
  });
});
