import { RuntimeFailure } from '@arca/agent-proto';
import type { Process } from '@arca/oci-spec';
import type { Attachment, ExecSettings } from '@arca/plugin-kit';
import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import { refusal, World } from '../containers/testing/world.js';

const settings = (own: Partial<ExecSettings> = {}): ExecSettings => ({
  args: ['ls', '-l'],
  env: [],
  user: '',
  workingDir: '',
  terminal: false,
  stdin: false,
  stdout: true,
  stderr: true,
  privileged: false,
  detachKeys: '',
  ...own,
});

describe('execs (unit, with an agent in memory)', () => {
  let world: World;
  let container: string;
  beforeEach(async () => {
    world = new World();
    world.fake.files.set('/etc/passwd', 'root:x:0:0::/root:/bin/sh\napp:x:5:6::/home:/bin/sh\n');
    container = await world.run({ config: { Hostname: 'box', Env: ['A=1', 'B=2'], WorkingDir: '/work' } });
    world.events.length = 0;
  });

  const create = (own?: Partial<ExecSettings>) => world.life.execs.create(container, settings(own));
  const processOf = (id: string) => JSON.parse(world.fake.execs.get(id)?.spec ?? '{}') as Process;
  const text = async ({ output }: Attachment) => {
    let all = '';
    for await (const { stream, data } of output) all += `[${stream}]${data}`;
    return all;
  };

  it('runs a process, gives its output and remembers how it ended', async () => {
    const id = await create();
    expect(world.life.execs.get(id)).to.deep.include({ running: false, exitCode: null, pid: 0 });
    const attachment = await world.life.execs.start(id, {});
    expect(world.life.execs.get(id)).to.deep.include({ running: true, pid: 43 });
    expect(world.containers.inspect(container, '1.51').ExecIDs).to.deep.equal([id]);
    const process = world.fake.execs.get(id)!;
    process.stdout.write('out');
    process.end(3);
    expect(await text(attachment)).to.equal('[stdout]out');
    expect(world.life.execs.get(id)).to.deep.include({ running: false, exitCode: 3 });
    expect(world.containers.inspect(container, '1.51').ExecIDs).to.equal(null);
    expect(world.events.map(({ action }) => action)).to.deep.equal([
      'exec_create: ls -l',
      'exec_start: ls -l',
      'exec_die',
    ]);
    expect(world.events.at(-1)?.attributes).to.include({ execID: id, exitCode: '3', image: 'box' });
    expect(await refusal(() => world.life.execs.start(id, {}))).to.equal(
      `Conflict: exec command ${id} has already run`,
    );
  });

  it('takes environment, directory and user from the container, and its own over them', async () => {
    const plain = await create();
    await world.life.execs.start(plain, {});
    expect(processOf(plain)).to.deep.include({
      args: ['ls', '-l'],
      cwd: '/work',
      user: { uid: 7, gid: 7 },
      env: [
        'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        'HOSTNAME=box',
        'A=1',
        'B=2',
      ],
    });
    const own = await create({
      env: ['A=own', 'B', 'C=3'],
      user: 'app',
      workingDir: '/tmp',
      terminal: true,
      privileged: true,
      consoleSize: [24, 80],
    });
    await world.life.execs.start(own, { consoleSize: [50, 100] });
    const process = processOf(own);
    expect(process).to.deep.include({
      cwd: '/tmp',
      terminal: true,
      user: { uid: 5, gid: 6, additionalGids: [6] },
      consoleSize: { height: 50, width: 100 },
    });
    expect(process.env?.slice(1)).to.deep.equal(['HOSTNAME=box', 'TERM=xterm', 'A=own', 'C=3']);
    expect(process.capabilities?.effective).to.include('CAP_SYS_ADMIN');
  });

  it('refuses what cannot be', async () => {
    expect(await refusal(() => create({ user: 'nobody' }))).to.equal(
      'InvalidParameter: unable to find user nobody: no matching entries in passwd file',
    );
    expect(await refusal(() => create({ args: [] }))).to.equal('InvalidParameter: No exec command specified');
    expect(await refusal(async () => world.life.execs.get('nobody'))).to.equal(
      'NotFound: No such exec instance: nobody',
    );
    const id = await create();
    await world.containers.pause(container);
    expect(await refusal(() => create())).to.equal(
      `Conflict: Container ${container} is paused, unpause the container before exec`,
    );
    await world.containers.kill(container, 9);
    expect(await refusal(() => create())).to.equal(`Conflict: container ${container} is not running`);
    expect(await refusal(() => world.life.execs.start(id, {}))).to.equal(
      `Conflict: container ${container} is not running`,
    );
    await world.containers.remove(container);
    expect(await refusal(async () => world.life.execs.get(id))).to.equal(
      `NotFound: No such exec instance: ${id}`,
    );
  });

  it('keeps the exit code of a command that cannot be run', async () => {
    const id = await create();
    const message =
      'OCI runtime exec failed: exec failed: exec: "ls": executable file not found in $PATH: unknown';
    world.fake.fail('exec', 'FAILED_PRECONDITION', message, RuntimeFailure.NOT_FOUND);
    expect(await refusal(() => world.life.execs.start(id, {}))).to.equal(`InvalidParameter: ${message}`);
    expect(world.life.execs.get(id)).to.deep.include({ running: false, exitCode: 127 });
  });

  it('gives a detached process no streams', async () => {
    const id = await create({ stdin: true });
    const attachment = await world.life.execs.start(id, { detach: true });
    const process = world.fake.execs.get(id)!;
    expect(process.stdio.stdin).to.equal(null);
    process.stdout.write('unheard');
    process.end(0);
    expect(await text(attachment)).to.equal('');
    await new Promise(setImmediate);
    expect(world.life.execs.get(id).exitCode).to.equal(0);
  });

  it('passes input on and closes it with the client', async () => {
    const id = await create({ stdin: true });
    const attachment = await world.life.execs.start(id, {});
    attachment.stdin?.end('typed');
    const process = world.fake.execs.get(id)!;
    await new Promise((resolve) => process.stdio.stdin?.once('finish', resolve));
    expect(process.input).to.equal('typed');
  });

  it('changes the size of its terminal', async () => {
    const id = await create({ terminal: true });
    await world.life.execs.start(id, {});
    await world.life.execs.resize(id, { width: 90, height: 30 });
    expect(world.fake.calls.at(-1)).to.equal('resize 90x30');
  });

  it('ends with its container', async () => {
    const id = await create();
    const attachment = await world.life.execs.start(id, {});
    world.fake.execs.get(id)!.end(137);
    world.fake.process.end(0);
    expect(await text(attachment)).to.equal('');
    await world.until(container, 'exited');
    expect(world.life.execs.get(id)).to.deep.include({ running: false, exitCode: 137 });
  });
});
