import type { Duplex } from 'node:stream';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { WebSocket } from 'ws';
import { messageOf, TestServer } from './testing/test-server.js';

describe('websockets', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await TestServer.start();
    server.handlers = {
      ContainerAttachWebsocket: async ({ params }, call) => {
        const connection: Duplex = await call.hijack({ contentType: '' });
        connection.write(`${params.id} ${params.stdin}`);
        for await (const chunk of connection) connection.write(`[${String(chunk)}]`);
        connection.end();
      },
    };
  });
  afterEach(() => server.close());

  it('carry output in binary messages and take input of either kind', async () => {
    const socket = new WebSocket(`ws+unix://${server.path}:/v1.51/containers/a/attach/ws?stdin=1`);
    const messages: string[] = [];
    let headers: Record<string, unknown> = {};
    socket.on('upgrade', (response) => (headers = response.headers));
    socket.on('message', (data, binary) => {
      messages.push(`${binary} ${String(data)}`);
      if (messages.length === 1) socket.send('text');
      if (messages.length === 2) socket.send(Buffer.from('bytes'));
      if (messages.length === 3) socket.close();
    });
    await new Promise((resolve, reject) => socket.on('close', resolve).on('error', reject));
    expect(messages).to.deep.equal(['true a true', 'true [text]', 'true [bytes]']);
    expect(headers).to.include({ 'api-version': '1.51', server: 'Docker/28.5.1 (linux)' });
  });

  it('are closed by the server when the handler is done', async () => {
    server.handlers.ContainerAttachWebsocket = async (_, call) => {
      (await call.hijack({ contentType: '' })).end('last');
    };
    const socket = new WebSocket(`ws+unix://${server.path}:/containers/a/attach/ws`);
    const messages: string[] = [];
    socket.on('message', (data) => messages.push(String(data)));
    await new Promise((resolve, reject) => socket.on('close', resolve).on('error', reject));
    expect(messages).to.deep.equal(['last']);
  });

  it('refuse what is no handshake, as JSON', async () => {
    const upgrade = { Connection: 'Upgrade', Upgrade: 'websocket' };
    for (const headers of [
      {},
      upgrade,
      { ...upgrade, 'Sec-WebSocket-Key': 'x', 'Sec-WebSocket-Version': '13' },
    ]) {
      const answer = await server.ask('GET /containers/a/attach/ws', undefined, headers);
      expect(`${answer.status} ${messageOf(answer)}`).to.equal(
        '400 the request is not a WebSocket handshake',
      );
    }
  });
});
