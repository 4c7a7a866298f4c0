import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { createServer, type Server, type Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { containerList, containerKill, putContainerArchive } from '../generated/sdk.gen.js';
import { createClient } from './create-client.js';

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]';

describe('retries', () => {
  let folder: string;
  let server: Server;
  /** What each connection does with its first request. */
  let behaviours: ((socket: Socket) => void)[];
  let requests: number;
  const host = () => `unix://${folder}/s.sock`;
  const breaks = (socket: Socket) => void socket.destroy();
  const answers = (socket: Socket) => void socket.write(ANSWER);
  const stopsWithin = (socket: Socket) =>
    void socket.end('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n[');
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sdk-retries-'));
    requests = 0;
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', () => behaviours[Math.min(requests++, behaviours.length - 1)]!(socket));
    });
    await new Promise<void>((resolve) => server.listen(`${folder}/s.sock`, resolve));
  });
  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const asking = async (
    call: (client: ReturnType<typeof createClient>) => Promise<{ data?: unknown }>,
    options: { retries?: number } = {},
  ) => {
    const client = createClient({ host: host(), version: '1.51', ...options });
    try {
      return (await call(client)).data;
    } catch (error) {
      return error;
    } finally {
      await client.close();
    }
  };
  const list = (client: ReturnType<typeof createClient>) => containerList({ client });

  it('ask again for what only reads, when the connection broke before an answer', async () => {
    behaviours = [breaks, breaks, answers];
    expect(await asking(list)).to.deep.equal([]);
    expect(requests).to.equal(3);
  });

  it('have a bound, and can be switched off', async () => {
    behaviours = [breaks];
    expect(await asking(list)).to.include({ kind: 'connection', operation: 'ContainerList' });
    expect(requests).to.equal(3);
    requests = 0;
    expect(await asking(list, { retries: 0 })).to.include({ kind: 'connection' });
    expect(requests).to.equal(1);
  });

  it('never repeat what changes something, nor an answer that broke', async () => {
    behaviours = [breaks, answers];
    const kill = (client: ReturnType<typeof createClient>) => containerKill({ client, path: { id: 'a' } });
    expect(await asking(kill)).to.include({ kind: 'connection', operation: 'ContainerKill' });
    expect(requests).to.equal(1);
    requests = 0;
    behaviours = [stopsWithin, answers];
    expect(await asking(list)).to.include({ kind: 'connection' });
    expect(requests).to.equal(1);
  });

  it('reach a daemon that listens again meanwhile, but send no stream twice', async () => {
    const { port } = await new Promise<{ port: number }>((resolve) => {
      const free = createServer().listen(0, '127.0.0.1', () => {
        const address = free.address() as { port: number };
        free.close(() => resolve(address));
      });
    });
    behaviours = [(socket) => void socket.write('HTTP/1.1 204 No Content\r\n\r\n')];
    const client = createClient({ host: `tcp://127.0.0.1:${port}`, version: '1.51', retries: 5 });
    async function* bytes() {
      yield Buffer.from('a');
    }
    const put = { client, path: { id: 'a' }, query: { path: '/' }, body: bytes() };
    expect(await putContainerArchive(put).catch((error: unknown) => error)).to.include({
      kind: 'connection',
    });
    const call = containerKill({ client, path: { id: 'a' } });
    const late = createServer((socket) => {
      socket.on('error', () => undefined).on('data', () => behaviours[0]!(socket));
    });
    setTimeout(() => late.listen(port, '127.0.0.1'), 100);
    expect((await call).response.status).to.equal(204);
    await client.close();
    late.close();
  });
});
