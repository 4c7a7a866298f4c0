import type { FileStat } from '@arca/agent-proto';
import type { Call } from '@arca/plugin-kit';

/** The types of st_mode (inode(7)) as the bits of Go's `fs.FileMode`, in which clients expect them. */
const types: Readonly<Record<number, number>> = {
  0o040000: 2 ** 31, // directory
  0o120000: 2 ** 27, // symbolic link
  0o060000: 2 ** 26, // block device
  0o020000: 2 ** 26 + 2 ** 21, // character device
  0o010000: 2 ** 25, // FIFO
  0o140000: 2 ** 24, // socket
};

/** setuid, setgid and sticky. */
const special: readonly (readonly [number, number])[] = [
  [0o4000, 2 ** 23],
  [0o2000, 2 ** 22],
  [0o1000, 2 ** 20],
];

/** A mode of the kernel as Go's `fs.FileMode`. */
export function goFileMode(mode: number): number {
  const bits = special.filter(([bit]) => (mode & bit) !== 0).map(([, value]) => value);
  return [types[mode & 0o170000] ?? 0, mode & 0o777, ...bits].reduce((sum, value) => sum + value, 0);
}

/** Tells what a path is in the header that `docker cp` reads: JSON in base64. */
export function setPathStat(call: Call, { name, size, mode, modified, linkTarget }: FileStat): void {
  const json = JSON.stringify({ name, size, mode: goFileMode(mode), mtime: modified, linkTarget });
  call.setHeader('X-Docker-Container-Path-Stat', Buffer.from(json).toString('base64'));
}
