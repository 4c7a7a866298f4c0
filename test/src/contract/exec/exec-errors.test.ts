import { expect } from 'chai';
import { it } from 'mocha';
import { demultiplex } from '../../harness/frames.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('exec: what cannot be done', (suite) => {
  const create = (container: string, body: object) => suite.api.post(`/containers/${container}/exec`, body);
  const running = () => suite.api.start({ Cmd: ['sleep', '600'] });

  it('answers 404 for a container or an exec that is not there', async () => {
    const created = await create('nosuch', { Cmd: ['true'] });
    expect(created.status).to.equal(404);
    expect(created.message).to.equal('No such container: nosuch');
    for (const [method, path] of [
      ['POST', 'start'],
      ['GET', 'json'],
      ['POST', 'resize?h=1&w=1'],
    ] as const) {
      const answer = await suite.api.call(
        method,
        `/exec/nosuch/${path}`,
        method === 'POST' ? { body: {} } : {},
      );
      expect(answer.status, path).to.equal(404);
      expect(answer.message, path).to.match(/No such exec instance: nosuch$/);
    }
  });

  it('answers 409 for a container that does not run', async () => {
    const id = await suite.api.create({});
    const answer = await create(id, { Cmd: ['true'] });
    expect(answer.status).to.equal(409);
    expect(answer.message.toLowerCase()).to.equal(`container ${id} is not running`);
  });

  it('answers 409 for a container that is paused', async () => {
    const id = await running();
    await suite.api.post(`/containers/${id}/pause`);
    const answer = await create(id, { Cmd: ['true'] });
    expect(answer.status).to.equal(409);
    expect(answer.message).to.include('is paused, unpause the container before exec');
    await suite.api.post(`/containers/${id}/unpause`);
  });

  it('answers 400 without a command', async () => {
    const answer = await create(await running(), { AttachStdout: true });
    expect(answer.status).to.equal(400);
    expect(answer.message).to.equal('No exec command specified');
  });

  it('says in the stream what went wrong, with exit code 126 or 127', async () => {
    const id = await running();
    const cases = [
      ['nosuch', 127, /executable file not found in \$PATH/],
      ['/no/such', 127, /no such file or directory/],
      ['/etc/not-executable', 126, /permission denied/],
    ] as const;
    for (const [command, code, text] of cases) {
      const exec = await suite.api.execCreate(id, { Cmd: [command] });
      const answer = await suite.api.post(`/exec/${exec}/start`, {});
      expect(answer.status).to.equal(200);
      expect(demultiplex(answer.body).stdout, command).to.match(text);
      const inspected = (await suite.api.get(`/exec/${exec}/json`)).json();
      const expected = suite.versioned(
        '1.44',
        'an exec had no code of its own for what is missing',
        code,
        126,
      );
      expect(inspected, command).to.include({ ExitCode: expected, Running: false });
    }
  });

  it('answers with an error status when it is detached', async () => {
    const exec = await suite.api.execCreate(await running(), { Cmd: ['nosuch'] });
    const answer = await suite.api.post(`/exec/${exec}/start`, { Detach: true });
    expect(answer.status).to.equal(400);
    expect(answer.message).to.match(/executable file not found in \$PATH/);
  });

  it('refuses a user that is not there', async () => {
    const text = 'unable to find user nosuch: no matching entries in passwd file';
    const created = await create(await running(), { Cmd: ['true'], User: 'nosuch' });
    const early = suite.versioned('1.50', 'it is looked up when the exec is created', true, false);
    expect(created.status).to.equal(early ? 400 : 201);
    if (early) return expect(created.message).to.equal(text);
    const answer = await suite.api.post(`/exec/${created.json<{ Id: string }>().Id}/start`, { Detach: true });
    expect(answer.status).to.equal(500);
    expect(answer.message).to.include(text);
  });

  it('forgets its execs with the container', async () => {
    const id = await running();
    const exec = await suite.api.execCreate(id, { Cmd: ['sleep', '600'] });
    await suite.api.post(`/exec/${exec}/start`, { Detach: true });
    await suite.api.delete(`/containers/${id}`, { force: true });
    expect((await suite.api.get(`/exec/${exec}/json`)).status).to.equal(404);
  });

  it('ends execs with their container', async () => {
    const id = await running();
    const exec = await suite.api.execCreate(id, { Cmd: ['sleep', '600'] });
    const connection = await suite.api.raw('POST', `/exec/${exec}/start`, {});
    await connection.head();
    await suite.api.post(`/containers/${id}/kill`);
    await connection.end();
    connection.destroy();
  });
});
