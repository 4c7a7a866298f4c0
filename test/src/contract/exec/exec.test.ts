import { expect } from 'chai';
import { beforeEach, it } from 'mocha';
import { eventually } from '../../harness/eventually.js';
import { RawConnection } from '../../harness/raw-connection.js';
import { expectShape, ID } from '../../harness/shape.js';
import type { ExecInspect } from '../../harness/shapes.js';
import { onArca, onEachEngine } from '../../harness/suite.js';

onEachEngine('POST /containers/{id}/exec, POST /exec/{id}/start, GET /exec/{id}/json', (suite) => {
  let container: string;
  beforeEach('start a container', async () => {
    container = await suite.api.start({ Cmd: ['sleep', '600'], Env: ['OF=container'], WorkingDir: '/tmp' });
  });

  const inspect = async (id: string): Promise<ExecInspect> =>
    suite.api.expect(await suite.api.get(`/exec/${id}/json`), 200).json<ExecInspect>();
  const start = (id: string, body: object = {}) => suite.api.post(`/exec/${id}/start`, body);

  it('creates with 201 and a full id', async () => {
    const answer = await suite.api.post(`/containers/${container}/exec`, { Cmd: ['true'] });
    expect(answer.status).to.equal(201);
    expect(Object.keys(answer.json<object>())).to.deep.equal(['Id']);
    expect(answer.json<{ Id: string }>().Id).to.match(ID);
  });

  it('runs a command and gives both outputs and the exit code', async () => {
    const { stdout, stderr, code } = await suite.api.exec(container, [
      'sh',
      '-c',
      'echo out; echo err >&2; exit 3',
    ]);
    expect({ stdout, stderr, code }).to.deep.equal({ stdout: 'out\n', stderr: 'err\n', code: 3 });
  });

  it('does not take the request’s JSON for input of the process', async () => {
    const id = await suite.api.execCreate(container, { Cmd: ['cat'], AttachStdin: true });
    const connection = await suite.api.raw('POST', `/exec/${id}/start`, { Detach: false, Tty: false });
    await connection.head();
    connection.write('input');
    connection.halfClose();
    const received = await connection.end();
    expect(received.subarray(8).toString()).to.equal('input');
    connection.destroy();
  });

  it('closes the connection when the process ends', async () => {
    const id = await suite.api.execCreate(container, { Cmd: ['echo', 'done'] });
    const connection = await suite.api.raw(
      'POST',
      `/exec/${id}/start`,
      {},
      { Connection: 'Upgrade', Upgrade: 'tcp' },
    );
    expect((await connection.head()).status).to.equal(101);
    expect((await connection.end()).subarray(8).toString()).to.equal('done\n');
    connection.destroy();
  });

  it('never loses the output of a process that ends at once', async () => {
    const outputs = await Promise.all(
      Array.from({ length: 10 }, (_, index) => suite.api.exec(container, ['echo', String(index)])),
    );
    expect(outputs.map((output) => output.stdout)).to.deep.equal(
      Array.from({ length: 10 }, (_, i) => `${i}\n`),
    );
  });

  it('inherits environment, user and directory of the container', async () => {
    const { stdout } = await suite.api.exec(container, ['sh', '-c', 'echo $OF; pwd; id -u; hostname']);
    expect(stdout).to.equal(`container\n/tmp\n0\n${container.slice(0, 12)}\n`);
  });

  it('takes environment, user and directory of its own', async () => {
    const body = { Env: ['OF=exec', 'NEW=1'], User: '1000', WorkingDir: '/home/app' };
    const { stdout } = await suite.api.exec(
      container,
      ['sh', '-c', 'echo $OF $NEW; pwd; id -u; id -g'],
      body,
    );
    expect(stdout).to.equal('exec 1\n/home/app\n1000\n1000\n');
  });

  it('shows its fields before, while and after it runs', async () => {
    const body = { Cmd: ['sh', '-c', 'sleep 600'], User: 'app', Env: ['A=b'] };
    const id = await suite.api.execCreate(container, body);
    const created = await inspect(id);
    expectShape(
      created,
      {
        ID: 'string',
        Running: 'boolean',
        ExitCode: 'null',
        ProcessConfig: 'object',
        OpenStdin: 'boolean',
        OpenStderr: 'boolean',
        OpenStdout: 'boolean',
        CanRemove: 'boolean',
        ContainerID: 'string',
        DetachKeys: 'string',
        Pid: 'number',
      },
      'exec',
    );
    expect(created).to.deep.include({
      ID: id,
      Running: false,
      ContainerID: container,
      Pid: 0,
      OpenStdout: true,
    });
    expect(created.ProcessConfig).to.deep.include({
      ...{ tty: false, entrypoint: 'sh', arguments: ['-c', 'sleep 600'], privileged: false, user: 'app' },
    });
    await start(id, { Detach: true });
    const running = await inspect(id);
    expect(running).to.include({ Running: true, ExitCode: null });
    expect(running.Pid).to.be.greaterThan(0);
    process.kill(running.Pid, 'SIGKILL');
    const ended = await eventually(async () => {
      const now = await inspect(id);
      return !now.Running && now;
    }, 'the exec has ended');
    expect(ended).to.include({ Running: false, ExitCode: 137 });
  });

  it('is listed by its container while it runs', async () => {
    const id = await suite.api.execCreate(container, { Cmd: ['sleep', '600'] });
    await start(id, { Detach: true });
    expect((await suite.api.inspect(container)).ExecIDs).to.deep.equal([id]);
  });

  it('starts detached with an empty 200', async () => {
    const id = await suite.api.execCreate(container, { Cmd: ['touch', '/detached'] });
    const answer = await start(id, { Detach: true });
    expect(answer.status).to.equal(200);
    expect(answer.body).to.have.length(0);
    await eventually(async () => (await inspect(id)).ExitCode === 0, 'the exec has ended');
    expect((await suite.api.exec(container, ['ls', '/detached'])).code).to.equal(0);
  });

  it('lets the process go on when its client leaves', async () => {
    const id = await suite.api.execCreate(container, { Cmd: ['sleep', '600'] });
    const connection = await suite.api.raw('POST', `/exec/${id}/start`, {});
    await connection.head();
    connection.destroy();
    expect((await inspect(id)).Running).to.equal(true);
    expect((await suite.api.inspect(container)).State.Running).to.equal(true);
  });

  it('refuses a second start', async () => {
    const id = await suite.api.execCreate(container, { Cmd: ['true'] });
    await start(id);
    const again = await start(id, { Detach: true });
    expect(again.status).to.equal(409);
    expect(again.message.toLowerCase()).to.include(`exec command ${id} has already run`);
  });

  it('runs on a terminal of its own', async () => {
    const id = await suite.api.execCreate(container, { Cmd: ['sh', '-c', 'tty; echo err >&2'], Tty: true });
    const answer = await start(id, { Tty: true });
    expect(answer.text).to.match(/^\/dev\/(pts\/\d|console)\r\nerr\r\n$/);
    const again = await suite.api.execCreate(container, {
      Cmd: ['sh', '-c', 'stty size; sleep 0.5; stty size'],
      Tty: true,
    });
    const connection = await suite.api.raw('POST', `/exec/${again}/start`, { Tty: true });
    await connection.head();
    await connection.until((bytes) => bytes.length > 0);
    const resized = await suite.api.post(`/exec/${again}/resize`, undefined, { h: 33, w: 99 });
    expect(resized.status).to.equal(200);
    expect((await connection.end()).toString()).to.match(/33 99\r\n$/);
    connection.destroy();
  });

  suite.since('1.42', 'the field is new', 'starts with the terminal size asked for', async () => {
    // Some runtimes make the terminal first and give it its size right after: the process may see it in between.
    const command = 'until [ "$(stty size)" = "30 90" ]; do usleep 10000; done; stty size';
    const id = await suite.api.execCreate(container, { Cmd: ['sh', '-c', command], Tty: true });
    expect((await start(id, { Tty: true, ConsoleSize: [30, 90] })).text).to.equal('30 90\r\n');
  });
});

// dockerd discards what its HTTP library has read ahead of the hijack.
onArca('POST /exec/{id}/start, beyond dockerd', (suite) => {
  it('takes request and input in one packet, and in many', async () => {
    const container = await suite.api.start({ Cmd: ['sleep', '600'] });
    for (const pieces of [1, 40]) {
      const id = await suite.api.execCreate(container, { Cmd: ['cat'], AttachStdin: true });
      const connection = await RawConnection.open(suite.engine.socketPath);
      const body = '{"Detach":false,"Tty":false}';
      const all = Buffer.from(
        `POST ${suite.api.prefix}/exec/${id}/start HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\n` +
          `Upgrade: tcp\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}input`,
      );
      const step = Math.ceil(all.length / pieces);
      for (let offset = 0; offset < all.length; offset += step) {
        connection.write(all.subarray(offset, offset + step));
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect((await connection.head()).status).to.equal(101);
      await connection.untilText('input');
      connection.halfClose();
      expect((await connection.end()).subarray(8).toString()).to.equal('input');
      connection.destroy();
    }
  });
});
