import type { Spec } from '@arca/oci-spec';
import { mountFlags } from '../linux/syscalls.js';

/** Flags of statfs(2), and the options of mounts that stand for them. */
const restrictions: readonly [number, string][] = [
  [1, 'ro'],
  [2, 'nosuid'],
  [4, 'nodev'],
  [8, 'noexec'],
];

/** Looks that have not come back: one thread of the pool for each path, however many starts wait for it. */
const underWay = new Map<string, Promise<number | undefined>>();

/**
 * Binds with what their sources must not do written out: runc leaves that as it is, crun mounts a bind anew and gives
 * up all that its options do not say.
 */
export async function withSourceFlags(spec: Spec): Promise<Spec> {
  const mounts = spec.mounts?.map(async (mount) => {
    const { options = [], source } = mount;
    if (!source || !options.some((option) => option === 'bind' || option === 'rbind')) return mount;
    // What is not there is for the runtime to tell.
    const flags = (await flagsOf(source)) ?? 0;
    const missing = restrictions
      .filter(([flag, option]) => flags & flag && !options.includes(option))
      .map(([, option]) => option);
    return missing.length === 0 ? mount : { ...mount, options: [...options, ...missing] };
  });
  return mounts ? { ...spec, mounts: await Promise.all(mounts) } : spec;
}

function flagsOf(path: string): Promise<number | undefined> {
  const known = underWay.get(path);
  if (known !== undefined) return known;
  const looking = mountFlags(path).finally(() => underWay.delete(path));
  underWay.set(path, looking);
  return looking;
}
