import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CgroupMode } from './cgroup-mode.js';
import { readSysctl } from './sysctl.js';

/** What the kernel offers, as `CgroupFeatures` of the agent's contract. */
export interface HostFeatures {
  memoryLimit: boolean;
  swapLimit: boolean;
  memoryReservation: boolean;
  memorySwappiness: boolean;
  oomKillDisable: boolean;
  kernelMemoryTcp: boolean;
  cpuShares: boolean;
  cpuCfs: boolean;
  cpuRealtime: boolean;
  cpuset: boolean;
  cpusetCpus: string;
  cpusetMems: string;
  pids: boolean;
  blkioWeight: boolean;
  blkioThrottle: boolean;
  hugetlb: boolean;
  ipv4Forwarding: boolean;
  bridgeNfIptables: boolean;
  bridgeNfIp6tables: boolean;
  seccomp: boolean;
}

/** Judged as dockerd does: in v1 by the controllers' files, in v2 by the controllers that the unified tree offers. */
export async function hostFeatures(mode: CgroupMode): Promise<HostFeatures> {
  const on = async (setting: string) => (await readSysctl(setting)) === '1';
  const [cgroups, ipv4Forwarding, bridgeNfIptables, bridgeNfIp6tables, seccomp] = await Promise.all([
    mode.version === 2 ? unifiedFeatures(mode) : legacyFeatures(mode),
    on('net/ipv4/ip_forward'),
    on('net/bridge/bridge-nf-call-iptables'),
    on('net/bridge/bridge-nf-call-ip6tables'),
    readSysctl('kernel/seccomp/actions_avail'),
  ]);
  return { ...cgroups, ipv4Forwarding, bridgeNfIptables, bridgeNfIp6tables, seccomp: seccomp !== undefined };
}

type CgroupFeatures = Omit<
  HostFeatures,
  'ipv4Forwarding' | 'bridgeNfIptables' | 'bridgeNfIp6tables' | 'seccomp'
>;

async function legacyFeatures({ mounted }: CgroupMode): Promise<CgroupFeatures> {
  const has = (controller: string, file: string) => {
    const directory = mounted.get(controller);
    return directory === undefined ? Promise.resolve(false) : exists(join(directory, file));
  };
  const text = (file: string) => content(join(mounted.get('cpuset') ?? '/nowhere', file));
  return {
    memoryLimit: mounted.has('memory'),
    swapLimit: await has('memory', 'memory.memsw.limit_in_bytes'),
    memoryReservation: await has('memory', 'memory.soft_limit_in_bytes'),
    memorySwappiness: await has('memory', 'memory.swappiness'),
    oomKillDisable: await has('memory', 'memory.oom_control'),
    kernelMemoryTcp: await has('memory', 'memory.kmem.tcp.limit_in_bytes'),
    cpuShares: await has('cpu', 'cpu.shares'),
    cpuCfs: await has('cpu', 'cpu.cfs_quota_us'),
    cpuRealtime: await has('cpu', 'cpu.rt_period_us'),
    cpuset: mounted.has('cpuset'),
    cpusetCpus: await text('cpuset.cpus'),
    cpusetMems: await text('cpuset.mems'),
    pids: mounted.has('pids'),
    blkioWeight: await has('blkio', 'blkio.weight'),
    blkioThrottle: await has('blkio', 'blkio.throttle.read_bps_device'),
    hugetlb: mounted.has('hugetlb'),
  };
}

async function unifiedFeatures({ mounted, controllers }: CgroupMode): Promise<CgroupFeatures> {
  const directory = mounted.get('') ?? '/sys/fs/cgroup';
  const offers = (controller: string) => controllers.includes(controller);
  return {
    memoryLimit: offers('memory'),
    swapLimit: offers('memory') && (await unifiedSwap(directory)),
    memoryReservation: offers('memory'),
    // Not in v2.
    ...{ memorySwappiness: false, oomKillDisable: false, kernelMemoryTcp: false, cpuRealtime: false },
    cpuShares: offers('cpu'),
    cpuCfs: offers('cpu'),
    cpuset: offers('cpuset'),
    cpusetCpus: offers('cpuset') ? await content(join(directory, 'cpuset.cpus.effective')) : '',
    cpusetMems: offers('cpuset') ? await content(join(directory, 'cpuset.mems.effective')) : '',
    pids: offers('pids'),
    blkioWeight: offers('io'),
    blkioThrottle: offers('io'),
    hugetlb: offers('hugetlb'),
  };
}

/** The root cgroup has no limits of its own: any child shows whether swap is accounted. */
async function unifiedSwap(directory: string): Promise<boolean> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.isDirectory() && (await exists(join(directory, entry.name, 'memory.swap.max')))) return true;
  }
  return false;
}

async function content(path: string): Promise<string> {
  return (await readFile(path, 'utf8').catch(() => '')).trim();
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
