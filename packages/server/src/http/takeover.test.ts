import type { Duplex } from 'node:stream';
import type { Call } from '@arca/plugin-kit';
import { notFound } from '@arca/plugin-kit';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { requestText, messageOf, TestServer } from './testing/test-server.js';

const UPGRADE = { Connection: 'Upgrade', Upgrade: 'tcp' };
const RAW = 'application/vnd.docker.raw-stream';
const FRAMED = 'application/vnd.docker.multiplexed-stream';

/** Sends back what comes in, and says so at its end. */
async function echo(call: Call, contentType = RAW): Promise<void> {
  const connection: Duplex = await call.hijack({ contentType });
  connection.write('hello ');
  for await (const chunk of connection) connection.write(`[${String(chunk)}]`);
  connection.end('bye');
}

describe('taken over connections', () => {
  let server: TestServer;
  let bodies: unknown[];
  beforeEach(async () => {
    server = await TestServer.start();
    bodies = [];
    server.handlers = {
      ContainerAttach: (_, call) => echo(call, FRAMED),
      ExecStart: async ({ body }, call) => {
        bodies.push(body);
        if (!body?.Detach) await echo(call);
      },
    };
  });
  afterEach(() => server.close());

  it('are upgraded with 101 when the client asks for it', async () => {
    const client = await server.open();
    client.write(requestText('POST /v1.51/containers/a/attach?stream=1', UPGRADE));
    await client.until((text) => text.includes('hello'));
    client.write('one');
    await client.until((text) => text.includes('[one]'));
    const text = await client.end().all();
    expect(text).to.equal(
      `HTTP/1.1 101 UPGRADED\r\nContent-Type: ${FRAMED}\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n` +
        'Api-Version: 1.51\r\nDocker-Experimental: false\r\nOstype: linux\r\nServer: Docker/28.5.1 (linux)\r\n\r\n' +
        'hello [one]bye',
    );
  });

  it('get 200 and raw bytes when it does not', async () => {
    const client = await server.open();
    client.write(requestText('POST /containers/a/attach?stream=1'));
    await client.until((text) => text.includes('hello'));
    client.write('GET / HTTP/1.1\r\n\r\n');
    await client.until((text) => text.includes(']'));
    const text = await client.end().all();
    expect(text).to.match(/^HTTP\/1\.1 200 OK\r\nContent-Type: application\/vnd\.docker\.raw-stream\r\n/);
    expect(text).to.match(/\r\n\r\nhello \[GET \/ HTTP\/1\.1\r\n\r\n\]bye$/);
  });

  for (const [kind, headers] of [
    ['an upgrade', UPGRADE],
    ['none', {}],
  ] as const) {
    it(`keep the bytes that follow the JSON body in one packet, with ${kind}`, async () => {
      const client = await server.open();
      const json = { 'Content-Type': 'application/json', ...headers };
      client.write(requestText('POST /exec/a/start', json, '{"Tty":true}') + 'input').end();
      expect(await client.all()).to.match(/\r\n\r\nhello \[input\]bye$/);
      expect(bodies).to.deep.equal([{ Tty: true }]);
    });

    it(`drop a body that the operation does not have, with ${kind}`, async () => {
      const client = await server.open();
      const json = { 'Content-Type': 'application/json', ...headers };
      client.write(requestText('POST /containers/a/attach', json, '{"stream":true}') + 'input').end();
      expect(await client.all()).to.match(/\r\n\r\nhello \[input\]bye$/);
    });

    it(`take a JSON body that comes in pieces, with ${kind}`, async () => {
      const client = await server.open();
      const json = { 'Content-Type': 'application/json', 'Content-Length': '12', ...headers };
      for (const piece of [requestText('POST /exec/a/start', json), '{"Tty"', ':tru', 'e}in', 'put']) {
        client.write(piece);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      expect(await client.end().all()).to.match(/\r\n\r\nhello (\[in\]\[put\]|\[input\])bye$/);
      expect(bodies).to.deep.equal([{ Tty: true }]);
    });
  }

  it('take a chunked JSON body', async () => {
    const client = await server.open();
    const headers = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked', ...UPGRADE };
    client
      .write(
        `${requestText('POST /exec/a/start', headers)}5\r\n{"Tty\r\n7;x=y\r\n":true}\r\n0\r\nT: 1\r\n\r\ninput`,
      )
      .end();
    expect(await client.all()).to.match(/hello \[input\]bye$/);
    expect(bodies).to.deep.equal([{ Tty: true }]);
  });

  it('answer 100 to a client that waits for it before its body', async () => {
    const client = await server.open();
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': '2',
      Expect: '100-continue',
      ...UPGRADE,
    };
    client.write(requestText('POST /exec/a/start', headers));
    await client.until((text) => text.startsWith('HTTP/1.1 100 Continue\r\n\r\n'));
    await client.write('{}').until((text) => text.includes('hello'));
    client.end();
    expect(await client.all()).to.match(/bye$/);
  });

  it('reach handlers that listen for data', async () => {
    server.handlers.ContainerAttach = async (_, call) => {
      const connection = await call.hijack({ contentType: RAW });
      await new Promise<void>((resolve) =>
        connection.on('data', (chunk) => {
          connection.write(`got ${String(chunk)}`);
          resolve();
        }),
      );
    };
    const client = await server.open();
    client.write(`${requestText('POST /containers/a/attach', UPGRADE)}input`);
    expect(await client.all()).to.match(/got input$/);
  });

  it('go on with output after the client has closed its sending half', async () => {
    server.handlers.ContainerAttach = async (_, call) => {
      const connection = await call.hijack({ contentType: RAW });
      for await (const _chunk of connection);
      expect(call.signal.aborted).to.equal(false);
      connection.write('still ');
      await new Promise((resolve) => setTimeout(resolve, 10));
      connection.end('here');
    };
    const client = await server.open();
    client.write(requestText('POST /containers/a/attach', UPGRADE)).end();
    expect(await client.all()).to.match(/still here$/);
  });

  it('are closed when the handler is done, though the client still holds its half open', async () => {
    server.handlers.ContainerAttach = async (_, call) => {
      (await call.hijack({ contentType: RAW })).write('all');
    };
    const client = await server.open();
    expect(await client.write(requestText('POST /containers/a/attach', UPGRADE)).all()).to.match(/all$/);
  });

  it('tell the handler that the client is gone', async () => {
    const aborted = Promise.withResolvers<void>();
    server.handlers.ContainerAttach = async (_, call) => {
      const connection = await call.hijack({ contentType: RAW });
      connection.resume().write('ready');
      // A connection that is closed looks like one that is half closed, until something is written.
      const writing = setInterval(() => connection.write('.'), 5);
      await new Promise<void>((resolve) => call.signal.addEventListener('abort', () => resolve()));
      clearInterval(writing);
      aborted.resolve();
    };
    const client = await server.open();
    await client
      .write(requestText('POST /containers/a/attach', UPGRADE))
      .until((text) => text.includes('ready'));
    client.close();
    await aborted.promise;
  });

  it('answer failures as ordinary HTTP', async () => {
    server.handlers.ContainerAttach = async () => Promise.reject(notFound('No such container: a'));
    for (const headers of [UPGRADE, {}]) {
      const answer = await server.ask('POST /containers/a/attach', undefined, headers);
      expect(answer.status).to.equal(404);
      expect(answer.headers).to.include({ 'content-type': 'application/json', 'api-version': '1.51' });
      expect(messageOf(answer)).to.equal('No such container: a');
    }
    const bad = await server.ask('POST /exec/a/start', '{"Tty":', UPGRADE);
    expect(`${bad.status} ${messageOf(bad)}`).to.equal('400 invalid JSON: unexpected EOF');
    const unserved = await server.ask('POST /session', undefined, { Connection: 'Upgrade', Upgrade: 'h2c' });
    expect(unserved.status).to.equal(501);
  });

  it('refuse a body that is cut off', async () => {
    const client = await server.open();
    const headers = { 'Content-Type': 'application/json', 'Content-Length': '50', ...UPGRADE };
    const answer = await client
      .write(`${requestText('POST /exec/a/start', headers)}{"T`)
      .end()
      .answer();
    expect(`${answer.status} ${messageOf(answer)}`).to.equal('400 invalid JSON: unexpected EOF');
  });

  it('stay HTTP when the handler does not want them', async () => {
    const answer = await server.ask('POST /exec/a/start', '{"Detach":true}');
    expect(answer).to.include({ status: 200, rest: '' });
    expect(answer.headers).to.include({ 'content-length': '0', connection: 'close' });
  });

  it('stay HTTP for operations that do not take over, whatever the client would like', async () => {
    server.handlers.SystemPing = async () => 'OK';
    const client = await server.open();
    const h2c = {
      Connection: 'Upgrade, HTTP2-Settings',
      Upgrade: 'h2c',
      'HTTP2-Settings': 'AAMAAABkAAQAAP__',
    };
    for (const headers of [h2c, {}, h2c]) {
      expect((await client.write(requestText('GET /_ping', headers)).answer()).rest).to.equal('OK');
    }
  });

  it('cannot be had from other operations', async () => {
    server.handlers.ContainerKill = async (_, call) => {
      await call.hijack({ contentType: RAW });
    };
    expect((await server.ask('POST /containers/a/kill', undefined, UPGRADE)).status).to.equal(500);
  });
});
