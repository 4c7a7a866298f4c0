import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { FlagCase } from './flag-case.js';

export const storageFlags: readonly FlagCase[] = [
  {
    flags: ['--volume', '--mount', '--volumes-from', '--volume-driver'],
    title: 'show it directories and volumes',
    async test(on) {
      const bound = join(on.suite.engine.directory, 'tmp', 'flag-bound');
      mkdirSync(bound, { recursive: true });
      writeFileSync(join(bound, 'file'), 'of the host');
      const flags = ['-v', `${bound}:/bound:ro`, '--mount', 'type=volume,src=flag-volume,dst=/kept'];
      await on.start([...flags, '--volume-driver', 'local', '--name', 'first']);
      await on.docker.out('exec', 'first', 'sh', '-c', 'echo kept > /kept/file');
      const script = 'cat /bound/file /kept/file; touch /bound/x 2>&1 || true';
      const said = await on.sh(['--volumes-from', 'first'], script);
      expect(said).to.match(/^of the hostkept\n.*Read-only file system$/);
      await on.docker.out('rm', '-f', 'first');
      await on.docker.out('volume', 'rm', 'flag-volume');
      // dockerd looks for such a plugin for a quarter of a minute.
      if (on.suite.kind === 'dockerd') return;
      const unknown = await on.docker.run([
        ...[
          'run',
          '--rm',
          '--pull',
          'never',
          '--volume-driver',
          'shoe',
          '-v',
          'flag-other:/x',
          'arca-test/busybox',
          'true',
        ],
      ]);
      expect(unknown.code).to.equal(125);
      expect(unknown.stderr).to.match(/shoe/);
    },
  },
  {
    flags: ['--storage-opt'],
    title: 'bounds its layer, or is refused on a file system that cannot',
    async test(on) {
      const { code, stderr } = await on.docker.run([
        ...['run', '--rm', '--storage-opt', 'size=64m', 'arca-test/busybox', 'true'],
      ]);
      if (code !== 0) expect(stderr).to.match(/storage-opt|StorageOpt|pquota/i);
    },
  },
  {
    flags: ['--log-driver', '--log-opt'],
    title: 'say where its output goes',
    async test(on) {
      const { Id, HostConfig } = await on.start(['--log-driver', 'json-file', '--log-opt', 'max-size=1m']);
      expect(HostConfig['LogConfig']).to.deep.equal({ Type: 'json-file', Config: { 'max-size': '1m' } });
      expect(await on.docker.out('logs', Id)).to.equal('');
      const silent = await on.start(['--log-driver', 'none']);
      expect((await on.docker.run(['logs', silent.Id])).stderr).to.match(/does not support reading/);
      expect(await on.refused(['--log-opt', 'shoe=1'])).to.match(/unknown log opt 'shoe'/);
    },
  },
  {
    flags: ['--use-api-socket'],
    title: 'gives it the engine’s socket and the client’s credentials',
    since: ['1.48', 'the client of the older engine does not know it'],
    async test({ docker }) {
      const done = await docker.run([
        'run',
        '--rm',
        '--use-api-socket',
        'arca-test/busybox',
        'ls',
        '/var/run/docker.sock',
      ]);
      // The client names the usual path of the socket, whatever engine it speaks to: it is there, or told missing.
      if (done.code === 0) expect(done.stdout).to.equal('/var/run/docker.sock\n');
      else expect(done.stderr).to.match(/docker\.sock/);
    },
  },
];
