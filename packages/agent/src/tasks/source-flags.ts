import type { Spec } from '@arca/oci-spec';
import { mountFlags } from '../linux/syscalls.js';

/** Flags of statfs(2), and the options of mounts that stand for them. */
const restrictions: readonly [number, string][] = [
  [1, 'ro'],
  [2, 'nosuid'],
  [4, 'nodev'],
  [8, 'noexec'],
];

/**
 * Binds with what their sources must not do written out: runc leaves that as it is, crun mounts a bind anew and gives
 * up all that its options do not say.
 */
export function withSourceFlags(spec: Spec): Spec {
  const mounts = spec.mounts?.map((mount) => {
    const { options = [], source } = mount;
    if (!source || !options.some((option) => option === 'bind' || option === 'rbind')) return mount;
    const flags = flagsOf(source);
    const missing = restrictions
      .filter(([flag, option]) => flags & flag && !options.includes(option))
      .map(([, option]) => option);
    return missing.length === 0 ? mount : { ...mount, options: [...options, ...missing] };
  });
  return mounts ? { ...spec, mounts } : spec;
}

/** What is not there is for the runtime to tell. */
function flagsOf(path: string): number {
  try {
    return mountFlags(path);
  } catch {
    return 0;
  }
}
