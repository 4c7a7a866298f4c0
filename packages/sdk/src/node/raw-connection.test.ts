import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { DockerClient } from '../docker-client.js';
import { createClient } from './create-client.js';
import { demultiplex } from '../frames.js';
import { containerAttach, execStart } from '../generated/sdk.gen.js';
import { Peer } from '../testing/peer.js';

const text = async (stream: AsyncIterable<unknown>) => {
  let all = '';
  for await (const chunk of stream) all += String(chunk);
  return all;
};

/** A frame as a daemon sends it. */
const frame = (stream: number, data: string) =>
  Buffer.concat([Buffer.from([stream, 0, 0, 0, 0, 0, 0, data.length]), Buffer.from(data)]);

describe('sdk raw connections', () => {
  let peer: Peer;
  let client: DockerClient;
  beforeEach(async () => {
    peer = await Peer.start();
    client = createClient({ host: peer.host, version: '1.51' });
  });
  afterEach(async () => {
    await client.close();
    await peer.close();
  });

  it('carry both directions, each closed by itself', async () => {
    peer.upgrade = async (request, socket, head) => {
      socket.write('HTTP/1.1 101 UPGRADED\r\nContent-Type: application/vnd.docker.multiplexed-stream\r\n');
      socket.write('Connection: Upgrade\r\nUpgrade: tcp\r\n\r\nat once ');
      socket.end(`${request.headers.upgrade} ${String(head)}${await text(socket)}`);
    };
    const { data } = await execStart({ client, path: { id: 'e' }, body: { Tty: true }, throwOnError: true });
    expect(data.multiplexed).to.equal(true);
    data.stream.end('input');
    expect(await text(data.stream)).to.equal('at once tcp {"Tty":true}input');
    expect(peer.asked).to.deep.equal(['POST /v1.51/exec/e/start']);
  });

  it('name what they attach to', async () => {
    peer.upgrade = (_, socket) =>
      socket.end('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
    const { data } = await containerAttach({
      client,
      path: { id: 'a/b' },
      query: { stream: true, stdin: false },
      throwOnError: true,
    });
    expect(data.multiplexed).to.equal(false);
    expect(peer.asked).to.deep.equal(['POST /v1.51/containers/a%2Fb/attach?stream=true&stdin=false']);
  });

  it('give the failure of a daemon that refuses', async () => {
    peer.upgrade = (_, socket) =>
      socket.end(
        'HTTP/1.1 404 Not Found\r\nContent-Length: 21\r\nConnection: close\r\n\r\nNo such container: a\n',
      );
    const { error, response } = await containerAttach({ client, path: { id: 'a' } });
    expect(response.status).to.equal(404);
    expect(error?.message).to.equal('No such container: a');
  });

  it('take the body of a daemon that does not upgrade', async () => {
    peer.upgrade = (_, socket) => socket.end('HTTP/1.1 200 OK\r\n\r\noutput');
    const { data } = await containerAttach({ client, path: { id: 'a' }, throwOnError: true });
    expect(await text(data.stream)).to.equal('output');
  });

  it('have their frames taken apart, wherever they are cut', async () => {
    const bytes = Buffer.concat([frame(1, 'out'), frame(2, 'error'), frame(1, ''), frame(1, 'more')]);
    for (const size of [1, 3, 9, 100]) {
      async function* pieces() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      }
      const frames: string[] = [];
      for await (const { stream, data } of demultiplex(pieces())) frames.push(`${stream} ${String(data)}`);
      expect(frames).to.deep.equal(['stdout out', 'stderr error', 'stdout ', 'stdout more']);
    }
  });
});
