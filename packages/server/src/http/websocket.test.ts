import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { PassThrough, type Duplex } from 'node:stream';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { WebSocket } from 'ws';
import { acceptWebSocket } from './websocket.js';
import { messageOf, TestServer } from './testing/test-server.js';

/** The status code with which the connection is closed. */
const closing = (socket: WebSocket): Promise<number> =>
  new Promise((resolve, reject) => socket.once('close', resolve).once('error', reject));

describe('websockets', () => {
  let server: TestServer;
  let url: string;
  beforeEach(async () => {
    server = await TestServer.start();
    url = `ws+unix://${server.path}:/containers/a/attach/ws`;
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
    const socket = new WebSocket(url);
    const messages: string[] = [];
    socket.on('message', (data) => messages.push(String(data)));
    const code = await closing(socket);
    expect(messages).to.deep.equal(['last']);
    expect(code).to.equal(1000);
  });

  it('carry output in text messages for a handler that asks for it, each write one', async () => {
    server.handlers.ContainerAttachWebsocket = async (_, call) => {
      const connection = await call.hijack({ contentType: '', text: true });
      for (const text of ['{"a":"ä"}', '{}']) connection.write(text);
      connection.end();
    };
    const socket = new WebSocket(url);
    const messages: string[] = [];
    socket.on('message', (data, binary) => messages.push(`${binary} ${String(data)}`));
    expect(await closing(socket)).to.equal(1000);
    expect(messages).to.deep.equal(['false {"a":"ä"}', 'false {}']);
  });

  it('cannot be had any more from a connection that is gone', async () => {
    const socket = new PassThrough();
    socket.destroy();
    const request = new IncomingMessage(new Socket());
    const failed = await acceptWebSocket({ socket, request, protocol: 'websocket' }, [], {}).catch(
      (error: Error) => error.message,
    );
    expect(failed).to.equal('the WebSocket handshake failed');
  });

  it('are closed with 1011 when the handler fails', async () => {
    server.handlers.ContainerAttachWebsocket = async (_, call) => {
      await call.hijack({ contentType: '' });
      throw new Error('trouble');
    };
    expect(await closing(new WebSocket(url))).to.equal(1011);
    expect(server.logged).to.include('error ContainerAttachWebsocket: trouble');
  });

  it('end for the handler when the client closes or goes away', async () => {
    const ended: string[] = [];
    server.handlers.ContainerAttachWebsocket = async (_, call) => {
      const connection = await call.hijack({ contentType: '' });
      connection.resume();
      connection.write('open');
      await new Promise((resolve) => connection.once('close', resolve));
      ended.push('closed');
    };
    for (const leave of ['close', 'terminate'] as const) {
      const socket = new WebSocket(url);
      socket.on('message', () => socket[leave]());
      await closing(socket);
    }
    // Waits for both handlers, but not for long: `close` would cut off what is left.
    await server.http.close();
    expect(ended).to.deep.equal(['closed', 'closed']);
  });

  it('are closed with 1001 when the server stops', async () => {
    const socket = new WebSocket(url);
    await new Promise((resolve) => socket.once('message', resolve));
    const code = closing(socket);
    await server.http.close();
    expect(await code).to.equal(1001);
  });

  it('answer pings and compress nothing', async () => {
    const socket = new WebSocket(url, { perMessageDeflate: true });
    await new Promise((resolve) => socket.once('message', resolve));
    expect(socket.extensions).to.equal('');
    socket.ping('are you there');
    const answer = await new Promise((resolve) => socket.once('pong', resolve));
    expect(String(answer)).to.equal('are you there');
    socket.close();
    await closing(socket);
  });

  it('close with 1002 on what is no WebSocket, and 1009 on a message beyond 32 MiB', async () => {
    const codes: number[] = [];
    for (const spoil of ['frame', 'message'] as const) {
      const socket = new WebSocket(url);
      const code = closing(socket);
      socket.once('message', () => {
        if (spoil === 'message') socket.send(Buffer.alloc(32 * 1024 * 1024 + 1));
        // A client's frames are masked.
        else (socket as unknown as { _socket: Duplex })._socket.write(Buffer.from('820161', 'hex'));
      });
      codes.push(await code);
    }
    expect(codes).to.deep.equal([1002, 1009]);
  });

  it('are not opened by pages of foreign origins', async () => {
    const ask = async (origin: string, host = 'docker:2375', name = 'Origin') => {
      const { status, rest } = await server.ask('GET /containers/a/attach/ws', undefined, {
        ...{ Connection: 'Upgrade', Upgrade: 'websocket', Host: host, [name]: origin },
        ...{ 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==', 'Sec-WebSocket-Version': '13' },
      });
      return status === 101 ? status : `${status} ${(JSON.parse(rest) as { message: string }).message}`;
    };
    const refusal = (origin: string) => `403 the origin ${origin} is not allowed to open WebSockets`;
    for (const origin of ['http://evil.example', 'http://docker', 'https://docker:2376', 'null', 'file://'])
      expect(await ask(origin)).to.equal(refusal(origin));
    expect(await ask('http://evil', 'docker', 'Sec-WebSocket-Origin')).to.equal(refusal('http://evil'));
    expect(await ask('http://docker:2375')).to.equal(101);
    expect(await ask('http://docker', 'docker:80')).to.equal(101);
    expect(await ask('https://console.example')).to.equal(101);
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
