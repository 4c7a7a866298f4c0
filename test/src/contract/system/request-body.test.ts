import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { eventually } from '../../harness/eventually.js';
import { RawConnection } from '../../harness/raw-connection.js';
import { onEachEngine } from '../../harness/suite.js';

const CREATE = '/containers/create';
const JSON_TYPE = { 'Content-Type': 'application/json' };

onEachEngine('request bodies', (suite) => {
  const post = (body: string, headers: Record<string, string> = JSON_TYPE) =>
    suite.api.call('POST', CREATE, { body, headers });
  const invalidJson = () => suite.versioned('1.44', 'undecodable JSON became the client’s fault', 400, 500);

  it('refuses what is not JSON', async () => {
    const answer = await post('{bad');
    expect(answer.status).to.equal(invalidJson());
    expect(answer.message).to.include("invalid character 'b' looking for beginning of object key string");
  });

  it('refuses JSON that ends too early', async () => {
    const answer = await post('{"Image": "x"');
    expect(answer.status).to.equal(invalidJson());
    expect(answer.message).to.include('unexpected EOF');
  });

  it('refuses an empty body', async () => {
    const answer = await post('');
    expect(answer.status).to.equal(invalidJson());
    expect(answer.message).to.include('EOF');
  });

  it('refuses a value of the wrong type', async () => {
    for (const body of [
      '{"Image":5}',
      '{"Image":"x","Tty":"yes"}',
      '{"HostConfig":{"Memory":"1"}}',
      '{"Env":{}}',
    ]) {
      const answer = await post(body);
      expect(answer.status, body).to.equal(invalidJson());
      expect(answer.message, body).to.be.a('string').and.not.equal('');
    }
  });

  it('refuses an empty configuration', async () => {
    for (const body of ['{}', 'null']) {
      const answer = await post(body);
      expect(answer.status, body).to.equal(400);
      expect(answer.message.toLowerCase(), body).to.equal(
        'config cannot be empty in order to create a container',
      );
    }
  });

  suite.since(
    '1.44',
    'older engines read the first value only',
    'refuses anything after the JSON',
    async () => {
      const answer = await post(`{"Image":"${BUSYBOX}"} {}`);
      expect(answer.status).to.equal(400);
      expect(answer.message).to.include('unexpected content after JSON');
    },
  );

  it('refuses another content type, and names it', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const answer = await post('{"Image":"x"}', { 'Content-Type': type });
      expect(answer.status).to.equal(400);
      expect(answer.message).to.include(`(${type})`).and.include("must be 'application/json'");
    }
  });

  it('takes a content type with a charset', async () => {
    const answer = await post(`{"Image":"${BUSYBOX}"}`, {
      'Content-Type': 'application/json; charset=utf-8',
    });
    expect(answer.status).to.equal(201);
  });

  it('ignores unknown fields and takes null for absent ones', async () => {
    const answer = await post(
      JSON.stringify({ Image: BUSYBOX, NoSuchField: 1, Cmd: null, Env: null, HostConfig: { Binds: null } }),
    );
    expect(answer.status, answer.text).to.equal(201);
  });

  it('takes a create body of more than 16 KB', async () => {
    const value = 'v'.repeat(100_000);
    const id = await suite.api.create({ Cmd: ['true'], Labels: { big: value } });
    expect((await suite.api.inspect(id)).Config.Labels).to.deep.equal({ big: value });
  });

  it('gives up on a body that is cut off, and creates nothing', async () => {
    const connection = await RawConnection.open(suite.engine.socketPath);
    const body = JSON.stringify({ Image: BUSYBOX });
    connection.write(
      `POST ${suite.api.prefix}${CREATE}?name=cut-off HTTP/1.1\r\nHost: docker\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length + 50}\r\n\r\n${body.slice(0, -1)}`,
    );
    connection.halfClose();
    await connection.end();
    connection.destroy();
    expect((await suite.api.get('/containers/cut-off/json')).status).to.equal(404);
    expect((await suite.api.get('/_ping')).status).to.equal(200);
  });

  it('survives clients that leave before their answer', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    for (const path of [
      `/containers/${id}/wait`,
      '/containers/create?name=left',
      `/containers/${id}/attach?stream=1`,
    ]) {
      const connection = await suite.api.raw(
        'POST',
        path,
        path.includes('create') ? { Image: BUSYBOX } : undefined,
      );
      connection.destroy();
    }
    const events = await suite.api.raw('GET', '/events');
    await events.head();
    events.destroy();
    await eventually(async () => {
      const info = (await suite.api.get('/info')).json<{ NEventsListener: number }>();
      return info.NEventsListener === 0;
    }, 'the event listener is gone');
  });

  it('refuses a request that is not HTTP with 400', async () => {
    const connection = await RawConnection.open(suite.engine.socketPath);
    connection.write('not http at all\r\n\r\n');
    expect((await connection.head()).status).to.equal(400);
    await connection.end();
    connection.destroy();
  });
});
