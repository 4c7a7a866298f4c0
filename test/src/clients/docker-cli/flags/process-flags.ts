import { mkdirSync, writeFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { BUSYBOX } from '../../../harness/busybox.js';
import { eventually } from '../../../harness/eventually.js';
import type { FlagCase } from './flag-case.js';

const file = (directory: string, name: string, text: string): string => {
  const path = join(directory, 'tmp', name);
  mkdirSync(join(directory, 'tmp'), { recursive: true });
  writeFileSync(path, text);
  return path;
};

export const processFlags: readonly FlagCase[] = [
  {
    flags: ['--attach'],
    title: 'shows the streams that are named',
    async test({ docker }) {
      const script = 'echo out; echo err >&2';
      const { stdout, stderr } = await docker.run([
        'run',
        '--rm',
        '-a',
        'stdout',
        BUSYBOX,
        'sh',
        '-c',
        script,
      ]);
      expect([stdout, stderr]).to.deep.equal(['out\n', '']);
    },
  },
  {
    flags: ['--detach', '--name', '--cidfile', '--label', '--label-file'],
    title: 'goes on behind a name, an id in a file and labels',
    async test({ docker, suite }) {
      const cid = join(suite.engine.directory, 'tmp', 'cid');
      const labels = file(suite.engine.directory, 'labels', 'two=2\n');
      const flags = ['--name', 'named', '--cidfile', cid, '--label', 'one=1', '--label-file', labels];
      const id = await docker.out('run', '-d', ...flags, BUSYBOX, 'sleep', '600');
      expect(readFileSync(cid, 'utf8')).to.equal(id);
      rmSync(cid);
      expect(await docker.out('ps', '--format', '{{.Names}} {{.Label "one"}}{{.Label "two"}}')).to.equal(
        'named 12',
      );
    },
  },
  {
    flags: ['--detach-keys', '--tty', '--interactive'],
    title: 'lets go of a terminal by its own keys',
    async test({ docker }) {
      const keys = ['--detach-keys', 'ctrl-x,x'];
      const terminal = await docker.terminal('run', '-it', '--name', 'keys', ...keys, BUSYBOX, 'sh');
      await terminal.until(/# $/);
      terminal.type('test -t 0 && echo is-a-tty\r');
      await terminal.until(/\r\nis-a-tty\r\n/);
      terminal.type('\x18x');
      await terminal.ended;
      expect(await docker.out('inspect', '-f', '{{.State.Running}}', 'keys')).to.equal('true');
    },
  },
  {
    flags: ['--entrypoint', '--env', '--env-file', '--workdir', '--user', '--group-add'],
    title: 'are what the process is given',
    async test({ docker, suite }) {
      const env = file(suite.engine.directory, 'env', 'TWO=2\n');
      const flags = [
        '-e',
        'ONE=1',
        '--env-file',
        env,
        '-w',
        '/tmp',
        '-u',
        '1000:1000',
        '--group-add',
        'audio',
      ];
      const script = 'echo "$0 $ONE$TWO $(pwd) $(id -u):$(id -g) $(id -G)"';
      const run = ['run', '--rm', ...flags, '--entrypoint', 'sh', BUSYBOX, '-c', script, 'zero'];
      expect(await docker.out(...run)).to.match(/^zero 12 \/tmp 1000:1000 (1000 29|29 1000)$/);
    },
  },
  {
    flags: ['--init'],
    title: 'puts an init in front',
    test: async (on) => expect(await on.sh(['--init'], 'cat /proc/1/comm')).to.match(/^(docker-init|tini)$/),
  },
  {
    flags: ['--rm', '--help'],
    title: 'removes at the end; the help asks no engine',
    async test({ docker }) {
      await docker.out('run', '--rm', '--name', 'gone', BUSYBOX, 'true');
      await eventually(async () => (await docker.out('ps', '-aq')) === '', 'it is gone');
      expect(await docker.out('run', '--help')).to.include('--rm');
    },
  },
  {
    flags: ['--restart'],
    title: 'starts it again',
    async test(on) {
      const { Id } = await on.start(['--restart', 'on-failure:2'], 'false');
      const { RestartCount } = await eventually(async () => {
        const now = await on.suite.api.inspect(Id);
        return now.RestartCount === 2 && now.State.Status === 'exited' && now;
      }, 'it has been started again twice');
      expect(RestartCount).to.equal(2);
    },
  },
  {
    flags: ['--sig-proxy'],
    title: 'keeps signals to the client from the process',
    async test({ docker }) {
      const script = 'trap "exit 4" TERM; echo ready; while :; do sleep 0.1; done';
      const run = ['run', '--sig-proxy=false', '--name', 'kept', BUSYBOX, 'sh', '-c', script];
      const client = docker.background(...run);
      await eventually(() => client.stdout.includes('ready'), 'the trap is set');
      client.kill('SIGTERM');
      expect(await docker.out('exec', 'kept', 'echo', 'runs on')).to.equal('runs on');
      client.kill('SIGKILL');
      await client.ended;
      expect(await docker.out('inspect', '-f', '{{.State.Running}}', 'kept')).to.equal('true');
    },
  },
  {
    flags: ['--stop-signal', '--stop-timeout'],
    title: 'say how it is stopped, and for how long at most',
    async test({ docker }) {
      const traps = 'trap "exit 9" USR1; trap "" TERM; echo ready; while :; do sleep 0.1; done';
      const flags = ['-d', '--stop-signal', 'USR1', '--stop-timeout', '60', '--name', 'stopped'];
      await docker.out('run', ...flags, BUSYBOX, 'sh', '-c', traps);
      await eventually(async () => (await docker.out('logs', 'stopped')) === 'ready', 'the trap is set');
      await docker.out('stop', 'stopped');
      const format = '{{.State.ExitCode}} {{.Config.StopTimeout}}';
      expect(await docker.out('inspect', '-f', format, 'stopped')).to.equal('9 60');
    },
  },
  {
    flags: [
      '--health-cmd',
      '--health-interval',
      '--health-retries',
      '--health-start-period',
      '--health-timeout',
    ],
    title: 'look after it',
    async test(on) {
      const times = ['--health-interval', '200ms', '--health-timeout', '5s', '--health-start-period', '1ms'];
      const { Id } = await on.start(['--health-cmd', 'exit 3', '--health-retries', '2', ...times]);
      const status = ['inspect', '-f', '{{.State.Health.Status}}', Id];
      await eventually(async () => (await on.docker.out(...status)) === 'unhealthy', 'it is unhealthy');
      const { Healthcheck } = (await on.suite.api.inspect(Id)).Config;
      expect(Healthcheck).to.include({ Interval: 2e8, Timeout: 5e9, StartPeriod: 1e6, Retries: 2 });
    },
  },
  {
    flags: ['--health-start-interval'],
    title: 'looks more often in the beginning',
    since: ['1.44', 'the interval came then'],
    async test(on) {
      const times = [
        '--health-start-interval',
        '100ms',
        '--health-start-period',
        '60s',
        '--health-interval',
        '60s',
      ];
      const { Id } = await on.start(['--health-cmd', 'true', ...times]);
      const status = ['inspect', '-f', '{{.State.Health.Status}}', Id];
      await eventually(async () => (await on.docker.out(...status)) === 'healthy', 'it is healthy');
    },
  },
  {
    flags: ['--no-healthcheck'],
    title: 'turns the image’s check off',
    async test(on) {
      const { Config, State } = await on.start(['--no-healthcheck']);
      expect(Config['Healthcheck']).to.deep.equal({ Test: ['NONE'] });
      expect(State).to.not.have.property('Health');
    },
  },
  {
    flags: ['--annotation'],
    title: 'is in the spec of the runtime',
    since: ['1.43', 'annotations came then'],
    async test(on) {
      const { HostConfig } = await on.start(['--annotation', 'com.example.a=b']);
      expect(HostConfig['Annotations']).to.deep.equal({ 'com.example.a': 'b' });
    },
  },
  {
    flags: ['--platform', '--pull', '--quiet', '--disable-content-trust'],
    title: 'say which image it is, and whether to ask a registry',
    async test(on) {
      const own = process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64';
      expect(await on.sh(['--platform', own, '--disable-content-trust'], 'echo fits')).to.equal('fits');
      expect(await on.refused(['--pull', 'always'])).to.match(
        /pull access denied|no basic auth|denied|lookup|dial|timeout/i,
      );
      const missing = ['127.0.0.1:1/no/such:image', 'true'];
      const never = await on.docker.run(['run', '--rm', '--pull', 'never', ...missing]);
      expect(never.stderr)
        .to.match(/No such image/)
        .and.not.match(/Unable to find image/);
      const quiet = await on.docker.run(['run', '--rm', '--quiet', ...missing]);
      expect(quiet.stderr)
        .to.match(/connection refused/)
        .and.not.match(/Unable to find image/);
    },
  },
  {
    flags: ['--runtime'],
    title: 'runs it',
    async test(on) {
      const runtime = await on.docker.out('info', '-f', '{{.DefaultRuntime}}');
      expect((await on.start(['--runtime', runtime])).HostConfig['Runtime']).to.equal(runtime);
      expect(await on.refused(['--runtime', 'shoe'])).to.match(/[Uu]nknown.* runtime.*shoe/);
    },
  },
  {
    flags: ['--isolation', '--cpu-count', '--cpu-percent', '--io-maxbandwidth', '--io-maxiops'],
    title: 'are for Windows, and refused',
    async test(on) {
      expect(await on.refused(['--isolation', 'hyperv'])).to.match(
        /invalid isolation|only supported on.* windows/i,
      );
      for (const flag of ['--cpu-count', '--cpu-percent', '--io-maxbandwidth', '--io-maxiops']) {
        const { code, stderr } = await on.docker.run(['run', flag, '1', BUSYBOX, 'true']);
        expect(code, flag).to.be.greaterThan(0);
        expect(stderr, flag).to.match(/only supported on a Docker daemon running on windows/);
      }
    },
  },
];
