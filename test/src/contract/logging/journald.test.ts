import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { expect } from 'chai';
import { after, before, it } from 'mocha';
import { eventually } from '../../harness/eventually.js';
import { onEachEngine } from '../../harness/suite.js';

const program = '/lib/systemd/systemd-journald';
const directory = '/run/systemd/journal';

onEachEngine('logging driver journald', (suite) => {
  let daemon: ChildProcess;
  before(async () => {
    // The journal and its socket are of this run alone.
    mkdirSync('/run/systemd', { recursive: true });
    mkdirSync('/run/log', { recursive: true });
    for (const path of ['/run/systemd', '/run/log']) execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', path]);
    daemon = spawn(program, { stdio: 'ignore' });
    await eventually(() => existsSync(`${directory}/socket`), 'journald listens');
  });
  after(async () => {
    daemon.kill('SIGKILL');
    await once(daemon, 'exit');
    for (const path of ['/run/systemd', '/run/log']) execFileSync('umount', ['-l', path]);
  });

  it('writes entries with the fields of the container', async () => {
    const { id } = await suite.api.run({
      Cmd: ['sh', '-c', `echo out; echo err >&2; head -c 20000 /dev/zero | tr '\\0' x; echo`],
      Labels: { 'com.example/tier': 'web' },
      HostConfig: { LogConfig: { Type: 'journald', Config: { tag: 'app', labels: 'com.example/tier' } } },
    });
    const entries = () =>
      execFileSync('journalctl', ['-o', 'json', '--all', '-D', '/run/log/journal', `CONTAINER_ID_FULL=${id}`])
        .toString()
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Record<string, string>);
    await eventually(() => entries().length === 4, 'all entries');
    const [first, second] = ['out', 'err'].map((text) => entries().find(({ MESSAGE }) => MESSAGE === text));
    expect(first).to.include({ PRIORITY: '6', CONTAINER_TAG: 'app', SYSLOG_IDENTIFIER: 'app' });
    expect(first).to.include({ CONTAINER_ID: id.slice(0, 12), COM_EXAMPLE_TIER: 'web' });
    expect(second).to.include({ PRIORITY: '3' });
    const pieces = entries().filter(({ MESSAGE = '' }) => MESSAGE.startsWith('xx'));
    expect(pieces.map(({ MESSAGE = '' }) => MESSAGE.length).sort()).to.deep.equal([16384, 3616]);
    expect(pieces.map((entry) => entry['CONTAINER_PARTIAL_LAST']).sort()).to.deep.equal(['false', 'true']);
    expect((await suite.api.logs(id, { stderr: false })).stdout).to.contain('out\n');
  });
});
