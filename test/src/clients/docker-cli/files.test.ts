import { expect } from 'chai';
import { mkdirSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { DockerCli } from '../../harness/docker-cli.js';
import { eventually } from '../../harness/eventually.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('docker cp, diff, export, top, stats and health', (suite) => {
  let docker: DockerCli;
  let directory: string;
  before(() => {
    docker = new DockerCli(suite.engine);
    directory = join(suite.engine.directory, 'tmp', 'files');
    mkdirSync(join(directory, 'tree/sub'), { recursive: true });
    writeFileSync(join(directory, 'tree/sub/file'), 'content', { mode: 0o751 });
    symlinkSync('sub/file', join(directory, 'tree/link'));
  });
  const start = (name: string, ...options: string[]) =>
    docker.out('run', '-d', '--name', name, ...options, BUSYBOX, 'sleep', '600');

  it('cp copies both ways, whether the container runs or not', async () => {
    await start('copied');
    for (const state of ['running', 'stopped']) {
      await docker.out('cp', join(directory, 'tree'), `copied:/tmp/${state}`);
      const back = join(directory, `${state}-back`);
      await docker.out('cp', `copied:/tmp/${state}`, back);
      expect(readFileSync(join(back, 'sub/file'), 'utf8')).to.equal('content');
      expect(statSync(join(back, 'sub/file')).mode & 0o777).to.equal(0o751);
      expect(readlinkSync(join(back, 'link'))).to.equal('sub/file');
      await docker.out('cp', `copied:/tmp/${state}/.`, join(directory, `${state}-contents`));
      await docker.out('cp', '-L', `copied:/tmp/${state}/link`, join(directory, `${state}-followed`));
      expect(readFileSync(join(directory, `${state}-followed`), 'utf8')).to.equal('content');
      await docker.run(['stop', '-t', '0', 'copied']);
    }
  });

  it('cp says what is missing', async () => {
    await start('lacking');
    const { code, stderr } = await docker.run(['cp', 'lacking:/none', directory]);
    expect(code).to.equal(1);
    expect(stderr).to.include('Could not find the file /none in container lacking');
  });

  it('diff and export tell of the same files', async () => {
    await start('changed');
    await docker.out('exec', 'changed', 'sh', '-c', 'echo x > /tmp/made; rm /bin/wc');
    const lines = (await docker.out('diff', 'changed')).split('\n').sort();
    expect(lines).to.deep.equal(['A /tmp/made', 'C /bin', 'C /tmp', 'D /bin/wc']);
    const archive = join(directory, 'exported.tar');
    await docker.out('export', '-o', archive, 'changed');
    const text = readFileSync(archive).toString('latin1');
    expect(text).to.include('tmp/made').and.not.to.include('bin/wc\0');
  });

  it('top and stats show a container', async () => {
    await start('shown');
    expect((await docker.out('top', 'shown')).split('\n')[1]).to.match(/sleep 600$/);
    const format = '{{.Name}} {{.PIDs}} {{.CPUPerc}} {{.MemPerc}}';
    expect(await docker.out('stats', '--no-stream', '--format', format, 'shown')).to.match(
      /^shown 1 [\d.]+% [\d.]+%$/,
    );
  });

  it('ps shows the health', async () => {
    await start('checked', '--health-cmd', 'test -d /tmp', '--health-interval', '100ms');
    await eventually(
      async () => (await docker.out('ps', '--format', '{{.Status}}')).endsWith(' (healthy)'),
      'the container is healthy',
    );
    expect(await docker.out('inspect', '-f', '{{.State.Health.FailingStreak}}', 'checked')).to.equal('0');
    await start('unchecked', '--no-healthcheck');
    expect(await docker.out('inspect', '-f', '{{.State.Health}}', 'unchecked')).to.equal('<nil>');
  });
});
