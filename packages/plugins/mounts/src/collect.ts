import { invalidParameter, type Slice } from '@arca/plugin-kit';
import { checkDestination, clean, parseBind, parseMode } from './bind.js';
import { parseMount, parseTmpfs } from './mount.js';
import { requestedMount, type RequestedMount } from './requested.js';

export type Fields = Readonly<
  Slice<
    | 'HostConfig.Binds'
    | 'HostConfig.Mounts'
    | 'HostConfig.Tmpfs'
    | 'HostConfig.VolumesFrom'
    | 'HostConfig.VolumeDriver'
    | 'Volumes'
  >
>;

/** A container's mounts by its name or id; throws when there is no such container. */
export type MountsOf = (container: string) => readonly RequestedMount[];

/**
 * All mounts of a create body: those of `VolumesFrom`, over which `Binds`, `Mounts` and `Tmpfs` go, and where nothing
 * else is the volumes of the image and of the request. Throws with dockerd's text for what cannot be read, and for two
 * at one place.
 */
export function collectMounts({ Config, HostConfig }: Fields, mountsOf: MountsOf): RequestedMount[] {
  const places = new Map<string, RequestedMount>();
  for (const text of HostConfig.VolumesFrom ?? []) {
    for (const mount of inherited(text, mountsOf)) places.set(mount.destination, mount);
  }
  const own = new Set<string>();
  for (const mount of named(HostConfig)) {
    const { destination } = mount;
    if (own.has(destination))
      throw invalidParameter(`Duplicate mount point: ${destination}`, 'mounts.duplicate');
    own.add(destination);
    places.set(destination, mount);
  }
  for (const path of Object.keys(Config.Volumes ?? {})) {
    checkDestination(path, path);
    const destination = clean(path);
    if (places.has(destination)) continue;
    const volume = { anonymous: true, copy: true, driver: HostConfig.VolumeDriver ?? '' };
    places.set(destination, requestedMount({ type: 'volume', field: 'Volumes', destination, ...volume }));
  }
  return [...places.values()];
}

function named({ Binds, Mounts, Tmpfs, VolumeDriver }: Fields['HostConfig']): RequestedMount[] {
  return [
    ...(Binds ?? []).map((text) => parseBind(text, VolumeDriver ?? '')),
    ...(Mounts ?? []).map(parseMount),
    ...Object.entries(Tmpfs ?? {}).map(([destination, options]) => {
      checkDestination(destination, destination);
      return parseTmpfs(destination, options);
    }),
  ];
}

/** An entry of `VolumesFrom`: a container, and a mode for all of its mounts. */
function inherited(text: string, mountsOf: MountsOf): RequestedMount[] {
  const refuse = (why: string) => invalidParameter(why, 'mounts.volumes-from');
  if (text === '') throw refuse('volumes-from specification cannot be an empty string');
  const colon = text.indexOf(':');
  const [container, mode] = colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
  const { access, propagation, copy } = readMode(mode);
  if (propagation !== undefined || copy !== undefined) throw refuse(`invalid mode: ${mode}`);
  return mountsOf(container).map((mount) => ({
    ...mount,
    field: 'HostConfig.VolumesFrom',
    mode: '',
    writable: mount.writable && access !== 'ro',
    copy: false,
  }));
}

function readMode(mode: string): ReturnType<typeof parseMode> {
  try {
    return parseMode(mode);
  } catch (error) {
    throw invalidParameter((error as Error).message, 'mounts.volumes-from', { cause: error });
  }
}
