import type { MountPoint } from '@arca/api';
import { defineFeature, invalidParameter, type Slice } from '@arca/plugin-kit';
import { parseBind, type RequestedMount } from './bind.js';
import { parseMount, parseTmpfs } from './mount.js';

type Fields = Readonly<Slice<'HostConfig.Binds' | 'HostConfig.Mounts' | 'HostConfig.Tmpfs'>['HostConfig']>;

/** The kernel's own file systems in every container, and what a person mounts. */
export const mounts = defineFeature(
  {
    id: 'mounts',
    summary: 'Kernel file systems, bind mounts and tmpfs',
    owns: [
      'HostConfig.Binds',
      'HostConfig.Mounts',
      'HostConfig.Tmpfs',
      'HostConfig.VolumesFrom',
      'HostConfig.VolumeDriver',
      'HostConfig.StorageOpt',
      'Volumes',
    ],
    reads: ['HostConfig.Privileged'],
    writes: ['mounts[]'],
    offers: ['mounts[/proc]', 'mounts[/dev]', 'mounts[/dev/pts]', 'mounts[/sys]', 'mounts[/sys/fs/cgroup]'],
    flags: {
      'HostConfig.Binds': '--volume',
      'HostConfig.Mounts': '--mount',
      'HostConfig.Tmpfs': '--tmpfs',
      'HostConfig.VolumesFrom': '--volumes-from',
      'HostConfig.VolumeDriver': '--volume-driver',
      'HostConfig.StorageOpt': '--storage-opt',
      Volumes: '--volume',
    },
    effects: {
      'HostConfig.VolumesFrom': 'refused: no volume plugin',
      'HostConfig.VolumeDriver': 'refused: no volume plugin',
      'HostConfig.StorageOpt': 'refused: the store has no quota',
      Volumes: 'dropped with a warning: no volume plugin',
    },
  },
  {
    defaults({ Config }, { image }) {
      if (image.config.Volumes) Config.Volumes = { ...image.config.Volumes, ...Config.Volumes };
    },
    validate({ HostConfig }) {
      const seen = new Set<string>();
      for (const { destination } of requested(HostConfig)) {
        if (seen.has(destination))
          throw invalidParameter(`Duplicate mount point: ${destination}`, 'mounts.duplicate');
        seen.add(destination);
      }
      if (HostConfig.VolumesFrom?.length) {
        throw invalidParameter(
          'VolumesFrom needs a volume plugin, and none is loaded',
          'mounts.volumes-from',
        );
      }
      if (HostConfig.VolumeDriver) {
        throw invalidParameter(
          'VolumeDriver needs a volume plugin, and none is loaded',
          'mounts.volume-driver',
        );
      }
      if (Object.keys(HostConfig.StorageOpt ?? {}).length > 0) {
        throw invalidParameter(
          '--storage-opt is supported only for storage with quota, which this store has not',
          'mounts.storage-opt',
        );
      }
    },
    adapt({ Config }, { warn }) {
      for (const path of Object.keys(Config.Volumes ?? {})) {
        warn(`No volume plugin is loaded: ${path} is kept in the container's writable layer.`);
      }
    },
    spec({ HostConfig }, rooms) {
      const readonly = HostConfig.Privileged ? [] : ['ro'];
      const strict = ['nosuid', 'noexec', 'nodev'];
      const offer = (destination: string, type: string, options: string[]) =>
        rooms.offer('mounts', destination, { type, source: type, options }, 'default');
      offer('/proc', 'proc', strict);
      offer('/dev', 'tmpfs', ['nosuid', 'strictatime', 'mode=755', 'size=65536k']);
      offer('/dev/pts', 'devpts', ['nosuid', 'noexec', 'newinstance', 'ptmxmode=0666', 'mode=0620', 'gid=5']);
      offer('/sys', 'sysfs', [...strict, ...readonly]);
      offer('/sys/fs/cgroup', 'cgroup', [...readonly, ...strict]);
      for (const mount of requested(HostConfig)) {
        if (mount.create) rooms.directory(mount.source);
        rooms.add('mounts', mount.destination, toOci(mount), fieldOf(HostConfig, mount));
      }
    },
    inspect({ HostConfig }, _context, answer) {
      answer.Mounts = requested(HostConfig).map(mountPoint);
    },
    list({ HostConfig }, _context, answer) {
      answer.Mounts = requested(HostConfig).map(mountPoint);
    },
  },
);

function requested(fields: Fields): RequestedMount[] {
  return [
    ...(fields.Binds ?? []).map(parseBind),
    ...(fields.Mounts ?? []).map(parseMount),
    ...Object.entries(fields.Tmpfs ?? {}).map(([destination, options]) => parseTmpfs(destination, options)),
  ];
}

function toOci(mount: RequestedMount): { type: string; source: string; options: string[] } {
  const readonly = mount.writable ? [] : ['ro'];
  if (mount.type === 'tmpfs') {
    return { type: 'tmpfs', source: 'tmpfs', options: [...new Set([...mount.options, ...readonly])] };
  }
  const options = [mount.recursive ? 'rbind' : 'bind', ...readonly, mount.propagation];
  return { type: 'bind', source: mount.source, options };
}

function fieldOf(
  fields: Fields,
  mount: RequestedMount,
): 'HostConfig.Binds' | 'HostConfig.Mounts' | 'HostConfig.Tmpfs' {
  if (mount.type === 'tmpfs' && fields.Tmpfs && mount.destination in fields.Tmpfs) return 'HostConfig.Tmpfs';
  return mount.create ? 'HostConfig.Binds' : 'HostConfig.Mounts';
}

const mountPoint = (mount: RequestedMount): MountPoint => ({
  Type: mount.type,
  Source: mount.source,
  Destination: mount.destination,
  Mode: mount.mode,
  RW: mount.writable,
  Propagation: mount.propagation,
});
