import { conflict, invalidParameter, notFound, notModified, systemError } from '@arca/plugin-kit';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { messageOf, requestText, TestServer } from './testing/test-server.js';

describe('http server', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await TestServer.start();
  });
  afterEach(() => server.close());

  it('tells of itself in the headers of every answer', async () => {
    server.handlers = { SystemVersion: async () => ({ Version: 'x' }) as never };
    for (const path of ['/version', '/info', '/nowhere', '/v9.99/info']) {
      const { headers } = await server.ask(`GET ${path}`);
      expect(headers, path).to.include({
        'api-version': '1.51',
        'docker-experimental': 'false',
        ostype: 'linux',
        server: 'Docker/28.5.1 (linux)',
        'content-type': 'application/json',
      });
    }
  });

  it('answers a ping with what clients negotiate by, also without a body', async () => {
    server.handlers = { SystemPing: async () => 'OK', SystemPingHead: async () => 'OK' };
    const ping = {
      'builder-version': '1',
      'cache-control': 'no-cache, no-store, must-revalidate',
      pragma: 'no-cache',
      swarm: 'inactive',
      'content-type': 'text/plain; charset=utf-8',
    };
    const got = await server.ask('GET /_ping');
    expect(got).to.include({ status: 200, rest: 'OK' });
    expect(got.headers).to.include({ ...ping, 'content-length': '2' });
    const client = await server.open();
    const head = await client.write(requestText('HEAD /v1.24/_ping')).answer();
    expect(head).to.include({ status: 200, rest: '' });
    expect(head.headers).to.include({ ...ping, 'content-length': '0' });
  });

  it('takes paths with a version between the oldest and the newest', async () => {
    const versions: string[] = [];
    server.handlers = {
      SystemInfo: async (_, call) => {
        versions.push(`${call.apiVersion} ${call.atLeast('1.42')}`);
        return {} as never;
      },
    };
    for (const prefix of ['', '/v1.51', '/v1.24', '/v1.42']) {
      expect((await server.ask(`GET ${prefix}/info`)).status).to.equal(200);
    }
    expect(versions).to.deep.equal(['1.51 true', '1.51 true', '1.24 false', '1.42 true']);
  });

  it('refuses other versions in dockerd’s words', async () => {
    const tooNew = await server.ask('GET /v1.52/info');
    expect(tooNew.status).to.equal(400);
    expect(messageOf(tooNew)).to.equal(
      'client version 1.52 is too new. Maximum supported API version is 1.51',
    );
    const tooOld = await server.ask('GET /v1.10/info');
    expect(tooOld.status).to.equal(400);
    expect(messageOf(tooOld)).to.equal(
      'client version 1.10 is too old. Minimum supported API version is 1.24, please upgrade your client to a newer version',
    );
  });

  it('knows no page for unknown paths, other methods and versions of unversioned paths', async () => {
    const lines = [
      'GET /nowhere',
      'GET /v1.51/nowhere',
      'PUT /info',
      'POST /_ping',
      'GET /v1.51',
      'GET /v1.51/arca/coverage',
    ];
    for (const line of lines) {
      const answer = await server.ask(line);
      expect(answer.status, line).to.equal(404);
      expect(messageOf(answer)).to.equal('page not found');
    }
  });

  it('names the operation that no plugin serves', async () => {
    const answer = await server.ask('GET /info');
    expect(answer.status).to.equal(501);
    expect(messageOf(answer)).to.equal(
      'SystemInfo is not supported: it is not implemented by any loaded plugin',
    );
  });

  it('is no manager of a swarm', async () => {
    for (const line of ['GET /swarm', 'GET /v1.51/services', 'GET /nodes/a', 'DELETE /secrets/b']) {
      const answer = await server.ask(line);
      expect(answer.status, line).to.equal(503);
      expect(messageOf(answer)).to.match(/^This node is not a swarm manager\. Use "docker swarm init" or/);
    }
  });

  it('answers success with the status of the operation', async () => {
    server.handlers = {
      ContainerKill: async () => undefined,
      ContainerResize: async () => undefined,
      ContainerChanges: async () => null,
      ContainerCreate: async () => ({ Id: 'abc', Warnings: [] }),
    };
    expect(await server.ask('POST /containers/a/kill')).to.include({ status: 204, rest: '' });
    expect(await server.ask('POST /containers/a/resize?h=1&w=2')).to.include({ status: 200, rest: '' });
    expect(await server.ask('GET /containers/a/changes')).to.include({ status: 200, rest: 'null\n' });
    expect(await server.ask('POST /containers/create', '{}')).to.include({
      status: 201,
      rest: '{"Id":"abc","Warnings":[]}\n',
    });
  });

  it('maps kinds of errors to statuses, with the message as JSON', async () => {
    const errors: [Error, number][] = [
      [invalidParameter('bad'), 400],
      [notFound('No such container: a'), 404],
      [conflict('in use'), 409],
      [systemError('broken'), 500],
      [new TypeError('a fault of ours'), 500],
    ];
    for (const [error, status] of errors) {
      server.handlers = {
        ContainerKill: async (_, call) => {
          call.setHeader('X-Success', 'yes');
          throw error;
        },
      };
      const answer = await server.ask('POST /containers/a/kill');
      expect(answer.status).to.equal(status);
      expect(answer.headers['content-type']).to.equal('application/json');
      expect(answer.headers).to.not.have.property('x-success');
      expect(messageOf(answer)).to.equal(error.message);
    }
    expect(server.logged).to.deep.equal([
      'error ContainerKill: broken',
      'error ContainerKill: a fault of ours',
    ]);
  });

  it('answers what is done already with 304 and no body', async () => {
    server.handlers = { ContainerStart: async () => Promise.reject(notModified('started')) };
    const client = await server.open();
    client.write(requestText('POST /containers/a/start')).write(requestText('GET /nowhere'));
    expect(await client.answer()).to.include({ status: 304, rest: '' });
    expect((await client.answer()).status).to.equal(404);
  });

  it('refuses the host configuration that a start once took', async () => {
    server.handlers = { ContainerStart: async () => undefined };
    const answer = await server.ask('POST /containers/a/start', '{"Memory":1}');
    expect(answer.status).to.equal(400);
    expect(messageOf(answer)).to.match(/^starting container with non-empty request body was deprecated/);
    expect((await server.ask('POST /containers/a/start', '{}')).status).to.equal(204);
  });

  it('keeps connections open and answers pipelined requests in order', async () => {
    server.handlers = { ImageInspect: async ({ params }) => ({ Id: params.name }) as never };
    const client = await server.open();
    client.write(requestText('GET /images/a/json') + requestText('GET /images/b/json'));
    expect((await client.answer()).rest).to.equal('{"Id":"a"}\n');
    expect((await client.answer()).rest).to.equal('{"Id":"b"}\n');
    client.write(requestText('GET /images/c/json'));
    expect((await client.answer()).rest).to.equal('{"Id":"c"}\n');
  });

  it('answers a client that has closed its sending half', async () => {
    server.handlers = { SystemPing: async () => 'OK' };
    const client = await server.open();
    expect(await client.write(requestText('GET /_ping')).end().all()).to.match(/\r\n\r\nOK$/);
  });

  it('sends clients to the clean path, as dockerd’s router does', async () => {
    const answer = await server.ask('GET /v1.41//containers/./json?all=1');
    expect(answer.status).to.equal(301);
    expect(answer.headers['location']).to.equal('/v1.41/containers/json?all=1');
  });

  it('answers OPTIONS', async () => {
    expect((await server.ask('OPTIONS /containers/json')).status).to.equal(200);
  });

  it('refuses what is no HTTP as JSON', async () => {
    const client = await server.open();
    const answer = await client.write('NONSENSE\r\n\r\n').answer();
    expect(answer.status).to.equal(400);
    expect(messageOf(answer)).to.match(/^malformed HTTP request/);
  });

  it('takes heads of a megabyte and refuses longer ones', async () => {
    server.handlers = { SystemPing: async () => 'OK' };
    const padding = 'x'.repeat(900 * 1024);
    expect((await server.ask('GET /_ping', undefined, { 'X-Registry-Config': padding })).status).to.equal(
      200,
    );
    const answer = await server.ask('GET /_ping', undefined, { 'X-Registry-Config': padding + padding });
    expect(answer.status).to.equal(431);
    expect(messageOf(answer)).to.match(/larger than 1 MiB/);
  });

  it('waits for requests under way when it stops, and tells them that their clients are gone', async () => {
    let aborted = false;
    let begun: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    server.handlers = {
      ContainerStop: async (_, { signal }) => {
        begun();
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        aborted = true;
      },
    };
    const client = await server.open();
    client.write(requestText('POST /containers/a/stop'));
    await started;
    await server.http.close();
    expect(aborted).to.equal(true);
    expect((await client.answer()).status).to.equal(204);
  });
});
