import type { FilesystemChange } from '@arca/api';

const ADDED = 1;
const MODIFIED = 0;

/** What every container gets as places to mount on, as dockerd does: no change that its processes have made. */
const mountPoints = new Set([
  ...['/.dockerenv', '/dev/console', '/dev/pts', '/dev/shm', '/etc/hostname', '/etc/hosts', '/etc/mtab'],
  ...['/etc/resolv.conf', '/proc', '/sys', '/dev'],
]);

/** Leaves out the mount points, and the directories that changed by getting them alone. */
export function withoutMountPoints(changes: readonly FilesystemChange[]): FilesystemChange[] {
  const isMade = ({ Path, Kind }: FilesystemChange) => Kind === ADDED && mountPoints.has(Path);
  const kept = changes.filter((change) => !isMade(change));
  const parents = new Set(changes.filter(isMade).map(({ Path }) => parentOf(Path)));
  const others = new Set(kept.map(({ Path }) => parentOf(Path)));
  return kept.filter(({ Path, Kind }) => Kind !== MODIFIED || !parents.has(Path) || others.has(Path));
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';
