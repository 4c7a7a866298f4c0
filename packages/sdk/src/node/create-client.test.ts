import { operationTable, type OperationFacts } from '@arca/api';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { last } from '../docker/progress.js';
import { toWebStream } from '../conversions.js';
import { parseAddress } from './address.js';
import type { DockerClient } from '../docker-client.js';
import { createClient } from './create-client.js';
import { ConnectionError, DockerError } from '../docker-error.js';
import * as sdk from '../generated/sdk.gen.js';
import { bodyOf, Peer } from '../testing/peer.js';

describe('sdk client', () => {
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

  it('has a function for every operation, which asks by its method and path', async () => {
    peer.upgrade = (_, socket) =>
      socket.end('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
    const functions = sdk as unknown as Record<string, (options: object) => Promise<unknown>>;
    for (const [id, facts] of Object.entries(operationTable) as [string, OperationFacts][]) {
      if (facts.websocket) continue;
      const call = functions[`${id[0]?.toLowerCase()}${id.slice(1)}`];
      expect(call, id).to.be.a('function');
      peer.asked.length = 0;
      await call?.({
        client,
        path: { id: 'i', name: 'i' },
        ...(facts.body && { body: facts.body.schema === 'bytes' ? 'x' : {} }),
      });
      const path = `${facts.versioned ? '/v1.51' : ''}${facts.path.replace(/\{\w+\}/, 'i')}`;
      expect(peer.asked, id).to.deep.equal([`${facts.method} ${path}`]);
    }
  });

  it('gives the data of a success, and sends lists by repetition', async () => {
    peer.answer = async (request, response) => {
      const body = await bodyOf(request);
      response.setHeader('Content-Type', 'application/json').writeHead(201);
      response.end(JSON.stringify({ Id: body, Warnings: [request.headers['content-type']] }));
    };
    const { data, response } = await sdk.containerCreate({
      client,
      body: { Image: 'a' },
      query: { name: 'n' },
    });
    expect(response.status).to.equal(201);
    expect(data).to.deep.equal({ Id: '{"Image":"a"}', Warnings: ['application/json'] });
    await sdk.imageGetAll({ client, query: { names: ['a', 'b/c:1'] } });
    expect(peer.asked).to.deep.equal([
      'POST /v1.51/containers/create?name=n',
      'GET /v1.51/images/get?names=a&names=b%2Fc%3A1',
    ]);
  });

  it('gives the error of a failure, or throws it when asked to', async () => {
    peer.answer = (_, response) => {
      response.writeHead(404, { 'Content-Type': 'application/json' });
      response.end('{"message":"No such container: a"}');
    };
    const { data, error, response } = await sdk.containerInspect({ client, path: { id: 'a' } });
    expect(data).to.equal(undefined);
    expect(error?.message).to.equal('No such container: a');
    expect(response.status).to.equal(404);
    const thrown: unknown = await sdk
      .containerInspect({ client, path: { id: 'a' }, throwOnError: true })
      .catch((reason: unknown) => reason);
    expect(thrown).to.be.instanceOf(DockerError);
    expect(thrown).to.include({
      status: 404,
      message: 'No such container: a',
      operation: 'ContainerInspect',
    });
  });

  it('gives nothing for answers without a body', async () => {
    peer.answer = (_, response) => response.writeHead(204).end();
    const { data, response } = await sdk.containerKill({ client, path: { id: 'a' }, throwOnError: true });
    expect(data).to.equal(undefined);
    expect(response.status).to.equal(204);
  });

  it('gives streams of values as they come', async () => {
    const gone = Promise.withResolvers<void>();
    peer.answer = (request, response) => {
      request.socket.on('close', gone.resolve);
      response.write('{"Action":"start"}\n{"Act');
      response.write('ion":"die"}\n');
    };
    const { data } = await sdk.systemEvents({ client, throwOnError: true });
    const actions: (string | undefined)[] = [];
    for await (const event of data) {
      actions.push(event.Action);
      if (actions.length === 2) break;
    }
    expect(actions).to.deep.equal(['start', 'die']);
    await gone.promise;
  });

  it('gives and takes bytes', async () => {
    let sent = '';
    peer.answer = async (request, response) => {
      sent = `${await bodyOf(request)} ${request.headers['content-type']}`;
      response.end('tar');
    };
    const { data } = await sdk.containerExport({ client, path: { id: 'a' }, throwOnError: true });
    expect(await new Response(data).text()).to.equal('tar');
    async function* pieces() {
      yield Buffer.from('one ');
      yield Buffer.from('two');
    }
    await sdk.putContainerArchive({ client, path: { id: 'a' }, query: { path: '/' }, body: pieces() });
    expect(sent).to.equal('one two application/x-tar');
  });

  it('rejects with what went wrong in a body while it was read, which is no fault of the connection', async () => {
    peer.answer = (request, response) => void request.resume().on('end', () => response.end());
    const wrong = Object.assign(new Error('the disk is gone'), { code: 'EIO' });
    async function* broken() {
      yield Buffer.from('a');
      await Promise.resolve();
      throw wrong;
    }
    const put = { client, path: { id: 'a' }, query: { path: '/' } };
    for (const body of [broken(), Readable.from(broken()), toWebStream(broken())])
      expect(await sdk.putContainerArchive({ ...put, body }).catch((error: unknown) => error)).to.equal(
        wrong,
      );
  });

  it('ends a call by its signal', async () => {
    peer.answer = () => undefined;
    const abort = new AbortController();
    const call = sdk.containerWait({ client, path: { id: 'a' }, signal: abort.signal });
    void setTimeout(10).then(() => abort.abort());
    expect(await call.catch((error: Error) => error.name)).to.equal('AbortError');
  });

  it('ends what goes on when it is closed', async () => {
    peer.answer = (request, response) => {
      if (request.url?.includes('events')) response.writeHead(200).flushHeaders();
    };
    const calls: ((client: DockerClient) => Promise<unknown>)[] = [
      (one) => sdk.systemInfo({ client: one }),
      (one) => sdk.containerList({ client: one, query: { all: true } }),
      (one) => sdk.systemEvents({ client: one, throwOnError: true }).then(({ data }) => last(data)),
    ];
    for (const call of calls) {
      peer.asked.length = 0;
      const closing = createClient({ host: peer.host });
      const ended = call(closing).catch((error: unknown) => error);
      // The version, and what is not answered.
      while (peer.asked.length < 2) await setTimeout(5);
      await closing.close();
      expect(await ended).to.be.instanceOf(ConnectionError);
    }
  });

  it('takes no path that leads elsewhere, nor an answer that does', async () => {
    for (const id of ['', '.', '..'])
      expect(
        await sdk.containerInspect({ client, path: { id } }).catch((error: unknown) => error),
      ).to.be.instanceOf(TypeError);
    expect(peer.asked).to.deep.equal([]);
    peer.answer = (_, response) => response.writeHead(301, { Location: '/elsewhere' }).end();
    const moved = await sdk.systemInfo({ client, throwOnError: true }).catch((error: unknown) => error);
    expect(moved).to.include({ kind: 'system', status: 301, operation: 'SystemInfo' });
  });

  it('rejects when there is no daemon', async () => {
    const nowhere = createClient({ host: 'unix:///nowhere/s.sock' });
    const failed: unknown = await sdk.systemInfo({ client: nowhere }).catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(ConnectionError);
    expect(failed).to.include({ kind: 'connection', status: 0, operation: 'SystemInfo' });
    expect((failed as Error).message).to.match(/^no answer from the daemon at \/nowhere\/s.sock: .*ENOENT/);
    await nowhere.close();
  });

  it('speaks the newest version that both sides know', async () => {
    peer.answer = (_, response) => response.end('{}');
    peer.version = '1.41';
    const negotiating = createClient({ host: peer.host });
    await sdk.systemInfo({ client: negotiating });
    await sdk.arcaCoverage({ client: negotiating });
    await sdk.systemVersion({ client: negotiating });
    expect(peer.asked).to.deep.equal([
      'GET /_ping',
      'GET /v1.41/info',
      'GET /arca/coverage',
      'GET /v1.41/version',
    ]);
    await negotiating.close();
    peer.version = '1.99';
    const older = createClient({ host: peer.host });
    await sdk.systemInfo({ client: older });
    expect(peer.asked.at(-1)).to.equal('GET /v1.51/info');
    await older.close();
  });

  it('reads addresses as DOCKER_HOST has them', () => {
    expect(parseAddress('unix:///a/b.sock').socketPath).to.equal('/a/b.sock');
    expect(parseAddress('tcp://h:2375').origin).to.equal('http://h:2375');
    expect(parseAddress('tcp://h:2376', { ca: '' }).origin).to.equal('https://h:2376');
    expect(() => parseAddress('ftp://h')).to.throw(TypeError, 'is no address of a daemon');
  });
});
