/** OCI `linux.resources`: cgroup limits. The comments name the kernel files, cgroup v2 first. */
export interface Resources {
  devices?: DeviceCgroupRule[];
  memory?: Memory;
  cpu?: Cpu;
  pids?: Pids;
  blockIO?: BlockIo;
  hugepageLimits?: HugepageLimit[];
  network?: { classID?: number; priorities?: { name: string; priority: number }[] };
  /** cgroup v2 files by name, for what has no field of its own. */
  unified?: Record<string, string>;
}

export interface DeviceCgroupRule {
  allow: boolean;
  type?: 'a' | 'b' | 'c';
  major?: number;
  minor?: number;
  /** Any of `rwm`. */
  access?: string;
}

/** Bytes; -1 is unlimited. */
export interface Memory {
  /** `memory.max`; v1 `memory.limit_in_bytes` */
  limit?: number;
  /** `memory.low`; v1 `memory.soft_limit_in_bytes` */
  reservation?: number;
  /** Memory plus swap: `memory.swap.max` is the difference; v1 `memory.memsw.limit_in_bytes` */
  swap?: number;
  /** v1 `memory.kmem.limit_in_bytes` */
  kernel?: number;
  /** v1 `memory.kmem.tcp.limit_in_bytes` */
  kernelTCP?: number;
  /** 0 to 100, v1 only: `memory.swappiness` */
  swappiness?: number;
  /** v1 only: `memory.oom_control` */
  disableOOMKiller?: boolean;
  useHierarchy?: boolean;
  checkBeforeUpdate?: boolean;
}

export interface Cpu {
  /** `cpu.weight` (converted by the runtime); v1 `cpu.shares` */
  shares?: number;
  /** µs a period: `cpu.max`; v1 `cpu.cfs_quota_us` */
  quota?: number;
  /** µs: `cpu.max`; v1 `cpu.cfs_period_us` */
  period?: number;
  burst?: number;
  /** µs, v1 only: `cpu.rt_runtime_us` */
  realtimeRuntime?: number;
  /** µs, v1 only: `cpu.rt_period_us` */
  realtimePeriod?: number;
  /** List format: `cpuset.cpus` */
  cpus?: string;
  /** List format: `cpuset.mems` */
  mems?: string;
  /** `cpu.idle` */
  idle?: number;
}

export interface Pids {
  /** `pids.max`; -1 or 0: unlimited */
  limit: number;
}

export interface BlockIo {
  /** 10 to 1000: `io.bfq.weight`; v1 `blkio.weight` */
  weight?: number;
  leafWeight?: number;
  weightDevice?: (DeviceNumber & { weight?: number; leafWeight?: number })[];
  /** bytes/s: `io.max rbps`; v1 `blkio.throttle.read_bps_device` */
  throttleReadBpsDevice?: ThrottleDevice[];
  throttleWriteBpsDevice?: ThrottleDevice[];
  throttleReadIOPSDevice?: ThrottleDevice[];
  throttleWriteIOPSDevice?: ThrottleDevice[];
}

export interface DeviceNumber {
  major: number;
  minor: number;
}

export interface ThrottleDevice extends DeviceNumber {
  rate: number;
}

export interface HugepageLimit {
  /** `2MB`, `1GB` */
  pageSize: string;
  /** bytes */
  limit: number;
}
