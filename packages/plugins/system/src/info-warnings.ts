import type { HostInfo } from '@arca/agent-proto';

/** What the host lacks, in dockerd's words; null when it lacks nothing. */
export function hostWarnings({ features, cgroupVersion }: HostInfo): string[] | null {
  const { memoryLimit, swapLimit, kernelMemoryTcp, oomKillDisable, cpuCfs, cpuShares, cpuset } = features!;
  const { blkioWeight, blkioThrottle, ipv4Forwarding } = features!;
  const old = cgroupVersion === 1;
  // What only one version of cgroups can have is no lack of the other.
  const missing: [lacks: boolean, what: string][] = [
    [!memoryLimit, 'No memory limit support'],
    [!swapLimit, 'No swap limit support'],
    [!kernelMemoryTcp && old, 'No kernel memory TCP limit support'],
    [!oomKillDisable && old, 'No oom kill disable support'],
    [!cpuCfs, 'No cpu cfs quota support'],
    [!cpuCfs, 'No cpu cfs period support'],
    [!cpuShares, 'No cpu shares support'],
    [!cpuset, 'No cpuset support'],
    [!blkioWeight && !old, 'No io.weight support'],
    [!blkioWeight && !old, 'No io.weight (per device) support'],
    ...throttles.map(([v1, v2]): [boolean, string] => [!blkioThrottle, `No ${old ? v1 : v2} support`]),
    [!ipv4Forwarding, 'IPv4 forwarding is disabled'],
  ];
  const warnings = missing.filter(([lacks]) => lacks).map(([, what]) => `WARNING: ${what}`);
  return warnings.length > 0 ? warnings : null;
}

/** Names of the four limits of block devices in each version. */
const throttles = [
  ['blkio throttle.read_bps_device', 'io.max (rbps)'],
  ['blkio throttle.write_bps_device', 'io.max (wbps)'],
  ['blkio throttle.read_iops_device', 'io.max (riops)'],
  ['blkio throttle.write_iops_device', 'io.max (wiops)'],
] as const;
