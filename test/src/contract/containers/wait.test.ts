import { expect } from 'chai';
import { it } from 'mocha';
import { open } from '../../harness/http.js';
import type { WaitResult } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('POST /containers/{id}/wait', (suite) => {
  /** Opens a wait; resolves as soon as its headers are there. */
  const openWait = async (id: string, condition?: string) => {
    const response = await open(
      suite.engine.socketPath,
      'POST',
      `${suite.api.prefix}/containers/${id}/wait`,
      {
        query: { condition },
      },
    );
    const result = (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      return JSON.parse(Buffer.concat(chunks).toString()) as WaitResult;
    })();
    result.catch(() => undefined);
    return { response, result };
  };

  it('sends its headers at once and the exit code at the end', async () => {
    const id = await suite.api.create({ Cmd: ['sh', '-c', 'exit 42'] });
    const { response, result } = await openWait(id, 'next-exit');
    expect(response.statusCode).to.equal(200);
    expect(response.headers['content-type']).to.equal('application/json');
    await suite.api.post(`/containers/${id}/start`);
    const { StatusCode, Error: error } = await result;
    expect(StatusCode).to.equal(42);
    expect(error ?? null).to.equal(null);
  });

  it('returns at once for what does not run, by default', async () => {
    const created = await suite.api.create({ Cmd: ['true'] });
    expect((await suite.api.wait(created)).StatusCode).to.equal(0);
    const { id } = await suite.api.run({ Cmd: ['sh', '-c', 'exit 5'] });
    for (const condition of [undefined, 'not-running']) {
      expect((await suite.api.wait(id, condition)).StatusCode, condition).to.equal(5);
    }
  });

  it('waits for the next exit, not for the last', async () => {
    const { id } = await suite.api.run({ Cmd: ['sh', '-c', 'test -e /ran && exit 6; touch /ran; exit 5'] });
    const { result } = await openWait(id, 'next-exit');
    await suite.api.post(`/containers/${id}/start`);
    expect((await result).StatusCode).to.equal(6);
  });

  it('waits for the removal, with the exit code', async () => {
    const { id } = await suite.api.run({ Cmd: ['sh', '-c', 'exit 8'] });
    const { result } = await openWait(id, 'removed');
    await suite.api.delete(`/containers/${id}`);
    expect((await result).StatusCode).to.equal(8);
  });

  it('serves several waits at once', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    const waits = await Promise.all(
      ['not-running', 'next-exit', 'not-running'].map((one) => openWait(id, one)),
    );
    await suite.api.post(`/containers/${id}/kill`);
    for (const { result } of waits) expect((await result).StatusCode).to.equal(137);
  });

  suite.since(
    '1.42',
    'an unknown one was taken for the default',
    'refuses a condition that does not exist',
    async () => {
      const id = await suite.api.create({});
      const answer = await suite.api.post(`/containers/${id}/wait`, undefined, { condition: 'someday' });
      expect(answer.status).to.equal(400);
      expect(answer.message).to.equal('invalid condition: "someday"');
    },
  );
});
