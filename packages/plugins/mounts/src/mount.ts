import type { Mount } from '@arca/api';
import { invalidParameter } from '@arca/plugin-kit';
import { clean } from './bind.js';
import { requestedMount, type RequestedMount } from './requested.js';

type Refuse = (why: string) => never;
type Common = Pick<RequestedMount, 'destination' | 'writable' | 'field'>;

/** Reads an entry of `HostConfig.Mounts`. Throws InvalidParameter with dockerd's text for what cannot be mounted. */
export function parseMount(mount: Mount): RequestedMount {
  const type: string = mount.Type ?? '';
  const refuse: Refuse = (why) => {
    throw invalidParameter(`invalid mount config for type "${type}": ${why}`, 'mounts.mount');
  };
  const destination = mount.Target ?? '';
  if (destination === '') refuse('field Target must not be empty');
  if (clean(destination) === '/') refuse("invalid specification: destination can't be '/'");
  if (!destination.startsWith('/'))
    refuse(`invalid mount path: '${destination}' mount path must be absolute`);
  const common: Common = {
    ...{ destination: clean(destination), writable: !mount.ReadOnly, field: 'HostConfig.Mounts' },
  };
  switch (type) {
    case 'bind':
      return parseBindMount(mount, common, refuse);
    case 'volume':
      return parseVolumeMount(mount, common, refuse);
    case 'tmpfs':
      return parseTmpfsMount(mount, common, refuse);
    case 'image':
      return parseImageMount(mount, common, refuse);
    default:
      return refuse('mount type unknown');
  }
}

const foreign = (mount: Mount, refuse: Refuse, ...names: (keyof Mount)[]): void => {
  for (const name of names) if (mount[name]) refuse(`field ${name} must not be specified`);
};

function parseBindMount(mount: Mount, common: Common, refuse: Refuse): RequestedMount {
  const { Source: source = '', BindOptions: options } = mount;
  if (source === '') refuse('field Source must not be empty');
  const propagation: string = options?.Propagation ?? '';
  if (propagation !== '' && !/^r?(private|shared|slave)$/.test(propagation)) {
    refuse(`invalid propagation mode: ${propagation}`);
  }
  foreign(mount, refuse, 'VolumeOptions', 'ImageOptions', 'TmpfsOptions');
  if (!source.startsWith('/')) refuse(`invalid mount path: '${source}' mount path must be absolute`);
  return requestedMount({
    ...common,
    type: 'bind',
    source: clean(source),
    propagation: propagation || 'rprivate',
    recursive: !options?.NonRecursive,
    create: options?.CreateMountpoint ?? false,
    reach: reachOf(options, common.writable),
  });
}

/** Throws for options that exclude each other. */
function reachOf(options: Mount['BindOptions'], writable: boolean): RequestedMount['reach'] {
  const { ReadOnlyNonRecursive: itself, ReadOnlyForceRecursive: force } = options ?? {};
  const conflict = (what: string) => invalidParameter(`mount options conflict: ${what}`, 'mounts.read-only');
  if (writable && itself) throw conflict('!ReadOnly && BindOptions.ReadOnlyNonRecursive');
  if (writable && force) throw conflict('!ReadOnly && BindOptions.ReadOnlyForceRecursive');
  if (itself && force) throw conflict('ReadOnlyNonRecursive && BindOptions.ReadOnlyForceRecursive');
  if (force) return 'all-or-nothing';
  return itself ? 'itself' : 'all';
}

function parseVolumeMount(mount: Mount, common: Common, refuse: Refuse): RequestedMount {
  const { Source: name = '', VolumeOptions: options } = mount;
  foreign(mount, refuse, 'BindOptions', 'ImageOptions', 'TmpfsOptions');
  const subpath = options?.Subpath ?? '';
  if (subpath !== '' && name === '') refuse('must not set Subpath when using anonymous volumes');
  checkSubpath(subpath, refuse);
  if (name === '' && !common.writable) refuse('must not set ReadOnly mode when using anonymous volumes');
  return requestedMount({
    ...common,
    type: 'volume',
    name,
    anonymous: name === '',
    driver: options?.DriverConfig?.Name ?? '',
    driverOptions: options?.DriverConfig?.Options ?? null,
    labels: options?.Labels ?? null,
    copy: !options?.NoCopy,
    subpath,
  });
}

function checkSubpath(subpath: string, refuse: Refuse): void {
  const leaves = subpath.startsWith('/') || clean(`/x/${subpath}`).split('/')[1] !== 'x';
  const stepsOut = subpath.split('/').reduce((depth, part) => {
    if (depth < 0 || part === '' || part === '.') return depth;
    return part === '..' ? depth - 1 : depth + 1;
  }, 0);
  if (subpath !== '' && (leaves || stepsOut < 0)) {
    refuse('subpath must be a relative path within the volume');
  }
}

function parseTmpfsMount(mount: Mount, common: Common, refuse: Refuse): RequestedMount {
  foreign(mount, refuse, 'BindOptions', 'ImageOptions', 'VolumeOptions', 'Source');
  const { SizeBytes: size = 0, Mode: mode = 0, Options: more } = mount.TmpfsOptions ?? {};
  const given: string[] = [];
  if (mode > 0) given.push(`mode=${mode.toString(8)}`);
  if (size > 0) given.push(`size=${size}`);
  for (const option of more ?? []) {
    const [name = ''] = option;
    if (option.length < 1 || option.length > 2) refuse('invalid option array length');
    if (name !== 'exec' && name !== 'noexec') refuse(`invalid option: ${name}`);
    given.push(option.join('='));
  }
  return requestedMount({ ...common, type: 'tmpfs', recursive: false, options: tmpfsOptions(given) });
}

function parseImageMount(mount: Mount, common: Common, refuse: Refuse): RequestedMount {
  foreign(mount, refuse, 'BindOptions', 'VolumeOptions', 'TmpfsOptions');
  const { Source: name = '' } = mount;
  if (name === '') refuse('field Source must not be empty');
  const subpath = mount.ImageOptions?.Subpath ?? '';
  checkSubpath(subpath, refuse);
  return requestedMount({
    ...common,
    type: 'image',
    ...{ name, subpath, writable: false, propagation: 'rprivate' },
  });
}

/** Reads an entry of `HostConfig.Tmpfs`: destination and comma-separated mount(8) options. */
export function parseTmpfs(destination: string, options: string): RequestedMount {
  const given = options.split(',').filter(Boolean);
  return requestedMount({
    type: 'tmpfs',
    field: 'HostConfig.Tmpfs',
    destination: clean(destination),
    mode: options,
    writable: !given.includes('ro'),
    recursive: false,
    options: tmpfsOptions(given),
  });
}

const opposites: Readonly<Record<string, string>> = { exec: 'noexec', suid: 'nosuid', dev: 'nodev' };

function tmpfsOptions(given: readonly string[]): string[] {
  const defaults = ['noexec', 'nosuid', 'nodev', 'rprivate'];
  const kept = defaults.filter((option) => !given.some((other) => opposites[other] === option));
  return [...new Set([...kept, ...given])];
}
