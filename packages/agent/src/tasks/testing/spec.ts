import type { Spec } from '@arca/oci-spec';

const capabilities = ['CAP_CHOWN', 'CAP_DAC_OVERRIDE', 'CAP_KILL', 'CAP_SETGID', 'CAP_SETUID'];

/** A spec for a command in namespaces of its own, without network. */
export function specOf(...args: string[]): Spec {
  return {
    ociVersion: '1.0.2',
    process: {
      user: { uid: 0, gid: 0 },
      args,
      env: ['PATH=/bin'],
      cwd: '/',
      capabilities: { bounding: capabilities, effective: capabilities, permitted: capabilities },
    },
    root: { path: '' },
    hostname: 'box',
    mounts: [
      { destination: '/proc', type: 'proc', source: 'proc' },
      { destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'mode=755'] },
      {
        destination: '/dev/pts',
        type: 'devpts',
        source: 'devpts',
        options: ['newinstance', 'ptmxmode=0666'],
      },
    ],
    linux: {
      namespaces: (['pid', 'ipc', 'uts', 'mount', 'network'] as const).map((type) => ({ type })),
      resources: {},
    },
  };
}

export const script = (text: string) => specOf('/bin/sh', '-c', text);

/** A profile that forbids mkdir and chmod, and needs some compiling. */
export const seccomp: NonNullable<Spec['linux']['seccomp']> = {
  defaultAction: 'SCMP_ACT_ALLOW',
  architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_AARCH64'],
  syscalls: [{ names: ['mkdir', 'mkdirat', 'chmod', 'fchmodat'], action: 'SCMP_ACT_ERRNO' }],
};
