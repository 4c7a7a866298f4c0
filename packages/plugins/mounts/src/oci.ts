import type { HostInfo } from '@arca/agent-proto';
import { invalidParameter } from '@arca/plugin-kit';
import type { RequestedMount } from './requested.js';

export interface OciMount {
  type: string;
  source: string;
  options: string[];
}

/** A mount as OCI has it; `source` is the path on the host. Throws InvalidParameter for what the host cannot do. */
export function toOci(
  mount: RequestedMount,
  source: string,
  host: Pick<HostInfo, 'kernelVersion'>,
): OciMount {
  if (mount.type === 'tmpfs') {
    const readonly = mount.writable ? [] : ['ro'];
    return { type: 'tmpfs', source: 'tmpfs', options: [...new Set([...mount.options, ...readonly])] };
  }
  const bind = mount.recursive ? 'rbind' : 'bind';
  // crun takes a recursive propagation for a recursive mount.
  const propagation = mount.recursive ? mount.propagation : mount.propagation.replace(/^r/, '');
  return {
    type: 'bind',
    source,
    options: [bind, ...readOnly(mount, host), ...(propagation === '' ? [] : [propagation])],
  };
}

/** mount_setattr(2), which makes a tree of mounts read-only, is there from Linux 5.12. */
function readOnly(
  { writable, reach, subpath }: RequestedMount,
  { kernelVersion }: Pick<HostInfo, 'kernelVersion'>,
): string[] {
  if (writable) return [];
  if (reach === 'itself' || subpath !== '') return ['ro'];
  const [major = 0, minor = 0] = kernelVersion.split('.').map(Number);
  if (major > 5 || (major === 5 && minor >= 12)) return ['rro'];
  if (reach === 'all') return ['ro'];
  const text = `rro is not supported: kernel version ${kernelVersion} is older than 5.12`;
  throw invalidParameter(text, 'mounts.read-only');
}

/** Mounts that come from the host, or go to it, need a root that is not private: linux.rootfsPropagation. */
export function rootPropagation(
  mounts: readonly RequestedMount[],
): { value: string; field: RequestedMount['field'] } | undefined {
  for (const [kind, value] of [
    ['shared', 'shared'],
    ['slave', 'rslave'],
  ]) {
    const mount = mounts.find(({ propagation }) => propagation.replace(/^r/, '') === kind);
    if (mount) return { value: value!, field: mount.field };
  }
  return undefined;
}
