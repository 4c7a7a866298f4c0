import type { Mount } from '@arca/api';
import { invalidParameter } from '@arca/plugin-kit';
import { checkDestination, clean, type RequestedMount } from './bind.js';

const tmpfsDefaults = ['noexec', 'nosuid', 'nodev', 'rprivate'];

/** Reads an entry of `HostConfig.Mounts`. Throws InvalidParameter with dockerd's text for what cannot be mounted. */
export function parseMount(mount: Mount): RequestedMount {
  const type: string = mount.Type ?? '';
  const refuse = (why: string): never => {
    throw invalidParameter(`invalid mount config for type "${type}": ${why}`, 'mounts.mount');
  };
  const destination = mount.Target ?? '';
  if (destination === '') refuse('field Target must not be empty');
  checkDestination(destination, destination);
  const common = { destination: clean(destination), writable: !mount.ReadOnly, mode: '', create: false };
  switch (type) {
    case 'bind': {
      const source = mount.Source ?? '';
      if (source === '') refuse('field Source must not be empty');
      if (!source.startsWith('/')) refuse(`invalid mount path: '${source}' mount path must be absolute`);
      if (mount.TmpfsOptions) refuse('field TmpfsOptions must not be specified');
      if (mount.VolumeOptions) refuse('field VolumeOptions must not be specified');
      return {
        ...common,
        type,
        source: clean(source),
        propagation: mount.BindOptions?.Propagation || 'rprivate',
        recursive: !mount.BindOptions?.NonRecursive,
        create: mount.BindOptions?.CreateMountpoint ?? false,
        options: [],
      };
    }
    case 'tmpfs': {
      if (mount.Source) refuse('field Source must not be specified');
      const { SizeBytes: size = 0, Mode: mode = 0 } = mount.TmpfsOptions ?? {};
      const options = [...tmpfsDefaults];
      if (size > 0) options.push(`size=${size}`);
      if (mode > 0) options.push(`mode=${mode.toString(8)}`);
      return { ...common, type, source: '', propagation: '', recursive: false, options };
    }
    case 'volume':
    case 'image':
    case 'cluster':
    case 'npipe':
      return refuse('no loaded plugin provides it');
    default:
      return refuse(`mount type unknown`);
  }
}

/** Reads an entry of `HostConfig.Tmpfs`: destination and comma-separated mount(8) options. */
export function parseTmpfs(destination: string, options: string): RequestedMount {
  checkDestination(destination, destination);
  const given = options.split(',').filter(Boolean);
  const opposites: Record<string, string> = { exec: 'noexec', suid: 'nosuid', dev: 'nodev' };
  const defaults = tmpfsDefaults.filter((option) => !given.some((other) => opposites[other] === option));
  return {
    type: 'tmpfs',
    source: '',
    destination: clean(destination),
    mode: options,
    writable: !given.includes('ro'),
    propagation: '',
    recursive: false,
    create: false,
    options: [...new Set([...defaults, ...given])],
  };
}
