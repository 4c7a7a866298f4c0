import { describeFeature } from '@arca/plugin-kit/testing';
import { notFound, type Volumes } from '@arca/plugin-kit';
import { mounts } from './feature.js';
import { requestedMount } from './requested.js';

/** The pure hooks ask for the mounts of other containers only. */
const feature = mounts({
  volumes: {} as Volumes,
  events: { emit: () => undefined },
  containers: {
    get: (reference) => {
      throw notFound(`No such container: ${reference}`);
    },
  },
});

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

describeFeature(feature, [
  { name: 'mounts the kernel’s file systems', provenance: origins({}) },
  {
    name: 'binds, and makes a missing source',
    body: { HostConfig: { Binds: ['/host/data/:/data:ro,rslave', '/a:/b'] } },
    directories: ['/host/data', '/a'],
    provenance: {
      ...origins({ '/data': 'HostConfig.Binds', '/b': 'HostConfig.Binds' }),
      'linux.rootfsPropagation': 'HostConfig.Binds',
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
    name: 'takes the volumes of the image and of the request, where nothing else is',
    image: { config: { Volumes: { '/data': {}, '/taken': {} } } },
    body: { Config: { Volumes: { '/more': {} } }, HostConfig: { Binds: ['named:/taken:ro'] } },
    warnings: [],
    provenance: origins({ '/data': 'Volumes', '/more': 'Volumes', '/taken': 'HostConfig.Binds' }),
  },
  {
    name: 'mounts and shows what volumes have become',
    body: { HostConfig: { Binds: ['data:/data'] } },
    made: {
      mounts: [
        requestedMount({
          ...{ type: 'volume', field: 'HostConfig.Binds', destination: '/data', mode: 'z' },
          ...{ name: 'data', driver: 'local', source: '/volumes/data/_data' },
        }),
      ],
    },
    inspect: {
      Mounts: [
        {
          ...{ Type: 'volume', Name: 'data', Source: '/volumes/data/_data', Destination: '/data' },
          ...{ Driver: 'local', Mode: 'z', RW: true, Propagation: '' },
        } as never,
      ],
    },
  },
  {
    name: 'refuses two mounts in one place',
    body: { HostConfig: { Binds: ['/a:/b', '/c:/b/'] } },
    invalid: 'Duplicate mount point: /b',
  },
  {
    name: 'refuses what a mount of its type cannot have',
    body: { HostConfig: { Mounts: [{ Type: 'volume', Target: '/x', ReadOnly: true }] } },
    invalid:
      'invalid mount config for type "volume": must not set ReadOnly mode when using anonymous volumes',
  },
  {
    name: 'refuses the volumes of a container that is not there',
    body: { HostConfig: { VolumesFrom: ['x:ro'] } },
    invalid: 'No such container: x',
  },
  {
    name: 'tells that a volume driver does not count for mounts',
    body: { HostConfig: { VolumeDriver: 'local', Mounts: [{ Type: 'volume', Source: 'v', Target: '/v' }] } },
    warnings: [
      "WARNING: the container-wide volume-driver configuration is ignored for volumes specified via 'mount'. Use '--mount type=volume,volume-driver=...' instead",
    ],
  },
  {
    name: 'lets mounts through to the host only when it is asked for',
    body: {
      HostConfig: {
        Mounts: [{ Type: 'bind', Source: '/x', Target: '/y', BindOptions: { Propagation: 'rshared' } }],
      },
    },
    provenance: { ...origins({ '/y': 'HostConfig.Mounts' }), 'linux.rootfsPropagation': 'HostConfig.Mounts' },
  },
  {
    name: 'refuses a quota',
    body: { HostConfig: { StorageOpt: { size: '1G' } } },
    invalid: /is supported only for overlay over xfs/,
  },
]);
