import type { CreateField, Manifest } from '@arca/plugin-kit';

const owns = [
  'HostConfig.Binds',
  'HostConfig.Mounts',
  'HostConfig.Tmpfs',
  'HostConfig.VolumesFrom',
  'HostConfig.VolumeDriver',
  'HostConfig.StorageOpt',
  'Volumes',
] as const satisfies readonly CreateField[];

export const manifest = {
  id: 'mounts',
  summary: 'Kernel file systems, bind mounts, volumes, images and tmpfs',
  owns,
  reads: ['HostConfig.Privileged'],
  writes: ['mounts[]', 'linux.rootfsPropagation'],
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
    'HostConfig.VolumeDriver': 'driver of the volumes that are made',
    'HostConfig.StorageOpt': 'refused: the store has no quota',
  },
} as const satisfies Manifest<(typeof owns)[number], 'HostConfig.Privileged'>;
