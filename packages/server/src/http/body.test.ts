import type { Readable } from 'node:stream';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { JSON_BODY_LIMIT } from './body.js';
import { messageOf, requestText, TestServer } from './testing/test-server.js';

describe('request bodies', () => {
  let server: TestServer;
  let bodies: unknown[];
  beforeEach(async () => {
    server = await TestServer.start();
    bodies = [];
    server.handlers = {
      ContainerCreate: async ({ body }) => {
        bodies.push(body);
        return { Id: 'a', Warnings: [] };
      },
      NetworkCreate: async ({ body }) => {
        bodies.push(body);
        return { Id: 'n', Warning: '' };
      },
      ImageCommit: async ({ body }) => {
        bodies.push(body);
        return { Id: 'i' };
      },
    };
  });
  afterEach(() => server.close());

  const create = (body: string, headers: Record<string, string> = {}) =>
    server.ask('POST /containers/create', body, headers);
  const refusal = async (body: string, headers: Record<string, string> = {}) => {
    const answer = await create(body, headers);
    return `${answer.status} ${messageOf(answer)}`;
  };

  it('are JSON, and say so', async () => {
    expect(await refusal('{}', { 'Content-Type': 'text/plain' })).to.equal(
      "400 unsupported Content-Type header (text/plain): must be 'application/json'",
    );
    expect(await refusal('{}', { 'Content-Type': '' })).to.equal(
      '400 malformed Content-Type header (): mime: no media type',
    );
    expect((await create('{}', { 'Content-Type': 'application/json; charset=utf-8' })).status).to.equal(201);
  });

  it('that are malformed are refused in dockerd’s words', async () => {
    const cases: Record<string, string> = {
      '': 'invalid JSON: got EOF while reading request body',
      '  ': 'invalid JSON: got EOF while reading request body',
      '{': 'invalid JSON: unexpected EOF',
      '{"Image":"a': 'invalid JSON: unexpected EOF',
      '{} {}': 'unexpected content after JSON',
      '{"Image":"a"}x': 'unexpected content after JSON',
      nonsense: "invalid JSON: invalid character 'o' looking for beginning of value",
      x: "invalid JSON: invalid character 'x' looking for beginning of value",
      '{x': "invalid JSON: invalid character 'x' looking for beginning of object key string",
      '{"a":1,}': "invalid JSON: invalid character '}' looking for beginning of object key string",
      '{"a" 1}': "invalid JSON: invalid character '1' after object key",
      '{"a":1 2}': "invalid JSON: invalid character '2' after object key:value pair",
      '{"a":[1 2]}': "invalid JSON: invalid character '2' after array element",
      '{"a":x}': "invalid JSON: invalid character 'x' looking for beginning of value",
    };
    for (const [body, message] of Object.entries(cases)) {
      expect(await refusal(body), body).to.equal(`400 ${message}`);
    }
    expect(bodies).to.deep.equal([]);
  });

  it('with values of the wrong type are refused with the field’s name', async () => {
    const cases: Record<string, string> = {
      '{"HostConfig":{"Memory":"1"}}':
        'string into Go struct field HostConfig.HostConfig.Memory of type int64',
      '{"HostConfig":{"Memory":1.5}}':
        'number 1.5 into Go struct field HostConfig.HostConfig.Memory of type int64',
      '{"Cmd":[1]}': 'number into Go struct field ContainerCreateRequest.Cmd of type string',
      '{"Labels":["a"]}':
        'array into Go struct field ContainerCreateRequest.Labels of type map[string]string',
      '{"Tty":1}': 'number into Go struct field ContainerCreateRequest.Tty of type bool',
      '{"HostConfig":{"Mounts":[{"Target":true}]}}':
        'bool into Go struct field Mount.HostConfig.Mounts.Target of type string',
      '[]': 'array into Go value of type ContainerCreateRequest',
    };
    for (const [body, message] of Object.entries(cases)) {
      expect(await refusal(body), body).to.equal(`400 invalid JSON: json: cannot unmarshal ${message}`);
    }
  });

  it('with integers that JavaScript cannot hold are refused, not rounded', async () => {
    expect(await refusal('{"HostConfig":{"Memory":9007199254740993}}')).to.match(/^400 .* of type int64$/);
    expect((await create(`{"HostConfig":{"Memory":${Number.MAX_SAFE_INTEGER}}}`)).status).to.equal(201);
  });

  it('have their fields matched without regard to case, and unknown ones ignored', async () => {
    await create(
      '{"image":"a","HOSTCONFIG":{"memory":5,"Nonsense":{}},"nonsense":1,"__proto__":{"Tty":true}}',
    );
    expect(bodies).to.deep.equal([{ Image: 'a', HostConfig: { Memory: 5 } }]);
  });

  it('may say null anywhere', async () => {
    await create(
      '{"Image":null,"Cmd":null,"HostConfig":{"Memory":null,"Binds":null,"PortBindings":{"80/tcp":null}},' +
        '"ExposedPorts":{"80/tcp":null},"NetworkingConfig":{"EndpointsConfig":{"net":null}},"Env":["A=b",null]}',
    );
    expect(bodies).to.deep.equal([
      {
        Cmd: null,
        HostConfig: { Binds: null, PortBindings: { '80/tcp': null } },
        ExposedPorts: { '80/tcp': {} },
        NetworkingConfig: { EndpointsConfig: { net: null } },
        Env: ['A=b', ''],
      },
    ]);
  });

  it('may give a string for a command, and empty strings for enumerations', async () => {
    await create('{"Cmd":"ls","Entrypoint":"","HostConfig":{"CgroupnsMode":"","CapAdd":"NET_ADMIN"}}');
    expect(bodies).to.deep.equal([
      { Cmd: ['ls'], Entrypoint: [''], HostConfig: { CgroupnsMode: '', CapAdd: ['NET_ADMIN'] } },
    ]);
  });

  it('may be empty where Go would take its zero value', async () => {
    expect((await server.ask('POST /networks/create')).status).to.equal(201);
    expect((await server.ask('POST /commit')).status).to.equal(201);
    expect(bodies).to.deep.equal([{ Name: '' }, undefined]);
  });

  it('may come in pieces and chunks', async () => {
    const client = await server.open();
    const headers = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' };
    client.write(requestText('POST /containers/create', headers)).write('9\r\n{"Image":\r\n');
    client.write('4\r\n"a"}\r\n0\r\n\r\n');
    expect((await client.answer()).status).to.equal(201);
    expect(bodies).to.deep.equal([{ Image: 'a' }]);
  });

  it('larger than the limit are refused, larger than 16 KiB are not', async () => {
    const large = JSON.stringify({ Env: [`A=${'x'.repeat(1_000_000)}`] });
    expect((await create(large)).status).to.equal(201);
    const tooLarge = await create(JSON.stringify({ Env: ['x'.repeat(JSON_BODY_LIMIT)] }));
    expect(tooLarge.status).to.equal(413);
    expect(messageOf(tooLarge)).to.equal('request body is larger than 16777216 bytes');
  });

  it('that are cut off are refused when the client still listens', async () => {
    const client = await server.open();
    const headers = { 'Content-Type': 'application/json', 'Content-Length': '100' };
    client.write(requestText('POST /containers/create', headers)).write('{"Image"').end();
    const answer = await client.answer();
    expect(answer.status).to.equal(400);
    expect(messageOf(answer)).to.equal('unexpected EOF');
    expect(bodies).to.deep.equal([]);
  });

  it('of bytes reach the handler as they come, whatever their media type', async () => {
    let text = '';
    const read = async (stream: Readable) => {
      for await (const chunk of stream) text += String(chunk);
    };
    server.handlers = { PutContainerArchive: ({ body }) => read(body) };
    expect(
      (await server.ask('PUT /containers/a/archive?path=/', 'some bytes', { 'Content-Type': '' })).status,
    ).to.equal(200);
    expect((await server.ask('PUT /containers/a/archive?path=/')).status).to.equal(200);
    expect(text).to.equal('some bytes');
  });

  it('of bytes that are cut off fail in the handler', async () => {
    const upgrade = { Connection: 'Upgrade', Upgrade: 'h2c' };
    for (const headers of [{}, upgrade]) {
      const begun = Promise.withResolvers<void>();
      const outcome = Promise.withResolvers<string>();
      server.handlers = {
        PutContainerArchive: async ({ body }) => {
          body.once('data', () => begun.resolve());
          await body.toArray().then(
            () => outcome.resolve('whole'),
            (error: Error) => outcome.resolve(error.message),
          );
        },
      };
      const client = await server.open();
      client.write(requestText('PUT /containers/a/archive?path=/', { 'Content-Length': '100', ...headers }));
      client.write('few');
      await begun.promise;
      client.close();
      expect(await outcome.promise).to.be.oneOf(['aborted', 'write EPIPE']);
    }
  });
});
