import type { DeviceGroupSchema, HostDeviceSchema } from '@arca/agent-proto';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { BigIntStats } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';

type Device = MessageInitShape<typeof HostDeviceSchema>;
type Group = MessageInitShape<typeof DeviceGroupSchema>;

/** dev_t as glibc's major(3) and minor(3) read it. */
export const deviceNumbers = (device: bigint): { major: number; minor: number } => ({
  major: Number(((device >> 8n) & 0xfffn) | ((device >> 32n) & 0xfffff000n)),
  minor: Number((device & 0xffn) | ((device >> 12n) & 0xffffff00n)),
});

/** Directories of /dev that each container has of its own, or that are not devices'. */
const apart = new Set(['pts', 'shm', 'fd', 'mqueue', '.lxc', '.lxd-mounts', '.udev']);
/** Nodes that the runtime makes in every container. */
const everywhere = new Set(['console', 'full', 'null', 'ptmx', 'random', 'tty', 'urandom', 'zero']);

/** The device that a path names, or those below a directory. */
export async function devicesAt(path: string): Promise<Group> {
  try {
    const place = await realpath(path);
    const stats = await lstat(place, { bigint: true });
    if (stats.isDirectory()) {
      const below = await devicesIn(place);
      const devices = below.map((device) => ({ ...device, path: path + device.path!.slice(place.length) }));
      return { path, devices };
    }
    const device = deviceOf(path, stats);
    return device ? { path, devices: [device] } : { path, error: 'not a device node' };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { path, error: code === 'ENOENT' ? 'no such file or directory' : message };
  }
}

/** All devices of /dev but those that every container has. */
export async function allDevices(): Promise<Group> {
  return {
    path: '/dev',
    devices: await devicesIn('/dev', (name) => !apart.has(name) && !everywhere.has(name)),
  };
}

async function devicesIn(
  directory: string,
  wanted: (name: string) => boolean = () => true,
): Promise<Device[]> {
  const names = (await readdir(directory)).filter(wanted).sort();
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(directory, name);
      const stats = await lstat(path, { bigint: true }).catch(() => undefined);
      if (stats?.isDirectory()) return devicesIn(path);
      return (stats && deviceOf(path, stats)) ?? [];
    }),
  );
  return found.flat();
}

function deviceOf(path: string, stats: BigIntStats): Device | undefined {
  if (!stats.isCharacterDevice() && !stats.isBlockDevice()) return undefined;
  return {
    ...{ path, type: stats.isBlockDevice() ? 'b' : 'c', ...deviceNumbers(stats.rdev) },
    ...{ mode: Number(stats.mode & 0o777n), uid: Number(stats.uid), gid: Number(stats.gid) },
  };
}
