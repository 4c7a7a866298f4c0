import type { Device, Hook } from '@arca/oci-spec';
import type { RoomWriter } from '@arca/plugin-kit';
import type { Edits } from './specs.js';

/** A device node of which everything is known. */
export interface ResolvedNode {
  path: string;
  type: string;
  major: number;
  minor: number;
  fileMode: number | undefined;
  uid: number | undefined;
  gid: number | undefined;
  /** Of the cgroup: letters of `rwm`. */
  permissions: string;
}

type Resolved = Omit<Edits, 'deviceNodes'> & { deviceNodes: readonly ResolvedNode[] };

const field = 'HostConfig.DeviceRequests';
/** Names of hooks, in CDI as in OCI. */
const hookNames = [
  'prestart',
  'createRuntime',
  'createContainer',
  'startContainer',
  'poststart',
  'poststop',
] as const;

/** Writes the edits of devices; of two for the same thing the later counts. */
export function writeEdits(edits: readonly Resolved[], rooms: RoomWriter<typeof field>): void {
  const env = edits.flatMap(({ env: list = [] }) => list).map(split);
  for (const [name, value] of new Map(env)) rooms.override('process.env', name, value, field);
  const mounts = edits.flatMap(({ mounts: list = [] }) => list);
  for (const mount of new Map(mounts.map((one) => [one.containerPath, one])).values()) {
    const { hostPath: source, containerPath, options = ['bind'], type = 'bind' } = mount;
    rooms.override('mounts', containerPath, { type, source, options: withBind(type, options) }, field);
  }
  const nodes = new Map(edits.flatMap(({ deviceNodes }) => deviceNodes).map((node) => [node.path, node]));
  for (const node of nodes.values()) writeNode(node, rooms);
  for (const gid of new Set(edits.flatMap(({ additionalGids = [] }) => additionalGids)))
    rooms.add('process.user.additionalGids', `${gid}`, gid, field);
  const hooks = edits.flatMap(({ hooks: list = [] }) => list);
  for (const [index, { hookName, ...hook }] of hooks.entries()) {
    const name = hookNames.find((known) => known === hookName);
    if (name !== undefined) rooms.add(`hooks.${name}`, `cdi ${index}`, hook as Hook, field);
  }
}

function writeNode(node: ResolvedNode, rooms: RoomWriter<typeof field>): void {
  const { path, type, major, minor, fileMode, uid, gid, permissions: access } = node;
  const known = Object.fromEntries(
    Object.entries({ fileMode, uid, gid }).filter(([, value]) => value !== undefined && value !== null),
  );
  rooms.override('linux.devices', path, { type: type as Device['type'], major, minor, ...known }, field);
  if (type === 'b' || type === 'c')
    rooms.override(
      'linux.resources.devices',
      `cdi ${path}`,
      { allow: true, type, major, minor, access },
      field,
    );
}

const split = (entry: string): [string, string] => {
  const equals = entry.indexOf('=');
  return equals < 0 ? [entry, ''] : [entry.slice(0, equals), entry.slice(equals + 1)];
};

/** A bind mount is one by its options alone. */
const withBind = (type: string, options: readonly string[]): string[] =>
  type === 'bind' && !options.some((option) => /^r?bind$/.test(option)) ? ['bind', ...options] : [...options];
