import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCgroups, isEmptyCgroup, removeCgroup } from '../cgroup-tree.js';
import { run } from '../command.js';
import { Daemon } from '../daemon.js';

const PROGRAMS = ['/usr/sbin/dockerd', '/usr/bin/dockerd', '/usr/local/bin/dockerd'];
const SUBNET_ADDRESS = '10.213.0.1/24';

/** Whether this host has a dockerd to compare with. */
export function dockerdIsInstalled(): boolean {
  return PROGRAMS.some((path) => existsSync(path));
}

/** A real dockerd, which also brings its own containerd. */
export class Dockerd extends Daemon {
  readonly kind = 'dockerd';
  private static firewallOwner: Dockerd | undefined;

  private get bridge(): string {
    return `${this.name}b`;
  }

  protected command(): string[] {
    const configuration = join(this.directory, 'daemon.json'); // the host's /etc/docker/daemon.json must not count
    writeFileSync(configuration, '{}');
    return [
      PROGRAMS.find((path) => existsSync(path)) ?? 'dockerd',
      ...['--host', this.host],
      ...['--config-file', configuration],
      ...['--data-root', join(this.directory, 'root')],
      ...['--exec-root', join(this.directory, 'exec')],
      ...['--pidfile', join(this.directory, 'pid')],
      ...['--bridge', this.bridge],
      ...['--cgroup-parent', `/${this.name}`],
      ...['--storage-driver', 'overlay2'],
      // Its chains have fixed names: a second daemon in this network namespace would flush the first one's.
      ...(Dockerd.firewallOwner === this ? [] : ['--iptables=false']),
      ...this.flags,
    ];
  }

  protected override async prepare(): Promise<void> {
    Dockerd.firewallOwner ??= this;
    if ((await run('ip', ['link', 'show', this.bridge])).code === 0) return;
    await run('ip', ['link', 'add', this.bridge, 'type', 'bridge']);
    await run('ip', ['addr', 'add', SUBNET_ADDRESS, 'dev', this.bridge]);
    await run('ip', ['link', 'set', this.bridge, 'up']);
  }

  /**
   * dockerd leaves its iptables chains, its parent cgroup and its handle on the host's network namespace in place
   * when it stops. The chains are the only ones in the sandbox; the cgroup goes only if no container's is in it.
   */
  protected override async cleanUp(): Promise<void> {
    await run('ip', ['link', 'delete', this.bridge]);
    await run('umount', [join(this.directory, 'exec', 'netns', 'default')]);
    for (const path of findCgroups([this.name])) if (isEmptyCgroup(path)) removeCgroup(path);
    if (Dockerd.firewallOwner !== this) return;
    Dockerd.firewallOwner = undefined;
    for (const table of ['nat', 'filter', 'raw', 'mangle'])
      await run('nft', ['delete', 'table', 'ip', table]);
    for (const table of ['nat', 'filter']) await run('nft', ['delete', 'table', 'ip6', table]);
  }
}
