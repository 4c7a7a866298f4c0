import { expect } from 'chai';
import { it } from 'mocha';
import { existsSync } from 'node:fs';
import { eventually } from '../../harness/eventually.js';
import { onEachEngine } from '../../harness/suite.js';

/** Ends with code 3 on SIGTERM; says when its trap is set. */
const TRAPS_TERM = ['sh', '-c', 'trap "exit 3" TERM; echo ready; while :; do sleep 0.1; done'];
/** As process 1 it has no handler: SIGTERM does nothing. */
const IGNORES_TERM = ['sleep', '600'];

onEachEngine('container life cycle', (suite) => {
  const post = (id: string, action: string, query = {}) =>
    suite.api.post(`/containers/${id}/${action}`, undefined, query);
  const state = async (id: string) => (await suite.api.inspect(id)).State;
  const ready = (id: string) =>
    eventually(async () => (await suite.api.logs(id)).stdout.includes('ready'), 'the trap is set');

  it('starts with 204 and answers 304 when it runs already', async () => {
    const id = await suite.api.create({ Cmd: IGNORES_TERM });
    const started = await post(id, 'start');
    expect(started.status).to.equal(204);
    expect(started.body).to.have.length(0);
    const again = await post(id, 'start');
    expect(again.status).to.equal(304);
    expect(again.body).to.have.length(0);
  });

  it('answers 404 for every action on what is not there', async () => {
    for (const action of ['start', 'stop', 'kill', 'restart', 'wait', 'rename?name=xy', 'resize?h=1&w=1']) {
      const answer = await suite.api.post(`/containers/nosuch/${action}`);
      expect(answer.status, action).to.equal(404);
      expect(answer.message, action).to.match(/No such container: nosuch$/);
    }
    for (const page of ['json', 'logs?stdout=1']) {
      expect((await suite.api.get(`/containers/nosuch/${page}`)).message, page).to.equal(
        'No such container: nosuch',
      );
    }
    expect((await suite.api.delete('/containers/nosuch')).message).to.match(/No such container: nosuch$/);
    // dockerd's text is raw like the stream would have been; the API describes JSON, which Arca sends.
    const attach = await suite.api.post('/containers/nosuch/attach');
    expect(attach.status).to.equal(404);
    expect(attach.text).to.include('No such container: nosuch');
  });

  it('stops by SIGTERM when the process listens to it', async () => {
    const id = await suite.api.start({ Cmd: TRAPS_TERM });
    await ready(id);
    expect((await post(id, 'stop')).status).to.equal(204);
    expect(await state(id)).to.include({ Status: 'exited', ExitCode: 3 });
  });

  it('answers 304 when it is stopped already', async () => {
    const id = await suite.api.create({ Cmd: ['true'] });
    expect((await post(id, 'stop')).status).to.equal(304);
  });

  it('kills after the time given for stopping', async () => {
    const id = await suite.api.start({ Cmd: IGNORES_TERM });
    expect((await post(id, 'stop', { t: 1 })).status).to.equal(204);
    expect(await state(id)).to.include({ Status: 'exited', ExitCode: 137 });
  });

  it('uses stop signal and timeout of the container', async () => {
    const command = ['sh', '-c', 'trap "exit 4" INT; echo ready; while :; do sleep 0.1; done'];
    const id = await suite.api.start({ Cmd: command, StopSignal: 'SIGINT' });
    await ready(id);
    await post(id, 'stop');
    expect((await state(id)).ExitCode).to.equal(4);
    const stubborn = await suite.api.start({ Cmd: IGNORES_TERM, StopTimeout: 0 });
    await post(stubborn, 'stop');
    expect((await state(stubborn)).ExitCode).to.equal(137);
  });

  suite.since('1.42', 'the parameter is new', 'uses the stop signal of the request', async () => {
    const command = ['sh', '-c', 'trap "exit 5" USR1; echo ready; while :; do sleep 0.1; done'];
    const id = await suite.api.start({ Cmd: command });
    await ready(id);
    await post(id, 'stop', { signal: 'USR1' });
    expect((await state(id)).ExitCode).to.equal(5);
  });

  it('refuses a timeout that is no number', async () => {
    const id = await suite.api.start({ Cmd: IGNORES_TERM });
    const answer = await post(id, 'stop', { t: 'soon' });
    expect(answer.status).to.equal(
      suite.versioned('1.51', 'became the client’s fault, after 28.3', 400, 500),
    );
    expect(answer.message).to.be.a('string').and.not.equal('');
    expect((await state(id)).Running).to.equal(true);
  });

  it('kills by SIGKILL unless told otherwise', async () => {
    const id = await suite.api.start({ Cmd: IGNORES_TERM });
    expect((await post(id, 'kill')).status).to.equal(204);
    await suite.api.wait(id);
    expect(await state(id)).to.include({ Status: 'exited', ExitCode: 137, Running: false });
  });

  for (const signal of ['TERM', 'SIGTERM', 'sigterm', '15']) {
    it(`sends the signal ${signal}`, async () => {
      const id = await suite.api.start({ Cmd: TRAPS_TERM });
      await ready(id);
      expect((await post(id, 'kill', { signal })).status).to.equal(204);
      expect((await suite.api.wait(id)).StatusCode).to.equal(3);
    });
  }

  it('answers 400 for a signal that does not exist', async () => {
    const id = await suite.api.start({ Cmd: IGNORES_TERM });
    for (const signal of ['SIGNONE', 'FOO', '0']) {
      const answer = await post(id, 'kill', { signal });
      expect(answer.status, signal).to.equal(400);
      expect(answer.message.toLowerCase(), signal).to.include(`invalid signal: ${signal.toLowerCase()}`);
    }
    const unsupported = await post(id, 'kill', { signal: '100' });
    expect(unsupported.status).to.equal(suite.versioned('1.44', 'became the client’s fault', 400, 500));
    expect(unsupported.message.toLowerCase()).to.include('the linux daemon does not support signal 100');
    expect((await state(id)).Running).to.equal(true);
  });

  it('answers 409 when it kills what does not run', async () => {
    const id = await suite.api.create({ Cmd: ['true'] }, 'not-running');
    const answer = await post('not-running', 'kill');
    expect(answer.status).to.equal(409);
    expect(answer.message.toLowerCase()).to.equal(
      `cannot kill container: not-running: container ${id} is not running`,
    );
  });

  it('restarts a running and a stopped container, with a new process', async () => {
    const id = await suite.api.start({ Cmd: IGNORES_TERM });
    const before = await state(id);
    expect((await post(id, 'restart', { t: 0 })).status).to.equal(204);
    const after = await state(id);
    expect(after).to.include({ Status: 'running', Running: true });
    expect(after.Pid).to.not.equal(before.Pid);
    expect(existsSync(`/proc/${before.Pid}`)).to.equal(false);
    expect((await suite.api.inspect(id)).RestartCount).to.equal(0);
    await post(id, 'kill');
    await suite.api.wait(id);
    expect((await post(id, 'restart')).status).to.equal(204);
    expect((await state(id)).Running).to.equal(true);
  });

  it('starts again and keeps what was written', async () => {
    const { id } = await suite.api.run({ Cmd: ['sh', '-c', 'echo line >> /file; wc -l < /file'] });
    await post(id, 'start');
    await suite.api.wait(id);
    expect((await suite.api.logs(id)).stdout).to.equal('1\n2\n');
  });

  it('refuses a body with a start', async () => {
    const id = await suite.api.create({ Cmd: ['true'] });
    const answer = await suite.api.post(`/containers/${id}/start`, { HostConfig: { Memory: 1 } });
    expect(answer.status).to.equal(400);
    expect(answer.message).to.match(/^starting container with non-empty request body was deprecated since/);
    expect((await suite.api.post(`/containers/${id}/start`, {})).status).to.equal(204);
  });
});
