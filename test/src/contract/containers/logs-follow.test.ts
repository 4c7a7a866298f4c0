import { expect } from 'chai';
import { it } from 'mocha';
import { eventually } from '../../harness/eventually.js';
import { demultiplex } from '../../harness/frames.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('GET /containers/{id}/logs?follow=1', (suite) => {
  it('follows until the container ends, with what was and what comes', async () => {
    const id = await suite.api.start({
      Cmd: ['sh', '-c', 'echo first; while [ ! -e /go ]; do usleep 20000; done; echo last'],
    });
    const following = await suite.api.open('GET', `/containers/${id}/logs`, {
      query: { stdout: true, follow: true },
    });
    const chunks: Buffer[] = [];
    following.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise((resolve) => following.on('end', resolve));
    await eventually(() => Buffer.concat(chunks).includes('first'), 'the first line came');
    expect(Buffer.concat(chunks).includes('last')).to.equal(false);
    await suite.api.exec(id, ['touch', '/go']);
    await ended;
    expect(demultiplex(Buffer.concat(chunks)).stdout).to.equal('first\nlast\n');
  });

  it('follows with a tail, and ends at once for what does not run', async () => {
    const { id } = await suite.api.run({ Cmd: ['sh', '-c', 'for i in 1 2 3 4 5; do echo line $i; done'] });
    expect((await suite.api.logs(id, { follow: true, tail: 2 })).stdout).to.equal('line 4\nline 5\n');
  });

  it('sends the headers of a follow before anything is written', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    const following = await suite.api.open('GET', `/containers/${id}/logs`, {
      query: { stdout: true, follow: true },
    });
    expect(following.statusCode).to.equal(200);
    following.destroy();
  });

  it('goes on over a restart of the container', async () => {
    const { id } = await suite.api.run({ Cmd: ['echo', 'again'] });
    await suite.api.post(`/containers/${id}/start`);
    await suite.api.wait(id);
    expect((await suite.api.logs(id)).stdout).to.equal('again\nagain\n');
  });
});
