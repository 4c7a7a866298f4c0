import type { Agent, HostInfo } from '@arca/agent-proto';
import type { SystemInfo } from '@arca/api';
import type { Clock, Containers, Daemon, Events, Logs, OperationFunction, Volumes } from '@arca/plugin-kit';
import { registryConfig } from './info-registries.js';
import { hostWarnings } from './info-warnings.js';
import { asOlder } from './older-info.js';

/** `GET /info`: what the engine is, what its host can do, and what it holds. */
export const info =
  (
    daemon: Daemon,
    agent: Agent,
    containers: Containers,
    logs: Logs,
    events: Events,
    clock: Clock,
    volumes: Pick<Volumes, 'drivers'>,
  ): OperationFunction<'SystemInfo'> =>
  async (_request, call) => {
    const host = await agent.system.info({});
    const answer: SystemInfo = {
      ...engineInfo(daemon, clock),
      ...countContainers(containers),
      ...hostInfo(host),
      ...runtimeInfo(host),
      Plugins: {
        Volume: [...volumes.drivers()],
        Network: ['bridge', 'host', 'null'],
        Authorization: null,
        Log: [...logs.drivers],
      },
      NEventsListener: events.subscribers,
      RegistryConfig: registryConfig(daemon),
      ...outsideSwarm,
    };
    return asOlder(answer, call);
  };

const engineInfo = (daemon: Daemon, clock: Clock) => ({
  ID: daemon.id,
  DockerRootDir: daemon.root,
  Debug: daemon.debug,
  NGoroutines: process.getActiveResourcesInfo().length,
  SystemTime: clock.now(),
  LoggingDriver: daemon.logDriver,
  IndexServerAddress: 'https://index.docker.io/v1/',
  HttpProxy: '',
  HttpsProxy: '',
  NoProxy: '',
  Labels: [...daemon.labels],
  ExperimentalBuild: false,
  ServerVersion: daemon.version,
  // Containers go on while the daemon is down, always.
  LiveRestoreEnabled: true,
  Isolation: '' as const,
  ProductLicense: 'MIT',
  ...(daemon.defaultAddressPools.length > 0 && {
    DefaultAddressPools: daemon.defaultAddressPools.map(({ base, size }) => ({ Base: base, Size: size })),
  }),
  FirewallBackend: { Driver: 'nftables' },
  CDISpecDirs: [...daemon.cdiSpecDirs],
});

/** dockerd counts a container that waits to be started again as stopped. */
function countContainers(containers: Containers) {
  const counts = { ContainersRunning: 0, ContainersPaused: 0, ContainersStopped: 0 };
  const names = { running: 'ContainersRunning', paused: 'ContainersPaused' } as const;
  const all = containers.list();
  for (const { state } of all) {
    const known = state.status === 'running' || state.status === 'paused';
    counts[known ? names[state.status as keyof typeof names] : 'ContainersStopped'] += 1;
  }
  return { Containers: all.length, ...counts };
}

const hostInfo = (host: HostInfo) => ({
  Name: host.hostname,
  Images: host.images,
  Driver: host.storageDriver,
  DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']],
  NFd: host.fileDescriptors,
  KernelVersion: host.kernelVersion,
  OperatingSystem: host.operatingSystem,
  OSVersion: host.osVersion,
  OSType: 'linux',
  Architecture: host.architecture,
  NCPU: host.cpus,
  MemTotal: host.memory,
  GenericResources: null,
  CgroupDriver: host.cgroupDriver as SystemInfo['CgroupDriver'],
  CgroupVersion: host.cgroupVersion === 1 ? ('1' as const) : ('2' as const),
  MemoryLimit: host.features!.memoryLimit,
  SwapLimit: host.features!.swapLimit,
  KernelMemoryTCP: host.features!.kernelMemoryTcp,
  CpuCfsPeriod: host.features!.cpuCfs,
  CpuCfsQuota: host.features!.cpuCfs,
  CPUShares: host.features!.cpuShares,
  CPUSet: host.features!.cpuset,
  PidsLimit: host.features!.pids,
  OomKillDisable: host.features!.oomKillDisable,
  IPv4Forwarding: host.features!.ipv4Forwarding,
  SecurityOptions: host.securityOptions,
  Warnings: hostWarnings(host),
});

function runtimeInfo({ runtimes, defaultRuntime, ...host }: HostInfo) {
  const usable = runtimes.filter((runtime) => runtime.usable);
  const version = runtimes.find(({ name }) => name === defaultRuntime)?.version;
  const { containerdAddress: Address, containerdNamespace: namespace } = host;
  return {
    Runtimes: Object.fromEntries(usable.map(({ name, path }) => [name, { path }])),
    DefaultRuntime: defaultRuntime,
    InitBinary: host.initPath,
    ContainerdCommit: { ID: host.containerdVersion || 'N/A' },
    RuncCommit: { ID: version || 'N/A' },
    InitCommit: { ID: host.initVersion || 'N/A' },
    ...(Address && { Containerd: { Address, Namespaces: { Containers: namespace, Plugins: namespace } } }),
  };
}

const outsideSwarm = {
  Swarm: {
    NodeID: '',
    NodeAddr: '',
    LocalNodeState: 'inactive' as const,
    ControlAvailable: false,
    Error: '',
    RemoteManagers: null,
  },
};
