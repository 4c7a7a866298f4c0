import type { Seccomp, SeccompAction, SeccompSyscall } from '@arca/oci-spec';
import { invalidParameter } from '@arca/plugin-kit';

/** Docker's form of a profile: OCI's, with architectures mapped and rules bound to capabilities, machines or kernels. */
interface Profile extends Partial<Omit<Seccomp, 'syscalls'>> {
  archMap?: { architecture: string; subArchitectures?: string[] | null }[];
  syscalls?: (Omit<SeccompSyscall, 'names'> & {
    name?: string;
    names?: string[];
    includes?: Condition;
    excludes?: Condition;
  })[];
}

interface Condition {
  caps?: string[];
  /** Go's machine names: amd64, arm64 … */
  arches?: string[];
  minKernel?: string;
}

export interface Machine {
  /** uname's machine name */
  architecture: string;
  kernelVersion: string;
  capabilities: readonly string[];
}

const goNames: Readonly<Record<string, string>> = { x86_64: 'amd64', aarch64: 'arm64' };
const scmpNames: Readonly<Record<string, string>> = {
  x86_64: 'SCMP_ARCH_X86_64',
  aarch64: 'SCMP_ARCH_AARCH64',
  ppc64le: 'SCMP_ARCH_PPC64LE',
  s390x: 'SCMP_ARCH_S390X',
  riscv64: 'SCMP_ARCH_RISCV64',
};

/** Reads a profile given as JSON. Throws InvalidParameter when it is none. */
export function parseProfile(json: string): Profile {
  let profile: unknown;
  try {
    profile = JSON.parse(json);
  } catch (error) {
    throw invalidParameter(
      `Decoding seccomp profile failed: ${(error as Error).message}`,
      'security.seccomp',
      { cause: error },
    );
  }
  if (profile === null || typeof profile !== 'object' || !('defaultAction' in profile)) {
    throw invalidParameter('Decoding seccomp profile failed: defaultAction is missing', 'security.seccomp');
  }
  const { architectures, archMap } = profile as Profile;
  if (architectures?.length && archMap?.length) {
    throw invalidParameter(
      "both 'architectures' and 'archMap' are specified in the seccomp profile, use either 'architectures' or 'archMap'",
      'security.seccomp',
    );
  }
  return profile as Profile;
}

/** The OCI form of a profile on this machine for these capabilities. */
export function resolveProfile(profile: Profile, machine: Machine): Seccomp {
  const { archMap, syscalls = [], defaultAction = 'SCMP_ACT_ERRNO', architectures, ...rest } = profile;
  const mapped = archMap?.find((entry) => entry.architecture === scmpNames[machine.architecture]);
  const resolved: SeccompSyscall[] = [];
  for (const { includes, excludes, name, names, ...rule } of syscalls) {
    if (includes && !holds(includes, machine)) continue;
    if (excludes && touches(excludes, machine)) continue;
    resolved.push({ ...rule, names: names ?? (name ? [name] : []) });
  }
  return {
    ...rest,
    defaultAction: defaultAction as SeccompAction,
    architectures: mapped ? [mapped.architecture, ...(mapped.subArchitectures ?? [])] : (architectures ?? []),
    syscalls: resolved,
  };
}

function holds({ caps = [], arches = [], minKernel }: Condition, machine: Machine): boolean {
  const arch = goNames[machine.architecture] ?? machine.architecture;
  return (
    caps.every((name) => machine.capabilities.includes(name)) &&
    (arches.length === 0 || arches.includes(arch)) &&
    (!minKernel || atLeast(machine.kernelVersion, minKernel))
  );
}

function touches({ caps = [], arches = [], minKernel }: Condition, machine: Machine): boolean {
  const arch = goNames[machine.architecture] ?? machine.architecture;
  return (
    caps.some((name) => machine.capabilities.includes(name)) ||
    arches.includes(arch) ||
    (minKernel !== undefined && atLeast(machine.kernelVersion, minKernel))
  );
}

function atLeast(version: string, minimum: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  const [wantMajor = 0, wantMinor = 0] = minimum.split('.').map(Number);
  return major > wantMajor || (major === wantMajor && minor >= wantMinor);
}
