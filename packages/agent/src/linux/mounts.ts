import { readFile } from 'node:fs/promises';
import { detach } from './syscalls.js';

export interface MountPoint {
  /** Path inside the file system that is mounted. */
  root: string;
  target: string;
  type: string;
  /** Tells mounts to its peers, or is told of a master's. */
  shared: boolean;
  slave: boolean;
  /** Of the file system: for cgroup v1 the controllers are among them. */
  superOptions: string[];
}

/** The mounts of the agent's namespace, in the order they were made (`/proc/self/mountinfo`). */
export async function mountPoints(): Promise<MountPoint[]> {
  const lines = (await readFile('/proc/self/mountinfo', 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map(parseMountPoint);
}

/** A line: id, parent, device, root, target, options, optional fields, `-`, type, source, super options. */
export function parseMountPoint(line: string): MountPoint {
  const fields = line.split(' ');
  const separator = fields.indexOf('-', 6);
  const optional = fields.slice(6, separator);
  return {
    root: unescape(fields[3] ?? ''),
    target: unescape(fields[4] ?? ''),
    type: fields[separator + 1] ?? '',
    shared: optional.some((field) => field.startsWith('shared:')),
    slave: optional.some((field) => field.startsWith('master:')),
    superOptions: (fields[separator + 3] ?? '').split(','),
  };
}

/** The kernel writes space, tab, newline and backslash as three octal digits. */
function unescape(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}

/** Detaches all that is mounted on the directory and below it, the newest first. */
export async function detachBelow(directory: string): Promise<void> {
  const targets = (await mountPoints()).map((mount) => mount.target);
  for (const target of targets.reverse()) {
    if (target === directory || target.startsWith(`${directory}/`)) detach(target);
  }
}

/** The mount that a path, without symbolic links, is in: of several at one place the last. */
export function mountOf(path: string, mounts: readonly MountPoint[]): MountPoint | undefined {
  const holds = ({ target }: MountPoint) =>
    target === '/' || path === target || path.startsWith(`${target}/`);
  return mounts
    .filter(holds)
    .reduce<MountPoint | undefined>(
      (best, mount) => (best && best.target.length > mount.target.length ? best : mount),
      undefined,
    );
}
