import { expect } from 'chai';
import { before, it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { cpuBandwidth, memoryLimits, programStatus } from '../../harness/cgroup.js';
import { DockerCli } from '../../harness/docker-cli.js';
import { eventually } from '../../harness/eventually.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('docker commands on containers', (suite) => {
  let docker: DockerCli;
  before(() => {
    docker = new DockerCli(suite.engine);
  });
  const start = (name: string, ...command: string[]) =>
    docker.out('run', '-d', '--name', name, BUSYBOX, ...(command.length > 0 ? command : ['sleep', '600']));

  it('ps lists what runs, -a everything', async () => {
    await start('up');
    await docker.run(['run', '--name', 'over', BUSYBOX, 'sh', '-c', 'exit 3']);
    expect(await docker.out('ps', '--format', '{{.Names}}|{{.Image}}|{{.Command}}|{{.State}}')).to.equal(
      `up|${BUSYBOX}|"sleep 600"|running`,
    );
    const all = (await docker.out('ps', '-a', '--format', '{{.Names}}|{{.Status}}')).split('\n');
    expect(all[0]).to.match(/^over\|Exited \(3\) /);
    expect(all[1]).to.match(/^up\|Up /);
    expect(await docker.out('ps', '-aqf', 'status=exited', '--no-trunc')).to.match(/^[0-9a-f]{64}$/);
  });

  it('logs, with tail and timestamps; -f goes on to the end', async () => {
    await start(
      'logged',
      'sh',
      '-c',
      'echo one; echo two; echo bad >&2; while [ ! -e /go ]; do usleep 20000; done; echo three',
    );
    await eventually(async () => (await docker.out('logs', 'logged')) === 'one\ntwo', 'two lines are logged');
    expect((await docker.run(['logs', 'logged'])).stderr).to.equal('bad\n');
    expect(await docker.out('logs', '-t', 'logged')).to.match(
      /^\d{4}-\d\d-\d\dT[\d:.]+Z one\n[\d:.TZ-]+ two$/,
    );
    expect(await docker.out('logs', '-n', '0', 'logged')).to.equal('');
    const following = docker.background('logs', '-f', 'logged');
    await eventually(() => following.stdout === 'one\ntwo\n', 'the past came');
    await docker.out('exec', 'logged', 'touch', '/go');
    expect(await following.ended).to.equal(0);
    expect(following.stdout).to.equal('one\ntwo\nthree\n');
  });

  it('exec runs commands, with input, exit code, and on a terminal', async () => {
    await start('exec');
    const done = await docker.run(['exec', '-i', 'exec', 'sh', '-c', 'cat; echo err >&2; exit 5'], {
      input: 'in',
    });
    expect(done).to.deep.equal({ code: 5, stdout: 'in', stderr: 'err\n' });
    expect((await docker.run(['exec', 'exec', 'nosuch'])).code).to.equal(
      suite.versioned('1.44', 'an exec had no code of its own for what is missing', 127, 126),
    );
    const terminal = await docker.terminal('exec', '-it', 'exec', 'sh');
    await terminal.until(/# $/);
    terminal.type('stty size; tty\r');
    await terminal.until(/\r\n24 80\r\n\/dev\/(pts\/\d|console)\r\n/);
    await terminal.resize(50, 120);
    terminal.type('sleep 0.2; stty size\r');
    await terminal.until(/\r\n50 120\r\n/);
    terminal.type('exit 4\r');
    expect(await terminal.ended).to.equal(4);
  });

  it('attach shows what comes, and ends with the container', async () => {
    await start('attached', 'sh', '-c', 'while [ ! -e /go ]; do usleep 20000; done; echo seen; exit 6');
    const attached = docker.background('attach', '--no-stdin', 'attached');
    const events = await suite.api.events({
      since: 0,
      filters: { container: ['attached'], event: ['attach'] },
    });
    await events.find(() => true);
    events.destroy();
    await docker.out('exec', 'attached', 'touch', '/go');
    expect(await attached.ended).to.equal(6);
    expect(attached.stdout).to.equal('seen\n');
  });

  it('stop, start, restart, kill -s and wait', async () => {
    await start(
      'cycle',
      'sh',
      '-c',
      'trap "exit 3" TERM; trap "exit 4" USR1; echo ready; while :; do sleep 0.1; done',
    );
    const ready = (count: number) =>
      eventually(
        async () => (await docker.out('logs', 'cycle')).split('ready').length > count,
        'the traps are set',
      );
    await ready(1);
    expect(await docker.out('stop', 'cycle')).to.equal('cycle');
    expect(await docker.out('inspect', '-f', '{{.State.ExitCode}}', 'cycle')).to.equal('3');
    await docker.out('start', 'cycle');
    await ready(2);
    await docker.out('restart', 'cycle');
    await ready(3);
    const waiting = docker.background('wait', 'cycle');
    await docker.out('kill', '-s', 'USR1', 'cycle');
    expect(await waiting.ended).to.equal(0);
    expect(waiting.stdout).to.equal('4\n');
  });

  it('rm -f removes what runs; rm refuses to', async () => {
    await start('removed');
    const refused = await docker.run(['rm', 'removed']);
    expect(refused.code).to.equal(1);
    expect(refused.stderr).to.match(/container is running|cannot remove a running container/);
    expect(await docker.out('rm', '-f', 'removed')).to.equal('removed');
    expect(await docker.out('ps', '-aq')).to.equal('');
    const missing = await docker.run(['rm', 'removed']);
    expect(missing.stderr).to.include('No such container: removed');
  });

  it('inspect shows what the API says; limits and user are in the kernel', async () => {
    await docker.out(
      'run',
      '-d',
      '--name',
      'limited',
      '-m',
      '64m',
      '--cpus',
      '0.5',
      '-u',
      '1000:1000',
      BUSYBOX,
      'sleep',
      '600',
    );
    const [inspected] = JSON.parse(await docker.out('inspect', 'limited')) as Record<string, never>[];
    expect(inspected).to.deep.equal((await suite.api.get('/containers/limited/json')).json());
    const pid = Number(await docker.out('inspect', '-f', '{{.State.Pid}}', 'limited'));
    expect(memoryLimits(pid).limit).to.equal(String(64 * 1024 * 1024));
    expect(cpuBandwidth(pid)).to.deep.equal({ quota: 50_000, period: 100_000 });
    expect(await programStatus(pid, 'sleep')).to.include({
      Uid: '1000\t1000\t1000\t1000',
      Gid: '1000\t1000\t1000\t1000',
    });
  });

  it('events tells what happens, as it happens', async () => {
    const events = docker.background(
      'events',
      '--format',
      '{{.Type}} {{.Action}} {{.Actor.Attributes.name}}',
    );
    await eventually(
      async () => (await suite.api.get('/info')).json<{ NEventsListener: number }>().NEventsListener > 0,
      'the CLI listens',
    );
    await docker.out('run', '--rm', '--name', 'eventful', BUSYBOX, 'true');
    await eventually(() => events.stdout.includes('container destroy eventful'), 'the last event came');
    events.kill('SIGINT');
    await events.ended;
    const lines = events.stdout.split('\n').filter((line) => line.startsWith('container'));
    expect(lines).to.deep.equal(
      ['create', 'attach', 'start', 'die', 'destroy'].map((action) => `container ${action} eventful`),
    );
  });

  it('rename and port, and errors in the daemon’s words', async () => {
    await start('before');
    await docker.out('rename', 'before', 'after');
    expect(await docker.out('ps', '--format', '{{.Names}}')).to.equal('after');
    const conflict = await docker.run(['run', '--name', 'after', BUSYBOX, 'true']);
    expect(conflict.code).to.equal(125);
    expect(conflict.stderr).to.include(
      'Conflict. The container name "/after" is already in use by container',
    );
  });
});
