import { access, readdir, readFile } from 'node:fs/promises';
import { release } from 'node:os';

/** Identity of the distribution: fields of os-release(5), as in `NAME="Debian GNU/Linux"`. */
export async function osRelease(): Promise<Record<string, string>> {
  const text =
    (await readFile('/etc/os-release', 'utf8').catch(() => undefined)) ??
    (await readFile('/usr/lib/os-release', 'utf8').catch(() => ''));
  return parseOsRelease(text);
}

export function parseOsRelease(text: string): Record<string, string> {
  const fields = [...text.matchAll(/^([A-Z_]+)=(?:"([^"]*)"|'([^']*)'|(.*))$/gm)];
  return Object.fromEntries(fields.map(([, name = '', ...values]) => [name, values.find(Boolean) ?? '']));
}

/** Bytes of memory and swap (`/proc/meminfo`, which counts in KiB). */
export async function memorySizes(): Promise<{ memory: number; swap: number }> {
  const text = await readFile('/proc/meminfo', 'utf8');
  const size = (name: string) => 1024 * Number(new RegExp(`^${name}: +(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0);
  return { memory: size('MemTotal'), swap: size('SwapTotal') };
}

export interface OwnStatus {
  /** Processors that the agent may run on. */
  cpus: number;
  /** CAP_SYS_RESOURCE: limits may be raised above the hard ones. */
  canRaiseLimits: boolean;
  /** Effective capabilities by number. */
  capabilities: number[];
}

const CAP_SYS_RESOURCE = 24n;

/** From `/proc/self/status`. */
export async function ownStatus(): Promise<OwnStatus> {
  const text = await readFile('/proc/self/status', 'utf8');
  const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)$`, 'm').exec(text)?.[1] ?? '';
  const capabilities = BigInt(`0x${field('CapEff') || '0'}`);
  return {
    cpus: countList(field('Cpus_allowed_list')),
    capabilities: Array.from({ length: 64 }, (_, bit) => bit).filter(
      (bit) => (capabilities >> BigInt(bit)) & 1n,
    ),
    canRaiseLimits: ((capabilities >> CAP_SYS_RESOURCE) & 1n) === 1n,
  };
}

/** Number of members of a list in the kernel's format: `0-3,8`. */
export function countList(list: string): number {
  return list
    .split(',')
    .filter((part) => part !== '')
    .map((part) => part.split('-').map(Number))
    .reduce((sum, [first = 0, last = first]) => sum + last - first + 1, 0);
}

/** RLIMIT_NOFILE of the agent; Infinity when unlimited. */
export async function openFileLimits(): Promise<{ soft: number; hard: number }> {
  const text = await readFile('/proc/self/limits', 'utf8');
  const [, soft = '0', hard = '0'] = /^Max open files\s+(\S+)\s+(\S+)/m.exec(text) ?? [];
  const value = (limit: string) => (limit === 'unlimited' ? Infinity : Number(limit));
  return { soft: value(soft), hard: value(hard) };
}

/** Descriptors that the agent has open. */
export async function openFiles(): Promise<number> {
  return (await readdir('/proc/self/fd')).length;
}

/** Whether AppArmor confines: dockerd asks for its list of profiles too. */
export async function hasAppArmor(): Promise<boolean> {
  return readFile('/sys/kernel/security/apparmor/profiles').then(
    () => true,
    () => false,
  );
}

export async function hasSelinux(): Promise<boolean> {
  return access('/sys/fs/selinux/enforce').then(
    () => true,
    () => false,
  );
}

/** Text of the host's table of names. */
export async function hostsFile(): Promise<string> {
  return readFile('/etc/hosts', 'utf8').catch(() => '');
}

/** `6.1.0-18-amd64` */
export function kernelVersion(): string {
  return release();
}

/** Whether systemd is the host's init. */
export async function bootedWithSystemd(): Promise<boolean> {
  return access('/run/systemd/system').then(
    () => true,
    () => false,
  );
}
