import { Readable } from 'node:stream';
import { notFound, systemError } from '@arca/plugin-kit';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { parseAnswer, unchunk } from './testing/raw-client.js';
import { messageOf, requestText, TestServer } from './testing/test-server.js';

/** A promise and what settles it. */
const signal = () => Promise.withResolvers<void>();

describe('streamed answers', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await TestServer.start();
  });
  afterEach(() => server.close());

  it('are JSON values, a line each', async () => {
    server.handlers = {
      SystemEvents: async () => Readable.from([{ Action: 'a' }, { Action: 'b' }]) as never,
      ImageCreate: async () => Readable.from([{ status: 'x' }]) as never,
    };
    const events = await server.askAll('GET /events');
    expect(events.headers).to.include({ 'content-type': 'application/json', 'transfer-encoding': 'chunked' });
    expect(unchunk(events.rest)).to.deep.equal({ body: '{"Action":"a"}\n{"Action":"b"}\n', complete: true });
    const pull = await server.askAll('POST /images/create?fromImage=a');
    expect(unchunk(pull.rest).body).to.equal('{"status":"x"}\r\n');
  });

  it('fail with their own status before the first value', async () => {
    server.handlers = {
      ImageCreate: async () =>
        (async function* () {
          await Promise.resolve();
          throw notFound('no such image');
          yield {};
        })(),
      ContainerExport: async () =>
        new Readable({
          read() {
            this.destroy(systemError('no layers'));
          },
        }),
    };
    const pull = await server.ask('POST /images/create?fromImage=a');
    expect(pull.status).to.equal(404);
    expect(messageOf(pull)).to.equal('no such image');
    const exported = await server.ask('GET /containers/a/export');
    expect(exported.status).to.equal(500);
    expect(messageOf(exported)).to.equal('no layers');
  });

  it('of progress tell a later failure as their last value', async () => {
    server.handlers = {
      ImageCreate: async () =>
        (async function* () {
          yield { status: 'pulling' };
          throw systemError('disk full');
        })(),
    };
    const { status, rest } = await server.askAll('POST /images/create?fromImage=a');
    expect(status).to.equal(200);
    expect(unchunk(rest)).to.deep.equal({
      body: '{"status":"pulling"}\r\n{"errorDetail":{"message":"disk full"},"error":"disk full"}\r\n',
      complete: true,
    });
  });

  it('of progress tell a failure as a value when the head has gone', async () => {
    server.handlers = {
      ImageCreate: async (_, call) => {
        call.flushHeaders();
        return (async function* () {
          await Promise.resolve();
          throw notFound('no such image');
          yield {};
        })();
      },
    };
    const { status, rest } = await server.askAll('POST /images/create?fromImage=a');
    expect(status).to.equal(200);
    expect(unchunk(rest).body).to.match(/^{"errorDetail":{"message":"no such image"}/);
  });

  it('of bytes cut the connection when they fail later, so that nobody takes a part for the whole', async () => {
    server.handlers = {
      ContainerExport: async () =>
        (async function* () {
          yield 'half';
          throw systemError('disk broken');
        })(),
    };
    const { status, rest } = await server.askAll('GET /containers/a/export');
    expect(status).to.equal(200);
    expect(unchunk(rest).complete).to.equal(false);
    expect(server.logged).to.deep.equal(['error ContainerExport: disk broken']);
  });

  it('may be empty, and of one value', async () => {
    server.handlers = {
      ContainerLogs: async () => Readable.from([]),
      ContainerStats: async () => ({ id: 'a' }) as never,
    };
    const logs = await server.askAll('GET /containers/a/logs?stdout=1');
    expect(logs.headers['content-type']).to.equal('application/vnd.docker.raw-stream');
    expect(unchunk(logs.rest)).to.deep.equal({ body: '', complete: true });
    expect((await server.ask('GET /containers/a/stats?stream=0')).rest).to.equal('{"id":"a"}\n');
  });

  it('have the media type that the handler names', async () => {
    server.handlers = {
      ContainerLogs: async (_, call) => {
        call.setHeader('Content-Type', 'application/vnd.docker.multiplexed-stream');
        return Readable.from(['x']);
      },
    };
    const { headers } = await server.askAll('GET /containers/a/logs');
    expect(headers['content-type']).to.equal('application/vnd.docker.multiplexed-stream');
  });

  it('send their head at once when the handler says so', async () => {
    const { promise, resolve } = signal();
    server.handlers = {
      ContainerWait: async (_, call) => {
        call.flushHeaders();
        await promise;
        return { StatusCode: 3 };
      },
    };
    const client = await server.open();
    client.write(requestText('POST /containers/a/wait', { Connection: 'close' }));
    const head = parseAnswer(await client.until((text) => text.includes('\r\n\r\n')));
    expect(head.status).to.equal(200);
    expect(head.rest).to.equal('');
    resolve();
    expect(unchunk(parseAnswer(await client.all()).rest).body).to.equal('{"StatusCode":3}\n');
  });

  it('end when the client goes away, also while nothing is to be sent', async () => {
    for (const farewell of ['close', 'end'] as const) {
      const ended = signal();
      server.handlers = {
        SystemEvents: async (_, call) => {
          call.flushHeaders();
          return (async function* () {
            try {
              await new Promise<void>((resolve) => call.signal.addEventListener('abort', () => resolve()));
            } finally {
              ended.resolve();
            }
            yield* [];
          })();
        },
      };
      const client = await server.open();
      await client.write(requestText('GET /events')).until((text) => text.includes('\r\n\r\n'));
      client[farewell]();
      await ended.promise;
    }
  });

  it('destroy their source when the client goes away before the first byte', async () => {
    const destroyed = signal();
    const asked = signal();
    server.handlers = {
      ContainerExport: async () =>
        new Readable({
          read: () => asked.resolve(),
          destroy: (_, done) => (destroyed.resolve(), done(null)),
        }),
    };
    const client = await server.open();
    client.write(requestText('GET /containers/a/export'));
    await asked.promise;
    client.close();
    await destroyed.promise;
  });

  it('wait for slow clients instead of filling the memory', async () => {
    let made = 0;
    const chunk = Buffer.alloc(64 * 1024);
    server.handlers = {
      ContainerExport: async () =>
        new Readable({
          read() {
            made += 1;
            this.push(made > 100 ? null : chunk);
          },
        }),
    };
    const client = await server.open();
    client.socket.pause();
    client.write(requestText('GET /containers/a/export', { Connection: 'close' }));
    let before = -1;
    while (made === 0 || made !== before) {
      before = made;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    expect(made).to.be.below(50);
    client.socket.resume();
    const { body, complete } = unchunk(parseAnswer(await client.all()).rest);
    expect(complete).to.equal(true);
    expect(body.length).to.equal(100 * chunk.length);
  });
});
