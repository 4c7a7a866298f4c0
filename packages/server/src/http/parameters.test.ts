import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { booleanValue } from './parameters.js';
import { messageOf, TestServer } from './testing/test-server.js';

describe('request parameters', () => {
  let server: TestServer;
  let seen: unknown;
  beforeEach(async () => {
    server = await TestServer.start();
    const take = async ({ params }: { params: unknown }) => {
      // What is absent is undefined: JSON leaves it out.
      seen = JSON.parse(JSON.stringify(params));
      return {} as never;
    };
    server.handlers = {
      ContainerList: take,
      ContainerRename: take,
      ContainerResize: take,
      ContainerStop: take,
      ContainerWait: take,
      ContainerArchiveInfo: take,
      ContainerStats: take,
      ImageInspect: take,
      ImageGetAll: async (request) => (await take(request), []) as never,
      ImagePush: async (request) => (await take(request), []) as never,
      ImageDelete: take,
      ImageTag: take,
      SystemDataUsage: take,
    };
  });
  afterEach(() => server.close());

  const params = async (line: string, headers?: Record<string, string>) => {
    seen = undefined;
    const answer = await server.ask(line, undefined, headers);
    return seen ?? `${answer.status} ${messageOf(answer)}`;
  };

  it('that are booleans follow Go’s reading', () => {
    for (const value of ['', '0', 'no', 'NO', 'false', 'False', 'none', ' none ']) {
      expect(booleanValue(value), value).to.equal(false);
    }
    for (const value of ['1', 'true', 'True', 'yes', '100', 'anything']) {
      expect(booleanValue(value), value).to.equal(true);
    }
  });

  it('are typed, and absent when empty, except for booleans', async () => {
    expect(await params('GET /containers/json?all=1&limit=5&size=0&filters=')).to.deep.equal({
      all: true,
      limit: 5,
      size: false,
    });
    expect(await params('GET /containers/json?all&limit=-1')).to.deep.equal({ all: false, limit: -1 });
    expect(await params('GET /containers/json')).to.deep.equal({});
    expect(await params('GET /containers/a/stats?stream=0&one-shot=true')).to.deep.equal({
      id: 'a',
      stream: false,
      'one-shot': true,
    });
  });

  it('have escapes and plus signs undone', async () => {
    expect(await params('GET /containers/json?filters=%7B%22a%22%3A+%22b%22%7D')).to.deep.equal({
      filters: '{"a": "b"}',
    });
    expect(await params('GET /containers/json?filters=%zz')).to.equal('400 invalid URL escape "%zz"');
  });

  it('may be repeated where they are lists', async () => {
    expect(await params('GET /images/get?names=a&names=b%2Fc:1&names=')).to.deep.equal({
      names: ['a', 'b/c:1'],
    });
    expect(await params('GET /system/df?type=image&type=volume')).to.deep.equal({
      type: ['image', 'volume'],
    });
  });

  it('that are no numbers are refused', async () => {
    expect(await params('GET /containers/json?limit=many')).to.equal(
      '400 strconv.ParseInt: parsing "many": invalid syntax',
    );
    expect(await params('POST /containers/a/stop?t=99999999999999999999')).to.equal(
      '400 strconv.ParseInt: parsing "99999999999999999999": value out of range',
    );
    expect(await params('POST /containers/a/resize?h=x&w=1')).to.equal(
      '400 invalid resize height "x": invalid syntax',
    );
    expect(await params('POST /containers/a/resize?h=1&w=-1')).to.equal(
      '400 invalid resize width "-1": value out of range',
    );
    expect(await params('POST /containers/a/resize?w=1')).to.equal(
      '400 invalid resize height "": invalid syntax',
    );
  });

  it('of an enumeration are checked, and may be empty', async () => {
    expect(await params('POST /containers/a/wait?condition=next-exit')).to.deep.equal({
      id: 'a',
      condition: 'next-exit',
    });
    expect(await params('POST /containers/a/wait?condition=')).to.deep.equal({ id: 'a' });
    expect(await params('POST /containers/a/wait?condition=soon')).to.equal('400 invalid condition: "soon"');
    expect(await params('GET /system/df?type=x')).to.equal('400 unknown object type: x');
  });

  it('that are needed are missed', async () => {
    expect(await params('POST /containers/a/rename')).to.equal('400 Neither old nor new names may be empty');
    const client = await server.open();
    const head = await client
      .write('HEAD /containers/a/archive HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n')
      .all();
    expect(head).to.match(/^HTTP\/1.1 400/);
  });

  it('in paths may hold slashes where images are named', async () => {
    expect(await params('GET /v1.51/images/reg:5000/a/b:1/json')).to.deep.equal({ name: 'reg:5000/a/b:1' });
    expect(await params('GET /images/a%2Fb%3A1/json')).to.deep.equal({ name: 'a/b:1' });
    expect(await params('DELETE /images/library/busybox:1?force=1')).to.deep.equal({
      name: 'library/busybox:1',
      force: true,
    });
    expect(await params('POST /images/json/tag?repo=r')).to.deep.equal({ name: 'json', repo: 'r' });
    expect(await params('POST /containers/a/b/stop')).to.equal('404 page not found');
    expect(await params('GET /containers/json')).to.deep.equal({});
  });

  it('come from headers too', async () => {
    expect(await params('POST /images/a/push?tag=1', { 'X-Registry-Auth': 'e30=' })).to.deep.equal({
      name: 'a',
      tag: '1',
      'X-Registry-Auth': 'e30=',
    });
    expect(await params('POST /images/a/push')).to.deep.equal({ name: 'a', 'X-Registry-Auth': '' });
  });
});
