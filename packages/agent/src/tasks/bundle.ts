import type { Spec } from '@arca/oci-spec';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { detachBelow } from '../linux/mounts.js';
import { overlayOption } from '../linux/overlay.js';
import type { RootMount } from './ports.js';

const ROOTFS = 'rootfs';

/** Where the shim mounts the root file system of a bundle. */
export const rootfsOf = (bundle: string): string => join(bundle, ROOTFS);

/** Makes the OCI bundle: `config.json` and the place where the shim mounts the root file system. */
export function makeBundle(bundle: string): string {
  const rootfs = rootfsOf(bundle);
  mkdirSync(rootfs, { recursive: true, mode: 0o711 });
  return rootfs;
}

export function writeConfig(bundle: string, spec: Spec): void {
  // In place: the runtime reads it next, and for some 20 KB a thread's round trips cost more than the writing.
  writeFileSync(join(bundle, 'config.json'), JSON.stringify(spec), { mode: 0o600 });
}

/**
 * Removes the bundle. Never recursively into the root file system: while it is still mounted that would empty the
 * container. No error when there is none.
 */
export async function removeBundle(bundle: string): Promise<void> {
  const entries = await readdir(bundle).catch(() => []);
  await Promise.all(
    entries
      .filter((name) => name !== ROOTFS)
      .map((name) => rm(join(bundle, name), { recursive: true, force: true })),
  );
  const rootfs = rootfsOf(bundle);
  try {
    await rmdir(rootfs);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return void (await rmdir(bundle).catch(() => undefined));
    await detachBelow(rootfs);
    await rmdir(rootfs);
  }
  await rmdir(bundle);
}

/** What inspect shows of a writable layer that is an overlay; undefined for another. */
export function overlayOf(mounts: readonly RootMount[], bundle: string) {
  const overlay = mounts.find(({ type }) => type === 'overlay');
  const upper = overlay && overlayOption(overlay.options, 'upperdir');
  if (!overlay || !upper) return undefined;
  return {
    lower: overlayOption(overlay.options, 'lowerdir') ?? '',
    upper,
    work: overlayOption(overlay.options, 'workdir') ?? '',
    merged: rootfsOf(bundle),
  };
}
