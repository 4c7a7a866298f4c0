import { expect } from 'chai';
import { it } from 'mocha';
import { once } from 'node:events';
import { demultiplex } from '../../harness/frames.js';
import { beginPeak, residentPeak } from '../../harness/processes.js';
import { onEachEngine } from '../../harness/suite.js';
import { writeTar } from '../../harness/tar.js';

const upgrade = { Connection: 'Upgrade', Upgrade: 'tcp' };

/** Streams that other engines of Docker's API have been seen to get wrong; each title names the fault. */
onEachEngine('regressions of streams', (suite) => {
  const start = (id: string) => suite.api.post(`/containers/${id}/start`);

  it("exec's JSON body read as stdin", async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    const exec = await suite.api.execCreate(id, { AttachStdin: true, Cmd: ['cat'] });
    const connection = await suite.api.raw(
      'POST',
      `/exec/${exec}/start`,
      { Detach: false, Tty: false },
      upgrade,
    );
    await connection.head();
    connection.write('typed\n');
    connection.halfClose();
    expect(demultiplex(await connection.end()).stdout).to.equal('typed\n');
  });

  it('connection left open after exec ends', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    for (const headers of [upgrade, {}]) {
      const exec = await suite.api.execCreate(id, { AttachStdin: true, Cmd: ['echo', 'done'] });
      const connection = await suite.api.raw(
        'POST',
        `/exec/${exec}/start`,
        { Detach: false, Tty: false },
        headers,
      );
      await connection.head();
      expect(demultiplex(await connection.end()).stdout).to.equal('done\n');
      connection.destroy();
    }
  });

  it('output lost for a process that ends at once', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await suite.api.create({ Cmd: ['echo', 'short'] });
      const connection = await suite.api.raw(
        'POST',
        `/containers/${id}/attach?stream=1&stdout=1&stderr=1`,
        undefined,
        upgrade,
      );
      await connection.head();
      await start(id);
      expect(demultiplex(await connection.end()).stdout).to.equal('short\n');
      connection.destroy();
      expect((await suite.api.logs(id)).stdout).to.equal('short\n');
    }
  });

  it('events headers not sent until the first event', async () => {
    const filters = JSON.stringify({ type: ['plugin'] });
    const response = await suite.api.open('GET', '/events', { query: { filters } });
    expect(response.statusCode).to.equal(200);
    response.destroy();
  });

  it('wait conditions refused or ignored', async () => {
    const id = await suite.api.create({ Cmd: ['sh', '-c', 'exit 3'] });
    const answers = await Promise.all(
      ['next-exit', 'removed'].map((condition) =>
        suite.api.open('POST', `/containers/${id}/wait`, { query: { condition } }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode)).to.deep.equal([200, 200]);
    await start(id);
    const [exited, removed] = answers.map(async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part as Buffer);
      return JSON.parse(Buffer.concat(parts).toString()) as { StatusCode: number };
    });
    expect((await exited)!.StatusCode).to.equal(3);
    expect(answers[1]!.complete).to.equal(false);
    expect((await suite.api.wait(id, 'not-running')).StatusCode).to.equal(3);
    await suite.api.delete(`/containers/${id}`);
    expect((await removed)!.StatusCode).to.be.a('number');
    const bad = await suite.api.post(`/containers/${id}/wait`, undefined, { condition: 'someday' });
    expect(bad.status).to.be.oneOf([400, 404]);
  });

  it('logs -f ending on rotation', async () => {
    const LogConfig = { Type: 'json-file', Config: { 'max-size': '8k', 'max-file': '3' } };
    const script =
      'i=0; while [ $i -lt 300 ]; do i=$((i+1)); echo "line $i padding padding padding"; [ $((i%50)) = 0 ] && usleep 100000; done; echo end';
    const id = await suite.api.start({ Cmd: ['sh', '-c', script], HostConfig: { LogConfig } });
    const { stdout } = await suite.api.logs(id, { follow: true });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.at(-1)).to.equal('end');
    const numbers = lines.slice(0, -1).map((line) => Number(line.split(' ')[1]));
    expect(numbers).to.include(300);
    const whole = numbers.map((_, index) => numbers[0]! + index);
    const reason = 'before 25 it tells some lines twice when files are rotated';
    expect(suite.versioned('1.44', reason, numbers, whole)).to.deep.equal(whole);
  });

  it('a whole tar buffered in memory', async () => {
    const size = 160 * 1024 * 1024;
    const id = await suite.api.create({ Cmd: ['true'] });
    const tar = await writeTar([{ name: 'big', mode: 0o644, content: Buffer.alloc(size, 'x') }]);
    const { pid } = suite.engine;
    const before = beginPeak(pid!);
    const put = await suite.api.call('PUT', `/containers/${id}/archive`, {
      ...{ query: { path: '/' }, body: tar },
      headers: { 'Content-Type': 'application/x-tar' },
    });
    suite.api.expect(put, 200);
    const response = await suite.api.open('GET', `/containers/${id}/archive`, { query: { path: '/big' } });
    let received = 0;
    response.on('data', (chunk: Buffer) => (received += chunk.length));
    await once(response, 'end');
    expect(received).to.be.greaterThan(size);
    expect(residentPeak(pid!) - before).to.be.lessThan(size / 2);
  });
});
