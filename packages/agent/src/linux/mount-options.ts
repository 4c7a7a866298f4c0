import { MS_BIND, MS_PRIVATE, MS_RDONLY, MS_REC, MS_SHARED, MS_SLAVE, MS_UNBINDABLE } from './syscalls.js';

/** Flags of mount(2) by the names of mount(8) (linux/mount.h): what an option sets, and what it takes back. */
const flagsOf: Readonly<Record<string, { set?: number; clear?: number }>> = {
  defaults: {},
  ro: { set: MS_RDONLY },
  rw: { clear: MS_RDONLY },
  nosuid: { set: 2 },
  suid: { clear: 2 },
  nodev: { set: 4 },
  dev: { clear: 4 },
  noexec: { set: 8 },
  exec: { clear: 8 },
  sync: { set: 16 },
  async: { clear: 16 },
  mand: { set: 64 },
  nomand: { clear: 64 },
  dirsync: { set: 128 },
  noatime: { set: 1024 },
  atime: { clear: 1024 },
  nodiratime: { set: 2048 },
  diratime: { clear: 2048 },
  bind: { set: MS_BIND },
  rbind: { set: MS_BIND | MS_REC },
  ...propagation('private', MS_PRIVATE),
  ...propagation('slave', MS_SLAVE),
  ...propagation('shared', MS_SHARED),
  ...propagation('unbindable', MS_UNBINDABLE),
  relatime: { set: 1 << 21 },
  norelatime: { clear: 1 << 21 },
  strictatime: { set: 1 << 24 },
  nostrictatime: { clear: 1 << 24 },
};

/** How a mount is told of others is a step of its own: mount(2) takes these flags alone, but for MS_REC. */
export const PROPAGATION = MS_PRIVATE | MS_SLAVE | MS_SHARED | MS_UNBINDABLE;

function propagation(name: string, flag: number): Record<string, { set: number }> {
  return { [name]: { set: flag }, [`r${name}`]: { set: flag | MS_REC } };
}

/** The flags that options of mount(8) stand for; the others are the file system's own data. */
export function mountOptions(options: readonly string[]): { flags: number; data: string[] } {
  let flags = 0;
  const data: string[] = [];
  for (const option of options) {
    const flag = flagsOf[option];
    if (flag) flags = (flags & ~(flag.clear ?? 0)) | (flag.set ?? 0);
    else if (option !== '') data.push(option);
  }
  return { flags, data };
}
