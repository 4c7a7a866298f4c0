import { expect } from 'chai';
import { it } from 'mocha';
import { createHash } from 'node:crypto';
import { demultiplex } from '../../harness/frames.js';
import type { RawConnection } from '../../harness/raw-connection.js';
import type { CreateBody } from '../../harness/shapes.js';
import { onArca, onEachEngine } from '../../harness/suite.js';

const UPGRADE = { Connection: 'Upgrade', Upgrade: 'tcp' };
const RAW = 'application/vnd.docker.raw-stream';
const INTERACTIVE: CreateBody = { OpenStdin: true, StdinOnce: true, AttachStdin: true };

onEachEngine('POST /containers/{id}/attach', (suite) => {
  const attach = (
    id: string,
    query: string,
    headers: Record<string, string> = UPGRADE,
  ): Promise<RawConnection> => suite.api.raw('POST', `/containers/${id}/attach?${query}`, undefined, headers);
  const start = (id: string) => suite.api.post(`/containers/${id}/start`);

  it('upgrades to a multiplexed stream of both outputs', async () => {
    const id = await suite.api.create({ Cmd: ['sh', '-c', 'echo out; echo err >&2'] });
    const connection = await attach(id, 'stream=1&stdout=1&stderr=1');
    const { status, headers } = await connection.head();
    expect(status).to.equal(101);
    expect(headers).to.include({ connection: 'Upgrade', upgrade: 'tcp' });
    expect(headers['content-type']).to.equal(
      suite.versioned('1.42', 'the media type is new', 'application/vnd.docker.multiplexed-stream', RAW),
    );
    await start(id);
    const { stdout, stderr } = demultiplex(await connection.end());
    expect({ stdout, stderr }).to.deep.equal({ stdout: 'out\n', stderr: 'err\n' });
    connection.destroy();
  });

  it('hijacks without an upgrade, too, with 200', async () => {
    const id = await suite.api.create({ Cmd: ['echo', 'out'] });
    const connection = await attach(id, 'stream=1&stdout=1', {});
    const { status, headers } = await connection.head();
    expect(status).to.equal(200);
    expect(headers).to.include({ 'content-type': RAW });
    // The bytes after the head are the stream itself, neither counted nor chunked.
    expect(headers).to.not.have.any.keys('content-length', 'transfer-encoding');
    await start(id);
    expect(demultiplex(await connection.end()).stdout).to.equal('out\n');
    connection.destroy();
  });

  it('gives the bytes of a terminal as they are', async () => {
    const id = await suite.api.create({ Tty: true, Cmd: ['sh', '-c', 'echo out; tty'] });
    const connection = await attach(id, 'stream=1&stdout=1&stderr=1');
    const { headers } = await connection.head();
    expect(headers['content-type']).to.equal(RAW);
    await start(id);
    const text = (await connection.end()).toString();
    expect(text).to.match(/^out\r\n\/dev\/(pts\/0|console)\r\n$/);
    connection.destroy();
  });

  it('gives only the stream asked for', async () => {
    const id = await suite.api.create({ Cmd: ['sh', '-c', 'echo out; echo err >&2'] });
    const connection = await attach(id, 'stream=1&stderr=1');
    await connection.head();
    await start(id);
    const { stdout, stderr } = demultiplex(await connection.end());
    expect({ stdout, stderr }).to.deep.equal({ stdout: '', stderr: 'err\n' });
    connection.destroy();
  });

  it('feeds stdin, and its end, to the process', async () => {
    const id = await suite.api.create({ ...INTERACTIVE, Cmd: ['sh', '-c', 'cat; echo end of input'] });
    const connection = await attach(id, 'stream=1&stdin=1&stdout=1');
    await connection.head();
    await start(id);
    connection.write('one\ntwo\n');
    await connection.untilText('two\n');
    connection.halfClose();
    expect(demultiplex(await connection.end()).stdout).to.equal('one\ntwo\nend of input\n');
    expect((await suite.api.wait(id)).StatusCode).to.equal(0);
    connection.destroy();
  });

  it('keeps 1 MB of input unchanged', async () => {
    const id = await suite.api.create({ ...INTERACTIVE, Cmd: ['sh', '-c', 'md5sum; exit 9'] });
    const connection = await attach(id, 'stream=1&stdin=1&stdout=1');
    await connection.head();
    await start(id);
    for (let block = 0; block < 16; block += 1) connection.write(Buffer.alloc(65536, block));
    connection.halfClose();
    const { stdout } = demultiplex(await connection.end());
    const hash = createHash('md5');
    for (let block = 0; block < 16; block += 1) hash.update(Buffer.alloc(65536, block));
    expect(stdout).to.equal(`${hash.digest('hex')}  -\n`);
    expect((await suite.api.wait(id)).StatusCode).to.equal(9);
    connection.destroy();
  });

  it('leaves stdin open when the client of a container without StdinOnce goes', async () => {
    const id = await suite.api.start({ OpenStdin: true, Cmd: ['cat'] });
    const first = await attach(id, 'stream=1&stdin=1&stdout=1');
    await first.head();
    first.write('one\n');
    await first.untilText('one\n');
    first.destroy();
    const second = await attach(id, 'stream=1&stdin=1&stdout=1');
    await second.head();
    second.write('two\n');
    await second.untilText('two\n');
    second.destroy();
    expect((await suite.api.inspect(id)).State.Running).to.equal(true);
  });

  it('gives what was written before with "logs", then goes on', async () => {
    const id = await suite.api.start({
      OpenStdin: true,
      Cmd: ['sh', '-c', 'echo before; read x; echo after'],
    });
    const connection = await attach(id, 'logs=1&stream=1&stdin=1&stdout=1');
    await connection.head();
    await connection.untilText('before\n');
    connection.write('\n');
    expect(demultiplex(await connection.end()).stdout).to.equal('before\nafter\n');
    connection.destroy();
  });

  it('gives "logs" without a stream and closes', async () => {
    const id = await suite.api.start({ Cmd: ['sh', '-c', 'echo before; sleep 600'] });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const connection = await attach(id, 'logs=1&stdout=1');
    await connection.head();
    expect(demultiplex(await connection.end()).stdout).to.equal('before\n');
    connection.destroy();
  });

  it('serves several clients at once, each with all of the output', async () => {
    const id = await suite.api.create({ Cmd: ['sh', '-c', 'for i in 1 2 3; do echo $i; done'] });
    const connections = await Promise.all([1, 2, 3].map(() => attach(id, 'stream=1&stdout=1')));
    for (const connection of connections) await connection.head();
    await start(id);
    for (const connection of connections) {
      expect(demultiplex(await connection.end()).stdout).to.equal('1\n2\n3\n');
      connection.destroy();
    }
  });

  it('detaches on the keys given, and leaves the container running', async () => {
    const id = await suite.api.start({ Tty: true, OpenStdin: true, Cmd: ['cat'] });
    const connection = await attach(
      id,
      `stream=1&stdin=1&stdout=1&detachKeys=${encodeURIComponent('ctrl-x,q')}`,
    );
    await connection.head();
    connection.write('hello\r');
    await connection.untilText('hello\r\nhello\r\n');
    connection.write('\x18q');
    await connection.end();
    connection.destroy();
    expect((await suite.api.inspect(id)).State.Running).to.equal(true);
  });

  it('refuses detach keys that are none', async () => {
    const id = await suite.api.start({ Tty: true, OpenStdin: true, Cmd: ['cat'] });
    const connection = await attach(id, 'stream=1&stdin=1&detachKeys=ctrl-%C3%BC');
    expect((await connection.head()).status).to.equal(400);
    connection.destroy();
  });

  it('answers 409 for a container that is paused', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    expect((await suite.api.post(`/containers/${id}/pause`)).status).to.equal(204);
    const connection = await attach(id, 'stream=1&stdout=1');
    expect((await connection.head()).status).to.equal(409);
    connection.destroy();
    await suite.api.post(`/containers/${id}/unpause`);
  });
});

// dockerd discards what its HTTP library has read ahead of the hijack.
onArca('POST /containers/{id}/attach, beyond dockerd', (suite) => {
  it('takes input that comes in one packet with the request', async () => {
    const id = await suite.api.start({ ...INTERACTIVE, Cmd: ['cat'] });
    const connection = await suite.api.raw(
      'POST',
      `/containers/${id}/attach?stream=1&stdin=1&stdout=1`,
      undefined,
      {
        ...UPGRADE,
      },
    );
    connection.write('early\n');
    await connection.head();
    await connection.untilText('early\n');
    connection.halfClose();
    expect(demultiplex(await connection.end()).stdout).to.equal('early\n');
    connection.destroy();
  });
});
