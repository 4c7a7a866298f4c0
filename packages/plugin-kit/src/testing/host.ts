import { create, HostInfoSchema, type CgroupFeatures, type HostInfo, type Runtime } from '@arca/agent-proto';

type Plain<T> = Omit<T, '$typeName' | '$unknown'>;

/** A host as a case wants it: what is not given is as on a host that has everything. */
export type HostOptions = Partial<Omit<Plain<HostInfo>, 'features' | 'runtimes'>> & {
  runtimes?: Partial<Plain<Runtime>>[];
  features?: Partial<Plain<CgroupFeatures>>;
};

const features: Plain<CgroupFeatures> = {
  memoryLimit: true,
  swapLimit: true,
  memoryReservation: true,
  memorySwappiness: true,
  oomKillDisable: true,
  kernelMemoryTcp: true,
  cpuShares: true,
  cpuCfs: true,
  cpuRealtime: true,
  cpuset: true,
  cpusetCpus: '0-3',
  cpusetMems: '0',
  pids: true,
  blkioWeight: true,
  blkioThrottle: true,
  hugetlb: true,
  ipv4Forwarding: true,
  bridgeNfIptables: true,
  bridgeNfIp6tables: true,
  seccomp: true,
};

const host = {
  kernelVersion: '6.1.0',
  operatingSystem: 'Debian GNU/Linux 12 (bookworm)',
  osVersion: '12',
  architecture: 'x86_64',
  hostname: 'host',
  cpus: 4,
  memory: 8 * 2 ** 30,
  swap: 2 ** 30,
  cgroupVersion: 2,
  cgroupControllers: ['cpuset', 'cpu', 'io', 'memory', 'hugetlb', 'pids'],
  cgroupDriver: 'cgroupfs',
  runtimes: [
    {
      name: 'crun',
      path: '/usr/bin/crun',
      version: '1.8',
      usable: true,
      reason: '',
    },
    {
      name: 'runc',
      path: '/usr/bin/runc',
      version: '1.1',
      usable: true,
      reason: '',
    },
  ],
  defaultRuntime: 'crun',
  containerdVersion: '1.6.20',
  initVersion: '0.19.0',
  initPath: '/usr/bin/tini-static',
  securityOptions: ['name=seccomp,profile=builtin'],
  apparmor: false,
  selinux: false,
  storageDriver: 'overlayfs',
  images: 1,
  fileDescriptors: 64,
  root: '/var/lib/arca',
  run: '/run/arca',
  dnsServers: ['192.0.2.53'],
  dnsSearch: [],
  dnsOptions: [],
  missingPrograms: [],
  nofileHard: 1_048_576,
  canRaiseLimits: true,
};

/** A Linux host of four CPUs and 8 GiB, cgroup v2, with every kernel feature that an option does not take away. */
export function hostInfo(options: HostOptions = {}): HostInfo {
  return create(HostInfoSchema, {
    ...structuredClone(host),
    ...options,
    features: { ...features, ...options.features },
  });
}

/** What cgroup v2 has no file for. */
const withoutVersion1 = {
  memorySwappiness: false,
  oomKillDisable: false,
  kernelMemoryTcp: false,
  cpuRealtime: false,
};

/** A cgroup v1 host with everything. */
export const hostWithCgroupV1: HostOptions = {
  cgroupVersion: 1,
  cgroupControllers: [
    'cpuset',
    'cpu',
    'cpuacct',
    'blkio',
    'memory',
    'devices',
    'freezer',
    'net_cls',
    'hugetlb',
    'pids',
  ],
};

/** A cgroup v2 host as they are: without what only version 1 can do. */
export const hostWithCgroupV2: HostOptions = { cgroupVersion: 2, features: withoutVersion1 };

/** A host whose cgroups offer nothing. */
export const hostWithoutCgroups: HostOptions = {
  cgroupControllers: [],
  features: Object.fromEntries(
    Object.entries(features).map(([name, value]) => [name, typeof value === 'string' ? '' : false]),
  ),
};
