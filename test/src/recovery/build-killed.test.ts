import { expect } from 'chai';
import { afterEach, it } from 'mocha';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Building } from '../contract/build/building.js';
import { eventually } from '../harness/eventually.js';
import { onArca } from '../harness/suite.js';

onArca('kill -9 of the daemon during a build', (suite) => {
  const building = new Building(suite);
  afterEach('bring the daemon back', async () => {
    if (suite.engine.pid === undefined) await suite.engine.start();
    await building.wipe();
  });

  it('leaves no container, no context and no half image; what was built before it is used again', async () => {
    const dockerfile =
      'FROM {base}\nRUN echo first > /first\nRUN if [ ! -e /proc/1/root/go ]; then sleep 600; fi\n';
    const before = (await suite.api.get('/images/json')).json<unknown[]>();
    const broken = building.build(dockerfile).catch(() => undefined);
    await eventually(async () => {
      const running = (await suite.api.get('/containers/json')).json<{ Command: string }[]>();
      return running.some(({ Command }) => Command.includes('sleep 600'));
    }, 'the second step runs');
    await suite.engine.crash();
    await broken;
    await suite.engine.start();
    await eventually(
      async () => (await suite.api.get('/containers/json', { all: true })).json<unknown[]>().length === 0,
      'the container of the step is removed',
    );
    expect((await suite.api.get('/images/json')).json<unknown[]>()).to.have.length(before.length);
    expect(contexts(suite.engine.directory)).to.deep.equal([]);
    const again = await building.build(dockerfile.replace('sleep 600', 'true'));
    expect(again.id).to.match(/^sha256:/);
    expect(again.text).to.include('Using cache');
  });

  it('leaves nothing of a file that was on its way, and fetches it anew', async () => {
    let whole = false;
    const half = Promise.withResolvers<void>();
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Length': '200000' }).write(Buffer.alloc(100_000));
      if (whole) response.end(Buffer.alloc(100_000));
      else setImmediate(half.resolve);
    }).listen(0, '127.0.0.1');
    try {
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const dockerfile = `FROM {base}\nRUN echo first > /f\nADD http://127.0.0.1:${port}/file /file\n`;
      const broken = building.build(dockerfile).catch(() => undefined);
      await half.promise;
      await suite.engine.crash();
      await broken;
      await suite.engine.start();
      expect(contexts(suite.engine.directory)).to.deep.equal([]);
      whole = true;
      const { text, error } = await building.build(dockerfile);
      expect(error).to.equal('');
      expect(text.split('Using cache')).to.have.length(2);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});

/** Directories of contexts below a daemon's own. */
function contexts(directory: string): string[] {
  const roots = readdirSync(directory, { recursive: false, encoding: 'utf8' }).map((name) =>
    join(directory, name, 'builds'),
  );
  return roots.filter((path) => existsSync(path)).flatMap((path) => readdirSync(path));
}
