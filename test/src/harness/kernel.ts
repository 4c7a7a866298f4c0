import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether the kernel has interfaces of this type (`vlan`, `ipvlan`). */
export function hasLinkType(type: string, ...options: string[]): boolean {
  const probe = ['link', 'add', 'link', 'lo', 'name', 'probe0', 'type', type, ...options];
  const { status, stderr } = spawnSync('ip', probe, { encoding: 'utf8' });
  if (status === 0) spawnSync('ip', ['link', 'delete', 'probe0']);
  return !/Unknown device type/.test(stderr);
}

export const hasSctp = (): boolean => existsSync('/proc/net/sctp');
