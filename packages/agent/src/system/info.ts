import { arch, hostname } from 'node:os';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { HostInfoSchema } from '@arca/agent-proto';
import { hostFeatures } from '../linux/cgroup-features.js';
import { cgroupMode, type CgroupMode } from '../linux/cgroup-mode.js';
import {
  hasAppArmor,
  hasSelinux,
  hostsFile,
  kernelVersion,
  memorySizes,
  openFileLimits,
  openFiles,
  osRelease,
  ownStatus,
} from '../linux/host.js';
import { hostResolver } from '../linux/resolv-conf.js';
import { missingPrograms } from './programs.js';
import type { Runtimes } from './runtimes.js';
import { initVersion } from './versions.js';

export interface HostInfoOptions {
  root: string;
  run: string;
  runtimes: Runtimes;
  containerd: {
    /** Path of its socket. */
    address: string;
    namespace: string;
    version(): Promise<string>;
  };
  /** Number of images in the store. */
  countImages(): Promise<number>;
}

/** As uname(2) calls the processor that Node calls so. */
const machines: Record<string, string> = { x64: 'x86_64', arm64: 'aarch64', arm: 'armv7l', ia32: 'i686' };

/** What is asked of other programs, once. */
async function programInfo(options: HostInfoOptions) {
  const [runtimes, defaultRuntime, containerd, init, missing] = await Promise.all([
    options.runtimes.list(),
    options.runtimes.defaultName(),
    options.containerd.version(),
    initVersion(),
    missingPrograms(),
  ]);
  return {
    runtimes: runtimes.map(({ name, path, version, usable, reason }) => ({
      name,
      path,
      version,
      usable,
      reason,
    })),
    defaultRuntime,
    containerdVersion: containerd,
    initVersion: init?.version ?? '',
    initPath: init?.path ?? '',
    missingPrograms: missing.map(({ name }) => name),
  };
}

/** What the kernel and files say now. */
async function kernelInfo() {
  const mode = await cgroupMode();
  const [features, release, sizes, status, limits, files, resolver, apparmor, selinux, hosts] =
    await Promise.all([
      hostFeatures(mode),
      osRelease(),
      memorySizes(),
      ownStatus(),
      openFileLimits(),
      openFiles(),
      hostResolver(),
      hasAppArmor(),
      hasSelinux(),
      hostsFile(),
    ]);
  return {
    kernelVersion: kernelVersion(),
    operatingSystem: release.PRETTY_NAME || release.NAME || 'Linux',
    osVersion: release.VERSION_ID ?? '',
    architecture: machines[arch()] ?? arch(),
    hostname: hostname(),
    ...{ cpus: status.cpus, ...sizes },
    cgroupVersion: mode.version,
    cgroupControllers: mode.controllers,
    cgroupDriver: 'cgroupfs',
    features,
    securityOptions: securityOptions(mode, apparmor, features.seccomp),
    ...{ apparmor, selinux },
    storageDriver: 'overlayfs',
    fileDescriptors: files,
    dnsServers: resolver.servers,
    dnsSearch: resolver.search,
    dnsOptions: resolver.options,
    hostsFile: hosts,
    nofileHard: limits.hard,
    canRaiseLimits: status.canRaiseLimits,
    capabilities: status.capabilities,
  };
}

/** In dockerd's order. With v2 containers get a cgroup namespace of their own unless they ask for the host's. */
function securityOptions(mode: CgroupMode, apparmor: boolean, seccomp: boolean): string[] {
  return [
    ...(apparmor ? ['name=apparmor'] : []),
    ...(seccomp ? ['name=seccomp,profile=builtin'] : []),
    ...(mode.version === 2 ? ['name=cgroupns'] : []),
  ];
}

/** How long what the kernel and files say is taken as still true, ms: much asks for it during one start. */
const freshness = 2_000;

/** Facts about the host. What programs say is asked once. */
export class Host {
  private programs?: ReturnType<typeof programInfo>;
  private kernel?: { facts: ReturnType<typeof kernelInfo>; at: number };

  constructor(private readonly options: HostInfoOptions) {}

  async info(): Promise<MessageInitShape<typeof HostInfoSchema>> {
    const { root, run, containerd, countImages } = this.options;
    this.programs ??= programInfo(this.options);
    const now = performance.now();
    if (!this.kernel || now - this.kernel.at > freshness) this.kernel = { facts: kernelInfo(), at: now };
    const [programs, kernel, images] = await Promise.all([this.programs, this.kernel.facts, countImages()]);
    const { address: containerdAddress, namespace: containerdNamespace } = containerd;
    return { ...kernel, ...programs, images, root, run, containerdAddress, containerdNamespace };
  }
}
