import type { Device, IdMapping, Namespace, Seccomp } from './linux.js';
import type { Box, Capabilities, Rlimit, User } from './process.js';
import type { BlockIo, Cpu, DeviceCgroupRule, HugepageLimit, Memory, Pids } from './resources.js';
import type { Hook, Mount } from './spec.js';

/**
 * The places of the OCI spec that hold one value and so have one writer. A plugin that owns `linux.resources.memory`
 * is the only one to write it.
 */
export interface SingleRooms {
  'process.terminal': boolean;
  'process.consoleSize': Box;
  'process.user': User;
  'process.args': string[];
  'process.cwd': string;
  'process.capabilities': Capabilities;
  'process.noNewPrivileges': boolean;
  'process.apparmorProfile': string;
  'process.selinuxLabel': string;
  'process.oomScoreAdj': number;
  'root.readonly': boolean;
  hostname: string;
  domainname: string;
  'linux.cgroupsPath': string;
  'linux.resources.memory': Memory;
  'linux.resources.cpu': Cpu;
  'linux.resources.pids': Pids;
  'linux.resources.blockIO': BlockIo;
  'linux.seccomp': Seccomp;
  'linux.maskedPaths': string[];
  'linux.readonlyPaths': string[];
  'linux.mountLabel': string;
  'linux.rootfsPropagation': string;
  'linux.uidMappings': IdMapping[];
  'linux.gidMappings': IdMapping[];
}

/**
 * The places that hold many values, each under a key, and each key with one writer: mounts by destination, environment
 * by name, namespaces by type, device rules and hooks by a name that the writer chooses.
 */
export interface KeyedRooms {
  mounts: Omit<Mount, 'destination'>;
  'process.env': string;
  'process.user.additionalGids': number;
  'process.rlimits': Omit<Rlimit, 'type'>;
  annotations: string;
  'linux.sysctl': string;
  'linux.namespaces': Omit<Namespace, 'type'>;
  'linux.devices': Omit<Device, 'path'>;
  'linux.resources.devices': DeviceCgroupRule;
  'linux.resources.hugepageLimits': Omit<HugepageLimit, 'pageSize'>;
  'linux.resources.unified': string;
  'hooks.prestart': Hook;
  'hooks.createRuntime': Hook;
  'hooks.createContainer': Hook;
  'hooks.startContainer': Hook;
  'hooks.poststart': Hook;
  'hooks.poststop': Hook;
}

export type SingleRoom = keyof SingleRooms;
export type KeyedRoom = keyof KeyedRooms;

/** A claim in a plugin's manifest: a single room, or a keyed one either whole (`mounts[]`) or one key (`mounts[/etc/hosts]`). */
export type RoomClaim = SingleRoom | `${KeyedRoom}[${string}]`;
