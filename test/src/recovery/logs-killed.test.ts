import { expect } from 'chai';
import { it } from 'mocha';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../harness/eventually.js';
import { onArca } from '../harness/suite.js';

/** Bytes of a container's output that the daemon may have read and not written when it is killed: the documented bound. */
const window = 256 * 1024;
const containers = 10;
const lines = 100_000;
/** Digits and a newline. */
const lineLength = 7;

onArca('kill -9 of the daemon under ten containers that write without pause', (suite) => {
  it('loses no line that could be read, none twice, keeps their order, and no more than the bound', async function () {
    // Ten containers write and are read whole: seconds where nothing else runs, many times that where much does.
    this.timeout(120_000);
    const gate = join(suite.engine.directory, 'tmp', 'gate');
    mkdirSync(gate);
    const ids = await Promise.all(
      Array.from({ length: containers }, (_, index) =>
        suite.api.start({
          Cmd: ['sh', '-c', `until test -e /gate/open; do usleep 10000; done; exec seq -w ${lines}`],
          HostConfig: {
            Binds: [`${gate}:/gate`],
            LogConfig: { Type: index % 2 ? 'json-file' : 'local', Config: { 'max-size': '200m' } },
          },
        }),
      ),
    );
    writeFileSync(join(gate, 'open'), '');
    const last = async (id: string) => Number((await suite.api.logs(id, { tail: 1 })).stdout);
    const seen = await Promise.all(
      ids.map((id) => eventually(async () => (await last(id)) || false, 'it writes')),
    );
    expect(Math.min(...seen), 'they still write').to.be.lessThan(lines);
    await suite.engine.crash();
    await suite.engine.start();
    for (const [index, id] of ids.entries()) {
      expect((await suite.api.wait(id)).StatusCode).to.equal(0);
      const { stdout } = await suite.api.logs(id);
      expectOnce(stdout.split('\n').slice(0, -1), seen[index]!);
    }
  });
});

/** Whole lines with rising numbers, from the first to the last; what is missing was not seen, and is within the bound. */
function expectOnce(logged: string[], seen: number): void {
  let before = 0;
  let missing = 0;
  let torn = 0;
  for (const line of logged) {
    // Where the window begins and ends, a line may have lost a part.
    if (line.length !== lineLength - 1) {
      torn++;
      continue;
    }
    const number = Number(line);
    if (number !== before + 1) {
      expect(number, `after ${before}`).to.be.greaterThan(before);
      expect(before, 'what had been read is kept').to.be.at.least(seen);
      missing += number - before - 1;
    }
    before = number;
  }
  // What the daemon had in hand may have been the last of it.
  expect(before, 'what had been read is kept').to.be.at.least(seen);
  missing += lines - before;
  expect(torn, 'torn lines').to.be.at.most(1);
  expect(missing * lineLength, 'bytes lost').to.be.at.most(window);
}
