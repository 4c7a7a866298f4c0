import { expect } from 'chai';
import { before, it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { DockerCli } from '../../harness/docker-cli.js';
import { eventually } from '../../harness/eventually.js';
import { freePort } from '../../harness/registry.js';
import { HOST_ADDRESS } from '../../harness/sandbox.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('docker run', (suite) => {
  let docker: DockerCli;
  before(() => {
    docker = new DockerCli(suite.engine);
  });

  it('--rm shows both outputs apart, passes on the exit code and leaves nothing', async () => {
    const script = 'echo out; echo err >&2; exit 7';
    expect(await docker.run(['run', '--rm', BUSYBOX, 'sh', '-c', script])).to.deep.equal({
      ...{ code: 7, stdout: 'out\n', stderr: 'err\n' },
    });
    await eventually(async () => (await docker.out('ps', '-aq')) === '', 'the container is gone');
  });

  it('-i passes stdin on to its end', async () => {
    const { stdout, code } = await docker.run(['run', '--rm', '-i', BUSYBOX, 'wc', '-c'], {
      input: 'x'.repeat(100_000),
    });
    expect({ stdout, code }).to.deep.equal({ stdout: '100000\n', code: 0 });
  });

  it('-it is a session on a terminal, with its size', async () => {
    const terminal = await docker.terminal('run', '--rm', '-it', BUSYBOX, 'sh');
    await terminal.until(/# $/);
    terminal.type('echo $((40+2)) && tty\r');
    await terminal.until(/\r\n42\r\n\/dev\/(pts\/0|console)\r\n/);
    terminal.type('stty size\r');
    await terminal.until(/\r\n24 80\r\n/);
    await terminal.resize(30, 100);
    terminal.type('sleep 0.2; stty size\r');
    await terminal.until(/\r\n30 100\r\n/);
    terminal.type('exit 3\r');
    expect(await terminal.ended).to.equal(3);
  });

  it('-it takes control keys: ^C interrupts, ^D ends, the detach keys leave', async () => {
    const terminal = await docker.terminal('run', '-it', '--name', 'keys', BUSYBOX, 'sh');
    await terminal.until(/# $/);
    terminal.type('echo started; sleep 600\r');
    await terminal.until(/\r\nstarted\r\n/);
    terminal.type('\x03');
    await terminal.until(/\^C\r?\n?.*# $/s);
    terminal.type('\x10\x11');
    expect(await terminal.ended).to.equal(0);
    expect(await docker.out('inspect', '-f', '{{.State.Running}}', 'keys')).to.equal('true');
    const again = await docker.terminal('attach', 'keys');
    again.type('\r');
    await again.until(/# $/);
    again.type('\x04');
    expect(await again.ended).to.equal(130);
  });

  it('-d -p prints the id; the port is reachable; ps and port show it', async () => {
    const port = await freePort();
    const id = await docker.out(
      ...['run', '-d', '--name', 'web', '-p', `${port}:80`, BUSYBOX],
      ...['sh', '-c', 'echo served > /index.html; exec httpd -f -p 80 -h /'],
    );
    expect(id).to.match(/^[0-9a-f]{64}$/);
    for (const address of ['127.0.0.1', HOST_ADDRESS]) {
      const page = () => fetch(`http://${address}:${port}/index.html`).then((response) => response.text());
      expect(await eventually(page, 'the server answers')).to.equal('served\n');
    }
    expect(await docker.out('ps', '--format', '{{.Names}} {{.Status}}|{{.Ports}}')).to.match(
      new RegExp(`^web Up (Less than a second|\\d+ seconds?)\\|0\\.0\\.0\\.0:${port}->80/tcp`),
    );
    expect(await docker.out('port', 'web')).to.include(`80/tcp -> 0.0.0.0:${port}`);
  });

  it('ends with 125, 126 and 127 as the daemon, the command or the path is at fault', async () => {
    const cases: [string[], number, RegExp][] = [
      [['--memory', '1', BUSYBOX, 'true'], 125, /Minimum memory limit allowed is 6MB/],
      [['--no-such-flag', BUSYBOX], 125, /unknown flag/],
      [[BUSYBOX, '/etc/not-executable'], 126, /permission denied/],
      [[BUSYBOX, 'nosuch'], 127, /executable file not found in \$PATH/],
    ];
    for (const [args, code, text] of cases) {
      const done = await docker.run(['run', '--rm', ...args]);
      expect(done.code, args.join(' ')).to.equal(code);
      expect(done.stderr, args.join(' ')).to.match(text);
    }
    await eventually(async () => (await docker.out('ps', '-aq')) === '', 'nothing is left');
  });

  it('limits and user are seen from inside', async () => {
    const script = 'grep -E "^(Uid|Gid):" /proc/self/status; cat /proc/self/cgroup > /dev/null';
    const { stdout } = await docker.run([
      ...['run', '--rm', '-m', '64m', '--cpus', '0.5', '-u', '1000:1000', BUSYBOX, 'sh', '-c', script],
    ]);
    expect(stdout).to.equal('Uid:\t1000\t1000\t1000\t1000\nGid:\t1000\t1000\t1000\t1000\n');
  });

  it('is killed for too much memory: 137, OOMKilled', async () => {
    const done = await docker.run([
      'run',
      '--name',
      'greedy',
      '-m',
      '16m',
      '--memory-swap',
      '16m',
      BUSYBOX,
      'tail',
      '/dev/zero',
    ]);
    expect(done.code).to.equal(137);
    expect(await docker.out('inspect', '-f', '{{.State.OOMKilled}} {{.State.ExitCode}}', 'greedy')).to.equal(
      'true 137',
    );
  });

  it('passes signals on to the process', async () => {
    const running = docker.background(
      'run',
      '--rm',
      BUSYBOX,
      'sh',
      '-c',
      'trap "exit 4" TERM; echo ready; while :; do sleep 0.1; done',
    );
    await eventually(() => running.stdout.includes('ready'), 'the trap is set');
    running.kill('SIGTERM');
    expect(await running.ended).to.equal(4);
  });

  it('-v mounts a directory of the host', async () => {
    const mount = `${suite.engine.directory}/tmp/bound`;
    await docker.run([
      'run',
      '--rm',
      '-v',
      `${mount}:/data`,
      BUSYBOX,
      'sh',
      '-c',
      'echo written > /data/file',
    ]);
    const { stdout } = await docker.run([
      'run',
      '--rm',
      '-v',
      `${mount}:/data:ro`,
      BUSYBOX,
      'sh',
      '-c',
      'cat /data/file; touch /data/x',
    ]);
    expect(stdout).to.equal('written\n');
  });

  it('pulls a missing image first, and says when it cannot', async () => {
    const done = await docker.run(['run', '--rm', '127.0.0.1:1/no/such:image', 'true']);
    expect(done.code).to.equal(125);
    expect(done.stderr).to.include("Unable to find image '127.0.0.1:1/no/such:image' locally");
    expect(done.stderr).to.include('connection refused');
  });
});
