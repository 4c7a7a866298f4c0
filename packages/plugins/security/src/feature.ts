import { chooseCapabilities, defineFeature, invalidParameter } from '@arca/plugin-kit';
import { parseProfile, resolveProfile } from './custom-profile.js';
import { parseSecurityOptions } from './options.js';
import { defaultProfile } from './seccomp.js';

/** Kernel files that tell of the host or change it. */
const maskedPaths =
  `/proc/asound /proc/acpi /proc/interrupts /proc/kcore /proc/keys /proc/latency_stats /proc/timer_list
  /proc/timer_stats /proc/sched_debug /proc/scsi /sys/firmware /sys/devices/virtual/powercap`.split(/\s+/);
const readonlyPaths = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'];

/** What the process is kept from: seccomp, LSM labels, privileges by exec, kernel files, the root file system. */
export const security = defineFeature(
  {
    id: 'security',
    summary: 'Seccomp, AppArmor, SELinux, no-new-privileges, masked and read-only paths, read-only root',
    owns: [
      'HostConfig.SecurityOpt',
      'HostConfig.MaskedPaths',
      'HostConfig.ReadonlyPaths',
      'HostConfig.ReadonlyRootfs',
    ],
    reads: ['HostConfig.Privileged', 'HostConfig.CapAdd', 'HostConfig.CapDrop'],
    writes: [
      'linux.seccomp',
      'process.noNewPrivileges',
      'process.apparmorProfile',
      'linux.maskedPaths',
      'linux.readonlyPaths',
      'root.readonly',
    ],
    flags: {
      'HostConfig.SecurityOpt': '--security-opt',
      'HostConfig.ReadonlyRootfs': '--read-only',
    },
  },
  {
    defaults({ HostConfig }) {
      const open =
        HostConfig.Privileged || parseSecurityOptions(HostConfig.SecurityOpt ?? []).unconfinedSystemPaths;
      HostConfig.MaskedPaths ??= open ? [] : maskedPaths;
      HostConfig.ReadonlyPaths ??= open ? [] : readonlyPaths;
    },
    validate({ HostConfig }, { host }) {
      const options = parseSecurityOptions(HostConfig.SecurityOpt ?? []);
      const { seccomp, apparmor } = options;
      if (seccomp && seccomp !== 'unconfined' && seccomp !== 'builtin') parseProfile(seccomp);
      if (seccomp && seccomp !== 'unconfined' && !host.features!.seccomp) {
        throw invalidParameter(
          'seccomp is not enabled in your kernel, cannot run a custom seccomp profile',
          'security.no-seccomp',
        );
      }
      // A profile that cannot be applied must not be dropped: the container would run with more rights than asked for.
      if (apparmor && apparmor !== 'unconfined' && !host.apparmor) {
        throw invalidParameter(
          'AppArmor is not enabled on this host, cannot apply a profile',
          'security.no-apparmor',
        );
      }
    },
    adapt({ HostConfig }, { host, warn }) {
      const { labels } = parseSecurityOptions(HostConfig.SecurityOpt ?? []);
      if (labels.some((label) => label !== 'disable') && !host.selinux) {
        warn('SELinux is not enabled on this host. Security labels discarded.');
        HostConfig.SecurityOpt = (HostConfig.SecurityOpt ?? []).filter(
          (option) => !option.startsWith('label'),
        );
      }
    },
    spec({ HostConfig }, rooms, { host }) {
      const options = parseSecurityOptions(HostConfig.SecurityOpt ?? []);
      const from = HostConfig.SecurityOpt?.length ? 'HostConfig.SecurityOpt' : 'default';
      if (options.noNewPrivileges) rooms.set('process.noNewPrivileges', true, from);
      if (options.apparmor && host.apparmor) rooms.set('process.apparmorProfile', options.apparmor, from);
      const { CapAdd, CapDrop, Privileged } = HostConfig;
      if (host.features!.seccomp && options.seccomp !== 'unconfined' && !(Privileged && !options.seccomp)) {
        const capabilities = chooseCapabilities(CapAdd ?? [], CapDrop ?? [], Privileged ?? false);
        const machine = { architecture: host.architecture, kernelVersion: host.kernelVersion, capabilities };
        const profile =
          options.seccomp && options.seccomp !== 'builtin'
            ? resolveProfile(parseProfile(options.seccomp), machine)
            : defaultProfile(host.architecture, capabilities);
        rooms.set('linux.seccomp', profile, from);
      }
      rooms.set('linux.maskedPaths', HostConfig.MaskedPaths ?? [], 'HostConfig.MaskedPaths');
      rooms.set('linux.readonlyPaths', HostConfig.ReadonlyPaths ?? [], 'HostConfig.ReadonlyPaths');
      if (HostConfig.ReadonlyRootfs) rooms.set('root.readonly', true, 'HostConfig.ReadonlyRootfs');
    },
  },
);
