import { readlinkSync } from 'node:fs';
import { expect } from 'chai';
import type { FlagCase } from './flag-case.js';

const capabilities = 'grep CapEff /proc/self/status';

export const confinementFlags: readonly FlagCase[] = [
  {
    flags: ['--cap-add', '--cap-drop'],
    title: 'add to and take from its capabilities',
    async test(on) {
      expect(await on.sh(['--cap-drop', 'all', '--cap-add', 'chown'], capabilities)).to.match(
        /^CapEff:\s0+1$/,
      );
    },
  },
  {
    flags: ['--privileged'],
    title: 'gives it what the host has',
    async test(on) {
      const { code, stdout, stderr } = await on.docker.run([
        ...['run', '--rm', '--privileged', 'arca-test/busybox', 'grep', 'Seccomp:', '/proc/self/status'],
      ]);
      // dockerd asks for every capability there is; a host that lacks one refuses.
      if (code === 0) expect(stdout).to.match(/^Seccomp:\t0$/m);
      else
        expect(on.suite.kind === 'dockerd' && /capabilit|not permitted/.test(stderr), stderr).to.equal(true);
    },
  },
  {
    flags: ['--security-opt'],
    title: 'loosens and tightens',
    async test(on) {
      const script = 'grep -E "NoNewPrivs|Seccomp:" /proc/self/status';
      const flags = ['--security-opt', 'no-new-privileges', '--security-opt', 'seccomp=unconfined'];
      expect(await on.sh(flags, script)).to.equal('NoNewPrivs:\t1\nSeccomp:\t0');
      const paths = ['--security-opt', 'systempaths=unconfined'];
      expect(await on.sh(paths, 'grep -c " /proc/sys " /proc/mounts || true')).to.equal('0');
      expect(await on.refused(['--security-opt', 'shoe=1'])).to.match(/shoe=1/);
    },
  },
  {
    flags: ['--read-only', '--tmpfs'],
    title: 'leave it nothing to write on but a tmpfs',
    async test(on) {
      const script = 'touch /x 2>&1; touch /scratch/y && df -k /scratch | tail -1';
      const said = await on.sh(['--read-only', '--tmpfs', '/scratch:size=4m'], script);
      expect(said)
        .to.match(/Read-only file system/)
        .and.match(/ 4096 /);
    },
  },
  {
    flags: ['--ipc', '--pid', '--uts', '--userns'],
    title: 'share namespaces of the host',
    async test(on) {
      const { pid } = await on.start(['--ipc', 'host', '--pid', 'host', '--uts', 'host', '--userns', 'host']);
      for (const kind of ['ipc', 'pid', 'uts', 'user']) {
        expect(readlinkSync(`/proc/${pid}/ns/${kind}`)).to.equal(
          readlinkSync(`/proc/${on.suite.engine.pid}/ns/${kind}`),
        );
      }
      await on.start(['--ipc', 'shareable', '--name', 'giver']);
      await on.docker.out('exec', 'giver', 'sh', '-c', 'echo given > /dev/shm/x');
      expect(await on.sh(['--ipc', 'container:giver'], 'cat /dev/shm/x')).to.equal('given');
    },
  },
];
