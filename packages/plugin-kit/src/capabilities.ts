import type { HostInfo } from '@arca/agent-proto';
import { invalidParameter } from './errors.js';

/** capabilities(7), in the order of their numbers. */
export const allCapabilities: readonly string[] =
  `CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE
  NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT
  SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG
  WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE`
    .split(/\s+/)
    .map((name) => `CAP_${name}`);

/** What a container's process may do unless told otherwise. */
const byDefault =
  `CHOWN DAC_OVERRIDE FSETID FOWNER MKNOD NET_RAW SETGID SETUID SETFCAP SETPCAP NET_BIND_SERVICE SYS_CHROOT KILL
  AUDIT_WRITE`
    .split(/\s+/)
    .map((name) => `CAP_${name}`);

const known = new Set(allCapabilities);

/** Names with `CAP_`, in upper case, or `ALL`. Throws InvalidParameter for an unknown one. */
export function normalizeCapabilities(names: readonly string[], field: 'CapAdd' | 'CapDrop'): string[] {
  return names.map((given) => {
    const name = given.toUpperCase();
    if (name === 'ALL') return name;
    const full = name.startsWith('CAP_') ? name : `CAP_${name}`;
    if (!known.has(full)) {
      throw invalidParameter(`invalid ${field}: unknown capability: "${full}"`, 'capabilities.unknown');
    }
    return full;
  });
}

/** Those of a set that a host can give: none beyond what the agent itself has. */
export const givenBy = (host: Pick<HostInfo, 'capabilities'>, set: readonly string[]): string[] =>
  host.capabilities.length === 0
    ? [...set]
    : set.filter((name) => host.capabilities.includes(allCapabilities.indexOf(name)));

/** The set that results; `ALL` added takes away only what is dropped by name, `ALL` dropped leaves what is added by name. */
export function chooseCapabilities(
  added: readonly string[],
  dropped: readonly string[],
  privileged: boolean,
): string[] {
  if (privileged) return [...allCapabilities];
  if (added.includes('ALL')) return allCapabilities.filter((name) => !dropped.includes(name));
  if (dropped.includes('ALL')) return [...added];
  return [...new Set([...byDefault.filter((name) => !dropped.includes(name)), ...added])];
}
