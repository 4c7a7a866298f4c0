import { expect } from 'chai';
import { it } from 'mocha';
import { createHash } from 'node:crypto';
import { onArca, onEachEngine, type Suite } from '../../harness/suite.js';
import { WebSocketClient } from '../../harness/web-socket.js';

const opener =
  (suite: Suite) =>
  (id: string, query: string, headers?: Record<string, string>): Promise<WebSocketClient> => {
    const { engine, prefix } = suite.api;
    return WebSocketClient.open(engine.socketPath, `${prefix}/containers/${id}/attach/ws?${query}`, headers);
  };

/** The error of what must fail. */
async function failure(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the handshake succeeded');
}

onEachEngine('GET /containers/{id}/attach/ws', (suite) => {
  const attach = opener(suite);
  const start = (id: string) => suite.api.post(`/containers/${id}/start`);

  it('gives output in binary messages without frames, then closes with 1000', async () => {
    const id = await suite.api.create({ Cmd: ['sh', '-c', 'echo out; sleep 0.2; printf "\\377\\n" >&2'] });
    const client = await attach(id, 'stream=1&stdout=1&stderr=1');
    await start(id);
    expect(await client.closed()).to.equal(1000);
    expect(client.received).to.equal('out\n\xff\n');
    expect(client.allBinary).to.equal(true);
  });

  it('feeds messages of either kind to the process, and keeps them in order', async () => {
    const id = await suite.api.create({ OpenStdin: true, Cmd: ['sh', '-c', 'head -c 1000003 | md5sum'] });
    const client = await attach(id, 'stream=1&stdin=1&stdout=1');
    await start(id);
    const hash = createHash('md5').update('abc');
    client.send('abc');
    for (let block = 0; block < 10; block += 1) {
      const data = Buffer.alloc(100_000, block);
      hash.update(data);
      client.send(data);
    }
    await client.closed();
    expect(client.received).to.equal(`${hash.digest('hex')}  -\n`);
  });

  it('gives what was written before with "logs", then goes on', async () => {
    const id = await suite.api.start({
      ...{ OpenStdin: true, Cmd: ['sh', '-c', 'echo before; read x; echo after'] },
    });
    const client = await attach(id, 'logs=1&stream=1&stdin=1&stdout=1');
    await client.untilText('before\n');
    client.send('\n');
    await client.closed();
    expect(client.received).to.match(/^before\n(before\n)?after\n$/);
  });

  it('gives "logs" without a stream and closes', async () => {
    const id = await suite.api.create({ Cmd: ['echo', 'before'] });
    await start(id);
    await suite.api.wait(id);
    const client = await attach(id, 'logs=1&stdout=1');
    expect(await client.closed()).to.equal(1000);
    expect(client.received).to.equal('before\n');
  });

  it('ends the input of a container with StdinOnce when the client closes', async () => {
    const id = await suite.api.create({
      ...{ OpenStdin: true, StdinOnce: true, Cmd: ['sh', '-c', 'cat; exit 7'] },
    });
    const client = await attach(id, 'stream=1&stdin=1&stdout=1');
    await start(id);
    client.send('one\n');
    await client.untilText('one\n');
    client.socket.close(1000);
    expect((await suite.api.wait(id)).StatusCode).to.equal(7);
  });

  it('leaves a container without StdinOnce running when the client goes', async () => {
    const id = await suite.api.start({ OpenStdin: true, Cmd: ['cat'] });
    const first = await attach(id, 'stream=1&stdin=1&stdout=1');
    first.send('one\n');
    await first.untilText('one\n');
    first.socket.terminate();
    const second = await attach(id, 'stream=1&stdin=1&stdout=1');
    second.send('two\n');
    await second.untilText('two\n');
    second.socket.terminate();
    expect((await suite.api.inspect(id)).State.Running).to.equal(true);
  });

  it('detaches from a terminal on the keys given', async () => {
    const id = await suite.api.start({ Tty: true, OpenStdin: true, Cmd: ['cat'] });
    const keys = encodeURIComponent('ctrl-x,q');
    const client = await attach(id, `stream=1&stdin=1&stdout=1&detachKeys=${keys}`);
    client.send('hello\r');
    await client.untilText('hello\r\nhello\r\n');
    client.send('\x18q');
    expect(await client.closed()).to.equal(1000);
    expect((await suite.api.inspect(id)).State.Running).to.equal(true);
  });

  it('answers pings and does not compress', async () => {
    const id = await suite.api.start({ OpenStdin: true, Cmd: ['cat'] });
    const { socket } = await attach(id, 'stream=1&stdin=1&stdout=1');
    expect(socket.extensions).to.equal('');
    const answer = new Promise((resolve) => socket.once('pong', resolve));
    socket.ping('here?');
    expect(String(await answer)).to.equal('here?');
    socket.terminate();
  });

  suite.since('1.42', 'older ones connect all three', 'connects only the streams asked for', async () => {
    const id = await suite.api.create({
      OpenStdin: true,
      Cmd: ['sh', '-c', 'echo out; echo err >&2; read x'],
    });
    const client = await attach(id, 'stream=1&stderr=1');
    await start(id);
    await client.untilText('err\n');
    client.send('not taken\n');
    const other = await attach(id, 'stream=1&stdin=1');
    other.send('\n');
    await client.closed();
    expect(client.received).to.equal('err\n');
    expect(other.received).to.equal('');
  });

  it('connects all three for clients of older versions', async () => {
    const id = await suite.api.create({
      OpenStdin: true,
      Cmd: ['sh', '-c', 'echo out; read x; echo $x >&2'],
    });
    const path = `/v1.41/containers/${id}/attach/ws?stream=1`;
    const client = await WebSocketClient.open(suite.engine.socketPath, path);
    await start(id);
    client.send('in\n');
    await client.closed();
    expect(client.received).to.equal('out\nin\n');
  });

  it('refuses with an ordinary answer what attach refuses', async () => {
    expect(await failure(attach('nosuch', 'stream=1'))).to.equal(
      '404 {"message":"No such container: nosuch"}',
    );
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    expect(await failure(attach(id, 'stream=1&detachKeys=ctrl-%C3%BC'))).to.match(
      /^400 .*Invalid detach keys/,
    );
    await suite.api.post(`/containers/${id}/pause`);
    expect(await failure(attach(id, 'stream=1'))).to.match(/^409 .*is paused, unpause the container before/);
    await suite.api.post(`/containers/${id}/unpause`);
  });
});

// dockerd takes every page of the browser on its host for a client of its own.
onArca('GET /containers/{id}/attach/ws, beyond dockerd', (suite) => {
  const attach = opener(suite);

  it('refuses the pages of foreign origins', async () => {
    const id = await suite.api.create({ Cmd: ['true'] });
    const headers = { Host: 'docker:2375' };
    expect(await failure(attach(id, 'stream=1', { ...headers, Origin: 'https://evil.example' }))).to.equal(
      '403 {"message":"the origin https://evil.example is not allowed to open WebSockets"}',
    );
    const own = await attach(id, 'stream=1', { ...headers, Origin: 'http://docker:2375' });
    own.socket.close();
    expect(await own.closed()).to.equal(1005);
  });
});
