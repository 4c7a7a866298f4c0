import type { Seccomp, SeccompSyscall } from '@arca/oci-spec';
import { allowed, allowedOn, allowedWith, tracing } from './syscalls.js';

/** The architectures whose calls a machine can make, by uname's machine name. */
const architectures: Readonly<Record<string, string[]>> = {
  x86_64: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32'],
  aarch64: ['SCMP_ARCH_AARCH64', 'SCMP_ARCH_ARM'],
  ppc64le: ['SCMP_ARCH_PPC64LE'],
  s390x: ['SCMP_ARCH_S390X', 'SCMP_ARCH_S390'],
  riscv64: ['SCMP_ARCH_RISCV64'],
};

/** CLONE_NEW* but CLONE_NEWTIME, which shares its bit with the exit signal: clone(2) without new namespaces is allowed. */
const namespaceFlags = 0x7e020000;
const ENOSYS = 38;
const AF_VSOCK = 40;
/** personality(2): Linux, 32 bits, UNAME26 of both, and the query. */
const personalities = [0x0, 0x0008, 0x20000, 0x20008, 0xffffffff];

const allow = (names: readonly string[], args?: SeccompSyscall['args']): SeccompSyscall => ({
  names: [...names],
  action: 'SCMP_ACT_ALLOW',
  ...(args ? { args } : {}),
});

/**
 * Docker's default profile for a set of capabilities: an allow-list whose default answer is EPERM. It withholds what
 * reaches past namespaces (mount, setns, keyctl, bpf …) unless the capability that guards it is there.
 */
export function defaultProfile(architecture: string, capabilities: readonly string[]): Seccomp {
  const admin = capabilities.includes('CAP_SYS_ADMIN');
  const syscalls = [
    allow(allowed),
    allow(tracing),
    // A virtual machine's own socket family would reach its host.
    allow(['socket'], [{ index: 0, value: AF_VSOCK, op: 'SCMP_CMP_NE' }]),
    ...personalities.map((value) => allow(['personality'], [{ index: 0, value, op: 'SCMP_CMP_EQ' }])),
  ];
  const own = allowedOn[architecture];
  if (own) syscalls.push(allow(own));
  for (const [capability, names] of Object.entries(allowedWith)) {
    if (capabilities.includes(capability)) syscalls.push(allow(names));
  }
  if (!admin) {
    const index = architecture === 's390x' ? 1 : 0;
    syscalls.push(
      allow(['clone'], [{ index, value: namespaceFlags, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' }]),
    );
    // Its flags are behind a pointer, where a filter cannot look; ENOSYS makes libc fall back to clone.
    syscalls.push({ names: ['clone3'], action: 'SCMP_ACT_ERRNO', errnoRet: ENOSYS });
  }
  return {
    defaultAction: 'SCMP_ACT_ERRNO',
    defaultErrnoRet: 1,
    architectures: architectures[architecture] ?? [],
    syscalls,
  };
}
