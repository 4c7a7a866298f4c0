import { describeFeature } from '@arca/plugin-kit/testing';
import { mounts } from './feature.js';

const system = {
  '/proc': 'default',
  '/dev': 'default',
  '/dev/pts': 'default',
  '/sys': 'default',
  '/sys/fs/cgroup': 'default',
};
const origins = (more: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({ ...system, ...more }).map(([path, from]) => [`mounts[${path}]`, from]),
  ) as Record<string, 'default'>;

describeFeature(mounts, [
  { name: 'mounts the kernel’s file systems', provenance: origins({}) },
  {
    name: 'binds, and makes a missing source',
    body: { HostConfig: { Binds: ['/host/data/:/data:ro,rslave', '/a:/b'] } },
    directories: ['/host/data', '/a'],
    provenance: origins({ '/data': 'HostConfig.Binds', '/b': 'HostConfig.Binds' }),
    inspect: {
      Mounts: [
        {
          Type: 'bind',
          Source: '/host/data',
          Destination: '/data',
          Mode: 'ro,rslave',
          RW: false,
          Propagation: 'rslave',
        },
        { Type: 'bind', Source: '/a', Destination: '/b', Mode: '', RW: true, Propagation: 'rprivate' },
      ],
    },
  },
  {
    name: 'takes mounts and tmpfs',
    body: {
      HostConfig: {
        Mounts: [
          { Type: 'bind', Source: '/x', Target: '/y', ReadOnly: true },
          { Type: 'tmpfs', Target: '/t', TmpfsOptions: { SizeBytes: 1024, Mode: 0o1777 } },
        ],
        Tmpfs: { '/run': 'exec,size=64k' },
      },
    },
    directories: [],
    provenance: origins({ '/y': 'HostConfig.Mounts', '/t': 'HostConfig.Mounts', '/run': 'HostConfig.Tmpfs' }),
  },
  {
    name: 'says what becomes of volumes',
    image: { config: { Volumes: { '/data': {} } } },
    body: { Config: { Volumes: { '/more': {} } } },
    warnings: [
      "No volume plugin is loaded: /data is kept in the container's writable layer.",
      "No volume plugin is loaded: /more is kept in the container's writable layer.",
    ],
  },
  {
    name: 'refuses two mounts in one place',
    body: { HostConfig: { Binds: ['/a:/b', '/c:/b/'] } },
    invalid: 'Duplicate mount point: /b',
  },
  {
    name: 'refuses a mount type that nobody provides',
    body: { HostConfig: { Mounts: [{ Type: 'image', Target: '/x' }] } },
    invalid: 'invalid mount config for type "image": no loaded plugin provides it',
  },
  {
    name: 'refuses volumes of others',
    body: { HostConfig: { VolumesFrom: ['x'] } },
    invalid: /VolumesFrom needs a volume plugin/,
  },
  {
    name: 'refuses a volume driver',
    body: { HostConfig: { VolumeDriver: 'x' } },
    invalid: /VolumeDriver needs a volume plugin/,
  },
  {
    name: 'refuses a quota',
    body: { HostConfig: { StorageOpt: { size: '1G' } } },
    invalid: /storage with quota/,
  },
]);
