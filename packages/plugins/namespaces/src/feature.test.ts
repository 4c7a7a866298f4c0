import { expect } from 'chai';
import type { Containers } from '@arca/plugin-kit';
import {
  containerRecord,
  describeFeature,
  hostWithCgroupV1,
  hostWithCgroupV2,
} from '@arca/plugin-kit/testing';
import { namespaces } from './feature.js';

const none = { get: () => containerRecord({}) } as unknown as Containers;
const shm = (bytes: number) => ({
  type: 'tmpfs',
  source: 'shm',
  options: ['nosuid', 'noexec', 'nodev', 'mode=1777', `size=${bytes}`],
});
const mqueue = { type: 'mqueue', source: 'mqueue', options: ['nosuid', 'noexec', 'nodev'] };

describeFeature(namespaces(none), [
  {
    name: 'makes new ones on cgroup v2',
    host: hostWithCgroupV2,
    rooms: {
      'linux.namespaces[mount]': {},
      'linux.namespaces[ipc]': {},
      'linux.namespaces[pid]': {},
      'linux.namespaces[cgroup]': {},
      'mounts[/dev/mqueue]': mqueue,
      'mounts[/dev/shm]': shm(64 * 1024 * 1024),
    },
  },
  {
    name: 'leaves cgroups visible on v1',
    host: hostWithCgroupV1,
    completed: { HostConfig: { CgroupnsMode: 'host' } },
  },
  {
    name: 'joins the host’s',
    body: { HostConfig: { IpcMode: 'host', PidMode: 'host', CgroupnsMode: 'host', UsernsMode: 'host' } },
    rooms: {
      'linux.namespaces[mount]': {},
      'mounts[/dev/mqueue]': mqueue,
      'mounts[/dev/shm]': { type: 'bind', source: '/dev/shm', options: ['rbind', 'rprivate'] },
    },
  },
  {
    name: 'joins another container’s',
    body: { HostConfig: { IpcMode: 'container:a', PidMode: 'container:a', ShmSize: 1 } },
    host: hostWithCgroupV1,
    runtime: { ipc: '/proc/7/ns/ipc', shm: '/volumes/a.shm', pid: '/proc/7/ns/pid' },
    rooms: {
      'linux.namespaces[mount]': {},
      'linux.namespaces[ipc]': { path: '/proc/7/ns/ipc' },
      'linux.namespaces[pid]': { path: '/proc/7/ns/pid' },
      'mounts[/dev/mqueue]': mqueue,
      'mounts[/dev/shm]': { type: 'bind', source: '/volumes/a.shm', options: ['rbind', 'rprivate'] },
    },
  },
  {
    name: 'refuses an unknown IPC mode',
    body: { HostConfig: { IpcMode: 'x' } },
    invalid: 'invalid IPC mode: x',
  },
  {
    name: 'refuses an unknown PID mode',
    body: { HostConfig: { PidMode: 'x' } },
    invalid: 'invalid PID mode: x',
  },
  {
    name: 'refuses what Docker never used',
    body: { HostConfig: { Cgroup: 'x' } },
    invalid: 'invalid Cgroup: x',
  },
  {
    name: 'refuses a negative size',
    body: { HostConfig: { ShmSize: -1 } },
    invalid: 'SHM size can not be less than 0',
  },
]);

describe('namespaces of another container', () => {
  const start = (status: 'running' | 'exited', ipc: string) => {
    const runtime = { namespaces: { shm: '/volumes/a.shm' } };
    const other = containerRecord({
      runtime,
      state: { status, pid: 7 },
      body: { HostConfig: { IpcMode: ipc } },
    });
    const feature = namespaces({ get: () => other } as unknown as Containers);
    const fields = { Config: {}, HostConfig: { IpcMode: 'container:a' }, NetworkingConfig: {} };
    return async () => feature.start!(fields as never, { container: { id: 'own' } } as never);
  };

  it('are joined when it runs and shares them', async () => {
    expect(await start('running', 'shareable')()).to.deep.equal({
      ...{ ipc: '/proc/7/ns/ipc', shm: '/volumes/a.shm' },
    });
  });

  it('are refused otherwise', async () => {
    const failure = (promise: Promise<unknown>) => promise.catch((error: Error) => error.message);
    expect(await failure(start('running', 'private')())).to.match(/non-shareable IPC/);
    expect(await failure(start('exited', 'shareable')())).to.match(/non running container/);
  });
});
