import { collect, Docker } from '@arca/sdk';
import { expect } from 'chai';
import { it } from 'mocha';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BUSYBOX } from '../harness/busybox.js';
import { eventually } from '../harness/eventually.js';
import { runDirectory } from '../harness/run.js';
import { SshServer } from '../harness/ssh-server.js';
import { onEachEngine } from '../harness/suite.js';

onEachEngine('the SDK by ssh', (suite) => {
  it('goes to the daemon of another host by a real sshd', async () => {
    const directory = join(runDirectory(), `ssh-${suite.kind}`);
    mkdirSync(directory, { recursive: true });
    const server = await SshServer.start(directory);
    const path = process.env['PATH'];
    process.env['PATH'] = `${server.programs}:${path}`;
    try {
      const socket = suite.engine.host.replace('unix://', '');
      await using far = new Docker({ host: `ssh://root@127.0.0.1:${server.port}${socket}`, retries: 0 });
      await eventually(
        () =>
          far.ping().then(
            () => true,
            () => false,
          ),
        'sshd listens',
      );
      const done = await far.containers.run(BUSYBOX, ['cat'], { input: 'from afar' });
      expect(done).to.include({ exitCode: 0, stdout: 'from afar' });
      await using container = await far.containers.create({ Image: BUSYBOX, Cmd: ['sleep', '600'] });
      await container.start();
      const shell = await container.execStream(['sh']);
      shell.stream.end('echo $((6 * 7)); exit 3\n');
      expect(await collect(shell.output)).to.deep.equal({ stdout: '42\n', stderr: '' });
      expect((await shell.inspect()).ExitCode).to.equal(3);
      await using stranger = new Docker({ host: `ssh://nobody@127.0.0.1:${server.port}`, retries: 0 });
      const refused = await stranger.ping().catch((error: unknown) => error);
      expect(refused).to.include({ kind: 'connection', operation: 'SystemPing' });
    } finally {
      process.env['PATH'] = path;
      server.stop();
      rmSync(directory, { recursive: true });
    }
  });
});
