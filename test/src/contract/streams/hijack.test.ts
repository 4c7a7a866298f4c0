import { expect } from 'chai';
import { it } from 'mocha';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { demultiplex } from '../../harness/frames.js';
import { RawConnection } from '../../harness/raw-connection.js';
import { beginPeak, residentPeak } from '../../harness/processes.js';
import { onArca, onEachEngine } from '../../harness/suite.js';
import { FrameHash } from './frame-hash.js';

const upgrade = { Connection: 'Upgrade', Upgrade: 'tcp' };
const forms = { 'with Upgrade': upgrade, 'without Upgrade': {} };

/** A request as bytes. */
const requestOf = (path: string, headers: Record<string, string>, body = '') => {
  const all = {
    Host: 'docker',
    'Content-Type': 'application/json',
    'Content-Length': `${body.length}`,
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
};

onEachEngine('connections that are taken over', (suite) => {
  const cat = () => suite.api.create({ OpenStdin: true, StdinOnce: true, Cmd: ['cat'] });
  const attachPath = (id: string) =>
    `${suite.api.prefix}/containers/${id}/attach?stream=1&stdin=1&stdout=1&stderr=1`;
  const start = (id: string) => suite.api.post(`/containers/${id}/start`);
  for (const [title, headers] of Object.entries(forms)) {
    it(`take body and stream byte by byte, ${title}`, async () => {
      const id = await cat();
      const connection = await RawConnection.open(suite.engine.socketPath);
      connection.socket.setNoDelay(true);
      for (const character of requestOf(attachPath(id), headers)) connection.write(character);
      await connection.head();
      await start(id);
      for (const character of 'slowly\n') {
        connection.write(character);
        await new Promise(setImmediate);
      }
      connection.halfClose();
      expect(demultiplex(await connection.end()).stdout).to.equal('slowly\n');
      connection.destroy();
    });
  }

  it('leave the process alone when the client goes early', async () => {
    const id = await suite.api.create({ OpenStdin: true, Cmd: ['sh', '-c', 'read x; echo "got $x"'] });
    const first = await suite.api.raw(
      'POST',
      attachPath(id).slice(suite.api.prefix.length),
      undefined,
      upgrade,
    );
    await first.head();
    await start(id);
    first.destroy();
    const second = await suite.api.raw(
      'POST',
      attachPath(id).slice(suite.api.prefix.length),
      undefined,
      upgrade,
    );
    await second.head();
    second.write('later\n');
    expect(demultiplex(await second.end()).stdout).to.equal('got later\n');
    second.destroy();
  });

  it('end when the process does, though the client still sends', async () => {
    const id = await suite.api.create({ OpenStdin: true, Cmd: ['sh', '-c', 'echo bye'] });
    const connection = await suite.api.raw(
      'POST',
      attachPath(id).slice(suite.api.prefix.length),
      undefined,
      upgrade,
    );
    await connection.head();
    connection.socket.on('error', () => undefined);
    connection.write('x'.repeat(100_000));
    await start(id);
    expect(demultiplex(await connection.end()).stdout).to.equal('bye\n');
    connection.destroy();
  });

  it('carry 100 MB in both directions unchanged, with flat memory', async () => {
    const size = 100 * 1024 * 1024;
    const HostConfig = { LogConfig: { Type: 'none', Config: {} } };
    const id = await suite.api.create({ OpenStdin: true, StdinOnce: true, Cmd: ['cat'], HostConfig });
    const connection = await suite.api.raw(
      'POST',
      attachPath(id).slice(suite.api.prefix.length),
      undefined,
      upgrade,
    );
    await connection.head();
    const output = new FrameHash();
    connection.socket.removeAllListeners('data').on('data', (chunk: Buffer) => output.write(chunk));
    await start(id);
    const { pid } = suite.engine;
    const before = beginPeak(pid!);
    const sent = createHash('sha256');
    const block = Buffer.alloc(1024 * 1024);
    for (let done = 0; done < size; done += block.length) {
      const piece = Buffer.from(block.fill(done / block.length));
      sent.update(piece);
      if (!connection.socket.write(piece)) await once(connection.socket, 'drain');
    }
    connection.halfClose();
    await connection.end(60_000);
    expect(output.bytes).to.equal(size);
    expect(output.digest()).to.equal(sent.digest('hex'));
    expect(residentPeak(pid!) - before).to.be.lessThan(size * 0.75);
    connection.destroy();
  }).timeout(90_000);
});

// dockerd forgets what it has read ahead of the body when it takes the connection over.
onArca('connections that are taken over', (suite) => {
  for (const [title, headers] of Object.entries(forms)) {
    it(`take body and stream in one packet, ${title}`, async () => {
      const id = await suite.api.start({ Cmd: ['sleep', '600'] });
      const exec = await suite.api.execCreate(id, { AttachStdin: true, Cmd: ['head', '-n', '1'] });
      const connection = await RawConnection.open(suite.engine.socketPath);
      const body = JSON.stringify({ Detach: false, Tty: false });
      connection.write(
        `${requestOf(`${suite.api.prefix}/exec/${exec}/start`, headers, body)}in the same packet\n`,
      );
      expect((await connection.head()).status).to.equal('Upgrade' in headers ? 101 : 200);
      expect(demultiplex(await connection.end()).stdout).to.equal('in the same packet\n');
      connection.destroy();
    });
  }
});
