import { expect } from 'chai';
import { it } from 'mocha';
import { dirname } from 'node:path';
import { must } from '../../harness/command.js';
import { eventually } from '../../harness/eventually.js';
import { onArca } from '../../harness/suite.js';

const [written, afterwards] = [20_000, 100];
const script = `trap 'seq ${written + 1} ${written + afterwards}; exit 3' USR1
seq ${written}; touch /written; while :; do usleep 20000; done`;

onArca('a log whose disk is full', (suite) => {
  const create = (Type: string) =>
    suite.api.create({ Cmd: ['sh', '-c', script], HostConfig: { LogConfig: { Type, Config: {} } } });

  it('does not stall its container, and goes on with whole lines once there is room', async () => {
    const ids = [await create('json-file'), await create('local')];
    const { LogPath } = await suite.api.inspect(ids[0]!);
    for (const id of ids) {
      const directory = dirname(LogPath).replace(ids[0]!, id);
      await must('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', directory]);
      try {
        suite.api.expect(await suite.api.post(`/containers/${id}/start`), 204);
        const done = async () => (await suite.api.exec(id, ['test', '-e', '/written'])).code === 0;
        await eventually(done, 'it has written all');
        await must('mount', ['-o', 'remount,size=16m', directory]);
        suite.api.expect(await suite.api.post(`/containers/${id}/kill`, undefined, { signal: 'USR1' }), 204);
        expect((await suite.api.wait(id)).StatusCode).to.equal(3);
        const numbers = (await suite.api.logs(id)).stdout.trimEnd().split('\n').map(Number);
        expect(numbers.length, 'lines lost').to.be.within(afterwards + 1, written);
        for (const [index, number] of numbers.entries())
          expect(number).to.be.greaterThan(numbers[index - 1] ?? 0);
        const last = Array.from({ length: afterwards }, (_, index) => written + index + 1);
        expect(numbers.slice(-afterwards)).to.deep.equal(last);
      } finally {
        await must('umount', ['--lazy', directory]);
      }
    }
  });
});
