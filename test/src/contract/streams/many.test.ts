import { expect } from 'chai';
import { it } from 'mocha';
import { readdirSync, readFileSync } from 'node:fs';
import { demultiplex } from '../../harness/frames.js';
import { eventually } from '../../harness/eventually.js';
import { onArca } from '../../harness/suite.js';

const upgrade = { Connection: 'Upgrade', Upgrade: 'tcp' };

onArca('many streams at once', (suite) => {
  const holdings = () => {
    const { pid } = suite.engine;
    return {
      descriptors: readdirSync(`/proc/${pid}/fd`).length,
      children: readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).length,
    };
  };
  const settled = (before: ReturnType<typeof holdings>) =>
    eventually(
      () => {
        const { descriptors, children } = holdings();
        // A few connections that are kept alive, and an idle shim, come and go.
        return descriptors <= before.descriptors + 8 && children <= before.children + 2;
      },
      `no more is held than before (${JSON.stringify(before)})`,
    );

  it('200 execs all give their output and exit code, and leave nothing', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    await suite.api.exec(id, ['true']);
    const before = holdings();
    const numbers = Array.from({ length: 200 }, (_, index) => index);
    const results = await Promise.all(
      numbers.map((number) => suite.api.exec(id, ['sh', '-c', `echo ${number}; exit ${number % 7}`])),
    );
    expect(results.map(({ stdout, code }) => [stdout, code])).to.deep.equal(
      numbers.map((number) => [`${number}\n`, number % 7]),
    );
    await settled(before);
    const top = (await suite.api.get(`/containers/${id}/top`)).json<{ Processes: unknown[] }>();
    expect(top.Processes).to.have.length(1);
  }).timeout(90_000);

  it('100 attached clients all get all of the output, and leave nothing', async () => {
    const id = await suite.api.create({ OpenStdin: true, Cmd: ['sh', '-c', 'read x; seq 1 5000'] });
    await suite.api.start({ Cmd: ['true'] });
    const before = holdings();
    const path = `/containers/${id}/attach?stream=1&stdin=1&stdout=1`;
    const clients = await Promise.all(
      Array.from({ length: 100 }, () => suite.api.raw('POST', path, undefined, upgrade)),
    );
    await Promise.all(clients.map((client) => client.head()));
    suite.api.expect(await suite.api.post(`/containers/${id}/start`), 204);
    clients[50]!.write('go\n');
    const expected = Array.from({ length: 5000 }, (_, index) => `${index + 1}\n`).join('');
    for (const client of clients) {
      expect(demultiplex(await client.end(30_000)).stdout === expected).to.equal(true);
      client.destroy();
    }
    await settled(before);
  }).timeout(90_000);

  it('a client that does not read stalls nobody else', async () => {
    const id = await suite.api.create({
      OpenStdin: true,
      Cmd: ['sh', '-c', 'read x; head -c 30000000 /dev/zero'],
    });
    const path = `/containers/${id}/attach?stream=1&stdin=1&stdout=1`;
    const [deaf, reading] = [
      await suite.api.raw('POST', path, undefined, upgrade),
      await suite.api.raw('POST', path, undefined, upgrade),
    ];
    await Promise.all([deaf.head(), reading.head()]);
    deaf.socket.pause();
    let received = 0;
    reading.socket.removeAllListeners('data').on('data', (chunk: Buffer) => (received += chunk.length));
    suite.api.expect(await suite.api.post(`/containers/${id}/start`), 204);
    reading.write('go\n');
    await reading.end(30_000);
    expect(received).to.be.greaterThan(30_000_000);
    expect((await suite.api.wait(id)).StatusCode).to.equal(0);
    deaf.destroy();
    reading.destroy();
  }).timeout(60_000);
});
