import type { MountPoint } from '@arca/api';
import {
  defineFeature,
  invalidParameter,
  type Containers,
  type Events,
  type Volumes,
} from '@arca/plugin-kit';
import { collectMounts, type MountsOf } from './collect.js';
import { dropMounts, madeOf, makeMounts, mountsMadeFor } from './make.js';
import { manifest } from './manifest.js';
import { rootPropagation, toOci } from './oci.js';
import type { RequestedMount } from './requested.js';
import { checkPropagation, ended, mountSources, started, takeUp } from './run.js';

/** What the feature needs of the daemon. */
export interface Tools {
  volumes: Volumes;
  events: Pick<Events, 'emit'>;
  containers: Pick<Containers, 'get'>;
}

/** The kernel's own file systems in every container, and what a person mounts. */
export const mounts = (tools: Tools) => {
  const mountsOf: MountsOf = (reference) => {
    try {
      return mountsMadeFor(tools.containers.get(reference));
    } catch (error) {
      throw invalidParameter((error as Error).message, 'mounts.volumes-from', { cause: error });
    }
  };
  return defineFeature(manifest, {
    defaults({ Config }, { image }) {
      if (image.config.Volumes) Config.Volumes = { ...image.config.Volumes, ...Config.Volumes };
    },
    validate(fields) {
      collectMounts(fields, mountsOf);
      if (Object.keys(fields.HostConfig.StorageOpt ?? {}).length > 0) {
        const text = "--storage-opt is supported only for overlay over xfs with 'pquota' mount option";
        throw invalidParameter(text, 'mounts.storage-opt');
      }
    },
    adapt({ HostConfig: { VolumeDriver, Mounts } }, { warn }) {
      const ignored = Mounts?.some(
        ({ Type, VolumeOptions }) => Type === 'volume' && !VolumeOptions?.DriverConfig?.Name,
      );
      if (!VolumeDriver || !ignored) return;
      warn(
        "WARNING: the container-wide volume-driver configuration is ignored for volumes specified via 'mount'. Use '--mount type=volume,volume-driver=...' instead",
      );
    },
    async created(fields, context) {
      const requested = collectMounts(fields, mountsOf);
      if (requested.length === 0) return undefined;
      return { mounts: await makeMounts(requested, tools.volumes, context) };
    },
    spec(fields, rooms, context) {
      const { HostConfig } = fields;
      offerSystem(HostConfig.Privileged ?? false, (destination, mount) =>
        rooms.offer('mounts', destination, mount, 'default'),
      );
      const { paths = {} } = (context.runtime ?? {}) as { paths?: Record<string, string> };
      const all = context.made ? madeOf(context) : collectMounts(fields, mountsOf);
      for (const mount of all) {
        const { destination, field } = mount;
        if (mount.type === 'bind' && mount.create) rooms.directory(mount.source);
        const source = paths[destination] ?? restingPlace(mount);
        rooms.add('mounts', destination, toOci(mount, source, context.host), field);
      }
      const propagation = rootPropagation(all);
      if (propagation) rooms.set('linux.rootfsPropagation', propagation.value, propagation.field);
    },
    async start(_fields, context) {
      await checkPropagation(context);
      return mountSources(tools, context);
    },
    started: (_fields, context) => started(context),
    exited: (_fields, context) => ended(tools, context),
    recover: (_fields, context) => takeUp(tools, context),
    removed: (_fields, context) => dropMounts(madeOf(context), tools.volumes, context, context.volumes),
    inspect(_fields, context, answer) {
      answer.Mounts = shown(context);
    },
    list(_fields, context, answer) {
      answer.Mounts = shown(context);
    },
  });
};

/** Where a mount's files are while the container does not run; no path for what is laid ready at the start. */
function restingPlace({ type, source, name, subpath }: RequestedMount): string {
  if (type === 'bind') return source;
  if (type === 'volume' && source !== '' && subpath === '') return source;
  return `<${type} ${name || 'without a name'}>`;
}

function offerSystem(
  privileged: boolean,
  offer: (destination: string, mount: { type: string; source: string; options: string[] }) => void,
): void {
  const readonly = privileged ? [] : ['ro'];
  const strict = ['nosuid', 'noexec', 'nodev'];
  const system = (destination: string, type: string, options: string[]) =>
    offer(destination, { type, source: type, options });
  system('/proc', 'proc', strict);
  system('/dev', 'tmpfs', ['nosuid', 'strictatime', 'mode=755', 'size=65536k']);
  system('/dev/pts', 'devpts', ['nosuid', 'noexec', 'newinstance', 'ptmxmode=0666', 'mode=0620', 'gid=5']);
  system('/sys', 'sysfs', [...strict, ...readonly]);
  system('/sys/fs/cgroup', 'cgroup', [...readonly, ...strict]);
}

/** dockerd tells of all but `Tmpfs`. */
const shown = (context: Parameters<typeof madeOf>[0]): MountPoint[] =>
  madeOf(context)
    .filter(({ field }) => field !== 'HostConfig.Tmpfs')
    .map((mount) => ({
      Type: mount.type,
      ...(mount.name !== '' && { Name: mount.name }),
      Source: mount.source,
      Destination: mount.destination,
      ...(mount.driver !== '' && { Driver: mount.driver }),
      Mode: mount.mode,
      RW: mount.writable,
      Propagation: mount.propagation as NonNullable<MountPoint['Propagation']>,
    }));
