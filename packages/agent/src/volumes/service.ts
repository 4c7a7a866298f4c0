import { PathKind, type ServiceImplementation, type Volumes } from '@arca/agent-proto';
import { mkdir } from 'node:fs/promises';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshots } from '../containerd/snapshots.js';
import type { Roots } from '../files/roots.js';
import { mountOf, mountPoints } from '../linux/mounts.js';
import type { ImageStore } from '../images/store.js';
import { checkId } from '../tasks/context.js';
import { Attachments } from './attachments.js';
import { copyUp } from './copy-up.js';
import { LocalVolumes } from './local.js';
import { directoryUsage } from './usage.js';

export interface VolumeParts {
  /** Volumes are in `<root>/volumes`. */
  root: string;
  /** What starting containers are given is in `<run>/volumes`. */
  run: string;
  roots: Pick<Roots, 'open'>;
  images: Pick<ImageStore, 'get' | 'chainId'>;
  snapshots: Pick<Snapshots, 'view' | 'mounts' | 'remove' | 'list'>;
}

/** `Volumes` of the agent's contract. What an earlier agent laid ready for starts is removed. */
export async function openVolumes({
  root,
  run,
  roots,
  images,
  snapshots,
}: VolumeParts): Promise<ServiceImplementation<typeof Volumes>> {
  const local = new LocalVolumes(join(root, 'volumes'));
  const attachments = new Attachments(join(run, 'volumes'), snapshots);
  await mkdir(join(root, 'volumes'), { recursive: true, mode: 0o701 });
  await attachments.sweep();
  return {
    create: async ({ name }) => ({ mountpoint: await local.create(name) }),
    remove: async ({ name }) => (await local.remove(name), {}),
    mount: async ({ name, ...source }) => (await local.mount(name, source), {}),
    unmount: async ({ name }) => (await local.unmount(name), {}),
    copyUp: async ({ containerId, path, directory }) => {
      const opened = await roots.open(checkId(containerId), []);
      try {
        await copyUp(opened.fd, path, directory);
      } finally {
        opened.close();
      }
      return {};
    },
    holdImage: async ({ containerId, index, imageId }) => {
      const { id } = await images.get(imageId);
      await attachments.hold(checkId(containerId), index, await images.chainId(id));
      return {};
    },
    releaseImages: async ({ id }) => (await attachments.release(checkId(id)), {}),
    attach: async ({ containerId, attachments: wanted }) => ({
      paths: await attachments.attach(checkId(containerId), wanted),
    }),
    detach: async ({ id }) => (attachments.detach(checkId(id)), {}),
    keep: async ({ containerIds }) => (await attachments.keep(new Set(containerIds)), {}),
    usage: async ({ path }) => ({ bytes: await directoryUsage(path) }),
    look: async ({ paths }) => ({ kinds: paths.map(kindOf), mounts: await mountsOf(paths) }),
  };
}

function kindOf(path: string): PathKind {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return PathKind.MISSING;
  return stats.isDirectory() ? PathKind.DIRECTORY : PathKind.FILE;
}

async function mountsOf(
  paths: readonly string[],
): Promise<{ target: string; shared: boolean; slave: boolean }[]> {
  const mounts = await mountPoints();
  return paths.map((path) => {
    const real = existsSync(path) ? realpathSync(path) : path;
    const { target = '/', shared = false, slave = false } = mountOf(real, mounts) ?? {};
    return { target, shared, slave };
  });
}
