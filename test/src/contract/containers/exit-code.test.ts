import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('exit codes and failing starts', (suite) => {
  /** Starts what cannot start; the answer, and the state afterwards. */
  const failStart = async (body: object) => {
    const id = await suite.api.create(body);
    const answer = await suite.api.post(`/containers/${id}/start`);
    return { answer, state: (await suite.api.inspect(id)).State };
  };

  for (const code of [0, 1, 125, 255]) {
    it(`passes on exit code ${code}`, async () => {
      expect((await suite.api.run({ Cmd: ['sh', '-c', `exit ${code}`] })).code).to.equal(code);
    });
  }

  it('gives 128 and the signal number for a process killed by a signal', async () => {
    expect((await suite.api.run({ Cmd: ['sh', '-c', "sh -c 'kill -SEGV $$'; exit $?"] })).code).to.equal(139);
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    await suite.api.post(`/containers/${id}/kill`, undefined, { signal: 'KILL' });
    expect((await suite.api.wait(id)).StatusCode).to.equal(137);
  });

  it('answers 400 and code 127 for a command that is not there', async () => {
    for (const command of ['nosuch', '/no/such']) {
      const { answer, state } = await failStart({ Cmd: [command] });
      expect(answer.status, command).to.equal(400);
      expect(answer.message, command).to.match(
        /executable file not found in \$PATH|no such file or directory/,
      );
      expect(answer.message, command).to.include(`"${command}"`);
      expect(state, command).to.include({ Status: 'created', Running: false, ExitCode: 127, Pid: 0 });
      expect(state.Error, command).to.equal(answer.message);
    }
  });

  it('answers 400 and code 126 for a command that may not be run', async () => {
    for (const command of ['/etc/not-executable', '/etc']) {
      const { answer, state } = await failStart({ Cmd: [command] });
      expect(answer.status, command).to.equal(400);
      expect(answer.message, command).to.match(/permission denied|is a directory/);
      expect(state, command).to.include({ Status: 'created', ExitCode: 126 });
    }
  });

  it('refuses a working directory that is a file', async () => {
    const answer = await suite.api.post('/containers/create', { Image: BUSYBOX, WorkingDir: '/etc/passwd' });
    expect(answer.status).to.equal(500);
    expect(answer.message).to.equal('Cannot mkdir: /etc/passwd is not a directory');
  });

  it('makes a working directory that is missing', async () => {
    const { stdout } = await suite.api.run({ Cmd: ['pwd'], WorkingDir: '/made/for/me' });
    expect(stdout).to.equal('/made/for/me\n');
  });

  it('can start again after a failed start', async () => {
    const id = await suite.api.create({ Cmd: ['nosuch'] });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect((await suite.api.post(`/containers/${id}/start`)).status).to.equal(400);
    }
    expect((await suite.api.delete(`/containers/${id}`)).status).to.equal(204);
  });

  it('does not leave a failed start running or attached', async () => {
    const { answer, state } = await failStart({ Cmd: ['nosuch'], HostConfig: { NetworkMode: 'none' } });
    expect(answer.status).to.equal(400);
    expect(state.Running).to.equal(false);
    const listed = (await suite.api.get('/containers/json')).json<object[]>();
    expect(listed).to.deep.equal([]);
  });
});
