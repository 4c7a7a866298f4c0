import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { WebSocket, WebSocketServer } from 'ws';
import { WebSocketStream } from './websocket-stream.js';

describe('a WebSocket as a stream', () => {
  let folder: string;
  let http: Server;
  let accepted: Promise<WebSocketStream>;
  let client: WebSocket;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'arca-ws-'));
    http = createServer();
    const server = new WebSocketServer({ server: http });
    accepted = new Promise((resolve) =>
      server.once('connection', (webSocket) => resolve(new WebSocketStream(webSocket, {}, 5))),
    );
    http.listen(join(folder, 's'));
    await once(http, 'listening');
    client = new WebSocket(`ws+unix://${join(folder, 's')}:/`);
    await once(client, 'open');
  });
  afterEach(async () => {
    client.terminate();
    (await accepted).destroy();
    http.close();
    rmSync(folder, { recursive: true });
  });

  it('pings a quiet client, again and again', async () => {
    for (let count = 0; count < 3; count++) await once(client, 'ping');
  });

  it('leaves a client alone that answers no ping, and what it is sent waits for it', async () => {
    const stream = await accepted;
    client.pause();
    const sent = Buffer.alloc(256 * 1024, 'x');
    for (let count = 0; count < 64; count++) stream.write(sent);
    // Not a time that is asserted: so long many pings go out.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(stream.destroyed).to.equal(false);
    let received = 0;
    client.on('message', (data) => (received += (data as Buffer).length));
    client.resume();
    stream.end();
    const [code] = (await once(client, 'close')) as [number];
    expect({ code, received }).to.deep.equal({ code: 1000, received: 64 * sent.length });
  });

  it('pings no more when it has closed', async () => {
    const stream = await accepted;
    stream.resume();
    client.close();
    await once(stream, 'close');
    expect(stream.destroyed).to.equal(true);
  });
});
