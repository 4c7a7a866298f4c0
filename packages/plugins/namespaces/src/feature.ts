import type { Agent } from '@arca/agent-proto';
import {
  conflict,
  defineFeature,
  invalidParameter,
  sharedContainer,
  type Containers,
  type Manifest,
  type Slice,
} from '@arca/plugin-kit';

type Fields = Readonly<
  Slice<
    'HostConfig.IpcMode' | 'HostConfig.PidMode' | 'HostConfig.CgroupnsMode' | 'HostConfig.UsernsMode'
  >['HostConfig']
>;

/** bytes of `/dev/shm` */
const defaultShmSize = 64 * 1024 * 1024;
const ipcModes = ['none', 'private', 'shareable', 'host'];

const manifest = {
  id: 'namespaces',
  summary: 'IPC, PID and cgroup namespaces, and shared memory',
  owns: [
    'HostConfig.IpcMode',
    'HostConfig.PidMode',
    'HostConfig.CgroupnsMode',
    'HostConfig.UsernsMode',
    'HostConfig.Cgroup',
    'HostConfig.ShmSize',
  ],
  reads: ['HostConfig.Privileged'],
  writes: [
    'linux.namespaces[ipc]',
    'linux.namespaces[pid]',
    'linux.namespaces[cgroup]',
    'linux.namespaces[mount]',
  ],
  offers: ['mounts[/dev/shm]', 'mounts[/dev/mqueue]'],
  flags: {
    'HostConfig.IpcMode': '--ipc',
    'HostConfig.PidMode': '--pid',
    'HostConfig.CgroupnsMode': '--cgroupns',
    'HostConfig.UsernsMode': '--userns',
    'HostConfig.ShmSize': '--shm-size',
  },
  effects: {
    'HostConfig.UsernsMode': 'user namespaces are the host’s; `host` is accepted',
    'HostConfig.Cgroup': 'never used by Docker; refused',
  },
} as const satisfies Manifest;

/** IPC, PID, cgroup and mount namespaces: new ones, the host's, or another container's. */
export const namespaces = (containers: Containers) =>
  defineFeature(manifest, {
    defaults({ HostConfig }, { host }) {
      HostConfig.IpcMode = byId(HostConfig.IpcMode, containers);
      HostConfig.PidMode = byId(HostConfig.PidMode, containers);
      HostConfig.IpcMode ||= 'private';
      HostConfig.ShmSize ||= defaultShmSize;
      const unified = host.cgroupVersion === 2;
      HostConfig.CgroupnsMode ||= unified || !HostConfig.Privileged ? (unified ? 'private' : 'host') : 'host';
    },
    validate({ HostConfig }) {
      validateModes(HostConfig);
      if ((HostConfig.ShmSize ?? 0) < 0)
        throw invalidParameter('SHM size can not be less than 0', 'namespaces.shm-size');
      if (HostConfig.Cgroup)
        throw invalidParameter(`invalid Cgroup: ${HostConfig.Cgroup}`, 'namespaces.cgroup');
    },
    async start({ HostConfig }, { container, agent }) {
      // The other container's namespaces live as long as its init process.
      return {
        ...shared('ipc', HostConfig.IpcMode, containers, container.id),
        ...shared('pid', HostConfig.PidMode, containers, container.id),
        ...(HostConfig.IpcMode === 'shareable' &&
          (await sharedMemory(agent, container.id, HostConfig.ShmSize))),
      };
    },
    async exited({ HostConfig }, { container, agent }) {
      if (HostConfig.IpcMode === 'shareable') await agent.volumes.remove({ name: shmVolume(container.id) });
    },
    spec({ HostConfig }, rooms, { runtime }) {
      rooms.add('linux.namespaces', 'mount', {}, 'default');
      const { IpcMode = '', PidMode = '', CgroupnsMode, ShmSize = defaultShmSize } = HostConfig;
      if (IpcMode !== 'host')
        rooms.add('linux.namespaces', 'ipc', path(runtime?.['ipc']), 'HostConfig.IpcMode');
      if (PidMode !== 'host')
        rooms.add('linux.namespaces', 'pid', path(runtime?.['pid']), 'HostConfig.PidMode');
      if (CgroupnsMode === 'private') rooms.add('linux.namespaces', 'cgroup', {}, 'HostConfig.CgroupnsMode');
      const options = ['nosuid', 'noexec', 'nodev'];
      rooms.offer('mounts', '/dev/mqueue', { type: 'mqueue', source: 'mqueue', options }, 'default');
      if (IpcMode === 'host') {
        rooms.offer(
          'mounts',
          '/dev/shm',
          { type: 'bind', source: '/dev/shm', options: ['rbind', 'rprivate'] },
          'HostConfig.IpcMode',
        );
      } else if (typeof runtime?.['shm'] === 'string') {
        const source = runtime['shm'];
        rooms.offer(
          'mounts',
          '/dev/shm',
          { type: 'bind', source, options: ['rbind', 'rprivate'] },
          'HostConfig.IpcMode',
        );
      } else if (IpcMode !== 'none') {
        rooms.offer(
          'mounts',
          '/dev/shm',
          { type: 'tmpfs', source: 'shm', options: [...options, 'mode=1777', `size=${ShmSize}`] },
          'HostConfig.ShmSize',
        );
      }
    },
  });

/** The agent's directory for shared memory; the server knows of no such volume. */
const shmVolume = (id: string): string => `${id}.shm`;

/** Shared memory that others can have too: the kernel binds nothing out of another container's mount namespace. */
async function sharedMemory(agent: Agent, id: string, size = defaultShmSize): Promise<{ shm: string }> {
  const name = shmVolume(id);
  const { mountpoint } = await agent.volumes.create({ name });
  const options = `nosuid,noexec,nodev,mode=1777,size=${size}`;
  await agent.volumes.mount({ name, type: 'tmpfs', device: 'shm', options });
  return { shm: mountpoint };
}

/** `container:name` by id: the name may belong to another container when this one starts. */
function byId(mode: string | undefined, containers: Containers): string | undefined {
  const reference = sharedContainer(mode);
  return reference ? `container:${containers.get(reference).id}` : mode;
}

const path = (value: unknown) => (typeof value === 'string' ? { path: value } : {});

function validateModes({ IpcMode = '', PidMode = '', CgroupnsMode, UsernsMode = '' }: Fields): void {
  if (!ipcModes.includes(IpcMode) && !/^container:.+/.test(IpcMode)) {
    throw invalidParameter(`invalid IPC mode: ${IpcMode}`, 'namespaces.ipc-mode');
  }
  if (!['', 'host', 'private'].includes(PidMode) && !/^container:.+/.test(PidMode)) {
    throw invalidParameter(`invalid PID mode: ${PidMode}`, 'namespaces.pid-mode');
  }
  const cgroupns: string = CgroupnsMode ?? '';
  if (!['', 'host', 'private'].includes(cgroupns)) {
    throw invalidParameter(`invalid cgroup namespace mode: ${cgroupns}`, 'namespaces.cgroupns-mode');
  }
  if (!['', 'host'].includes(UsernsMode)) {
    throw invalidParameter(`invalid user namespace mode: ${UsernsMode}`, 'namespaces.userns-mode');
  }
}

/** The namespace of the container that the mode names; it must run, and for IPC be willing to share. */
function shared(kind: 'ipc' | 'pid', mode: string | undefined, containers: Containers, own: string) {
  const reference = sharedContainer(mode);
  if (!reference) return {};
  const other = containers.get(reference);
  if (other.id === own) throw invalidParameter(`cannot join own ${kind} namespace`, 'namespaces.own');
  if (other.state.status !== 'running') {
    throw conflict(
      `cannot join ${kind.toUpperCase()} of a non running container: ${reference}`,
      'namespaces.not-running',
    );
  }
  if (kind === 'ipc' && !['shareable', 'host'].includes(other.body.HostConfig.IpcMode ?? '')) {
    throw conflict(
      `can't join IPC of container ${other.id}: non-shareable IPC (hint: use IpcMode:shareable for the donor container)`,
      'namespaces.not-shareable',
    );
  }
  const path = { [kind]: `/proc/${other.state.pid}/ns/${kind}` };
  if (kind === 'pid') return path;
  const shm = other.body.HostConfig.IpcMode === 'host' ? '/dev/shm' : other.runtime['namespaces']?.['shm'];
  return { ...path, ...(typeof shm === 'string' && { shm }) };
}
