import { expect } from 'chai';
import { describeFeature } from '@arca/plugin-kit/testing';
import { resolveProfile } from './custom-profile.js';
import { security } from './feature.js';
import { defaultProfile } from './seccomp.js';

const custom = JSON.stringify({
  defaultAction: 'SCMP_ACT_ALLOW',
  syscalls: [{ name: 'chmod', action: 'SCMP_ACT_ERRNO' }],
});
const open = { 'linux.maskedPaths': [], 'linux.readonlyPaths': [] };

describeFeature(security, [
  {
    name: 'confines by default',
    provenance: {
      'linux.seccomp': 'default',
      'linux.maskedPaths': 'HostConfig.MaskedPaths',
      'linux.readonlyPaths': 'HostConfig.ReadonlyPaths',
    },
  },
  {
    name: 'opens what is asked for',
    body: {
      HostConfig: {
        SecurityOpt: ['seccomp=unconfined', 'systempaths=unconfined', 'no-new-privileges'],
        ReadonlyRootfs: true,
      },
    },
    rooms: { ...open, 'process.noNewPrivileges': true, 'root.readonly': true },
  },
  { name: 'leaves the privileged alone', body: { HostConfig: { Privileged: true } }, rooms: open },
  {
    name: 'takes a profile and paths of one’s own',
    host: { apparmor: true },
    body: {
      HostConfig: {
        SecurityOpt: [`seccomp=${custom}`, 'apparmor=mine'],
        MaskedPaths: ['/a'],
        ReadonlyPaths: ['/b'],
      },
    },
    rooms: {
      'process.apparmorProfile': 'mine',
      'linux.seccomp': {
        defaultAction: 'SCMP_ACT_ALLOW',
        architectures: [],
        syscalls: [{ names: ['chmod'], action: 'SCMP_ACT_ERRNO' }],
      },
      'linux.maskedPaths': ['/a'],
      'linux.readonlyPaths': ['/b'],
    },
  },
  {
    name: 'warns of labels where SELinux is not',
    body: { HostConfig: { SecurityOpt: ['label=type:x', 'seccomp=unconfined'] } },
    warnings: ['SELinux is not enabled on this host. Security labels discarded.'],
    completed: { HostConfig: { SecurityOpt: ['seccomp=unconfined'] } },
  },
  {
    name: 'refuses an AppArmor profile that cannot be applied',
    body: { HostConfig: { SecurityOpt: ['apparmor=mine'] } },
    invalid: 'AppArmor is not enabled on this host, cannot apply a profile',
  },
  {
    name: 'refuses what is no profile',
    body: { HostConfig: { SecurityOpt: ['seccomp={'] } },
    invalid: /^Decoding seccomp profile failed/,
  },
  {
    name: 'refuses an unknown option',
    body: { HostConfig: { SecurityOpt: ['magic=1'] } },
    invalid: 'invalid --security-opt 2: "magic=1"',
  },
  {
    name: 'refuses what is no option',
    body: { HostConfig: { SecurityOpt: ['magic'] } },
    invalid: 'invalid --security-opt 1: "magic"',
  },
]);

describe('seccomp profiles', () => {
  const allows = (capabilities: string[], name: string) =>
    defaultProfile('x86_64', capabilities).syscalls!.some(
      ({ names, args, action }) => names.includes(name) && !args && action === 'SCMP_ACT_ALLOW',
    );

  it('withhold what reaches past namespaces unless its capability is there', () => {
    for (const name of [
      'mount',
      'setns',
      'unshare',
      'bpf',
      'clone3',
      'keyctl',
      'add_key',
      'io_uring_setup',
      'userfaultfd',
      'kexec_load',
    ]) {
      expect(allows([], name), name).to.equal(false);
    }
    for (const name of ['mount', 'setns', 'unshare', 'bpf', 'clone3'])
      expect(allows(['CAP_SYS_ADMIN'], name), name).to.equal(true);
    for (const name of ['read', 'execve', 'clone', 'ptrace', 'socketpair'])
      expect(allows([], name) || name === 'clone', name).to.equal(true);
  });

  it('bind rules to capabilities, machines and kernels', () => {
    const rule = (name: string, more: object) => ({
      names: [name],
      action: 'SCMP_ACT_ALLOW' as const,
      ...more,
    });
    const profile = {
      defaultAction: 'SCMP_ACT_ERRNO' as const,
      archMap: [{ architecture: 'SCMP_ARCH_X86_64', subArchitectures: ['SCMP_ARCH_X86'] }],
      syscalls: [
        rule('a', { includes: { caps: ['CAP_SYS_ADMIN'] } }),
        rule('b', { excludes: { caps: ['CAP_SYS_ADMIN'] } }),
        rule('c', { includes: { arches: ['arm64'] } }),
        rule('d', { includes: { minKernel: '6.2' } }),
        rule('e', { includes: { arches: ['amd64'], minKernel: '4.8' } }),
      ],
    };
    const machine = { architecture: 'x86_64', kernelVersion: '6.1.0-x', capabilities: [] };
    const resolved = resolveProfile(profile, machine);
    expect(resolved.syscalls!.flatMap(({ names }) => names)).to.deep.equal(['b', 'e']);
    expect(resolved.architectures).to.deep.equal(['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86']);
  });
});
