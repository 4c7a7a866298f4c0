import { chmodSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from './command.js';
import { freePort } from './registry.js';
import { spawnServer, type ServerProcess } from './server-process.js';

/** sshd's own folder, which its Debian package leaves to systemd. */
const PRIVILEGE_SEPARATION = '/run/sshd';

/** A real sshd on loopback with keys of its own, and an `ssh` that knows both and nothing else of this host. */
export class SshServer {
  private constructor(
    readonly port: number,
    /** To stand first in the PATH: its `ssh` is the system's, told where keys and known hosts are. */
    readonly programs: string,
    private readonly server: ServerProcess,
    /** What this has made outside of its directory. */
    private readonly made: string | undefined,
  ) {}

  static async start(directory: string): Promise<SshServer> {
    const made = mkdirSync(PRIVILEGE_SEPARATION, { recursive: true });
    const programs = join(directory, 'bin');
    mkdirSync(programs, { recursive: true });
    const at = (name: string): string => join(directory, name);
    for (const name of ['host', 'user'])
      await must('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)]);
    const port = await freePort('127.0.0.1');
    const options = [
      ...['ListenAddress=127.0.0.1', `Port=${port}`, `HostKey=${at('host')}`, 'UsePAM=no', 'StrictModes=no'],
      ...[`AuthorizedKeysFile=${at('user.pub')}`, 'PidFile=none', 'PermitRootLogin=prohibit-password'],
    ];
    writeFileSync(at('sshd_config'), '');
    const flags = options.flatMap((option) => ['-o', option]);
    const server = await spawnServer('/usr/sbin/sshd', ['-D', '-f', at('sshd_config'), ...flags]);
    const client = [
      `-i ${at('user')}`,
      `-o UserKnownHostsFile=${at('known')}`,
      '-o GlobalKnownHostsFile=none',
    ];
    const accepted = ['-F none', ...client, '-o StrictHostKeyChecking=accept-new', '-o BatchMode=yes'];
    writeFileSync(join(programs, 'ssh'), `#!/bin/sh\nexec /usr/bin/ssh ${accepted.join(' ')} "$@"\n`);
    chmodSync(join(programs, 'ssh'), 0o755);
    return new SshServer(port, programs, server, made);
  }

  stop(): void {
    this.server.stop();
    if (this.made !== undefined) rmdirSync(this.made);
  }
}
