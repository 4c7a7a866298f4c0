import type { DeviceCgroupRule, KeyedRoom, Mount, Spec } from '@arca/oci-spec';
import {
  fieldPlace,
  isCreateField,
  type CreateBody,
  type Provenance,
  type RoomBook,
  type RoomEntry,
  type RoomOrigin,
} from '@arca/plugin-kit';

type Tree = Record<string, unknown>;
type Keyed = [key: string, value: unknown][];

/** How the keys of a room become part of its values. */
const shapes: Record<KeyedRoom, (entries: Keyed) => unknown> = {
  mounts: (entries) => byDepth(entries.map(withKey('destination')) as Mount[]),
  'process.env': (entries) => entries.map(([name, value]) => `${name}=${value as string}`),
  // Beside those that the container's user has.
  'process.user.additionalGids': (entries) => entries.map(([, gid]) => gid),
  'process.rlimits': (entries) => entries.map(withKey('type')),
  annotations: Object.fromEntries,
  'linux.sysctl': Object.fromEntries,
  'linux.namespaces': (entries) => entries.map(withKey('type')),
  'linux.devices': (entries) => entries.map(withKey('path')),
  'linux.resources.devices': (entries) => denialsFirst(entries.map(([, rule]) => rule as DeviceCgroupRule)),
  'linux.resources.hugepageLimits': (entries) => entries.map(withKey('pageSize')),
  'linux.resources.unified': Object.fromEntries,
  'hooks.prestart': (entries) => entries.map(([, hook]) => hook),
  'hooks.createRuntime': (entries) => entries.map(([, hook]) => hook),
  'hooks.createContainer': (entries) => entries.map(([, hook]) => hook),
  'hooks.startContainer': (entries) => entries.map(([, hook]) => hook),
  'hooks.poststart': (entries) => entries.map(([, hook]) => hook),
  'hooks.poststop': (entries) => entries.map(([, hook]) => hook),
};

const withKey =
  (name: string) =>
  ([key, value]: [string, unknown]): object => ({ [name]: key, ...(value as object) });

/** The runtime mounts in order: a mount must come after the one that it lies in. */
function byDepth(mounts: readonly Mount[]): Mount[] {
  const depth = ({ destination }: Mount) => (destination === '/' ? 0 : destination.split('/').length);
  return mounts.toSorted((a, b) => depth(a) - depth(b));
}

/** A rule for all devices resets those before it, so it comes first; the others stay in order. */
function denialsFirst(rules: readonly DeviceCgroupRule[]): DeviceCgroupRule[] {
  const resets = ({ allow, type, major }: DeviceCgroupRule) =>
    !allow && (type === undefined || type === 'a') && major === undefined;
  return [...rules.filter(resets), ...rules.filter((rule) => !resets(rule))];
}

/** What a spec has before features write into it; the agent fills in the root's path. */
const emptySpec = (): Spec => ({
  ociVersion: '1.0.2',
  process: { user: { uid: 0, gid: 0 }, args: [], cwd: '/' },
  root: { path: '' },
  mounts: [],
  linux: { namespaces: [], resources: {} },
});

/** The OCI spec that the rooms make, and who wrote each of them from which field of the body. */
export function assemble(book: RoomBook, body: CreateBody): { spec: Spec; provenance: Provenance } {
  const spec = emptySpec();
  const provenance: Record<string, RoomOrigin> = {};
  for (const [room, entry] of book.singles) {
    put(spec as unknown as Tree, room, entry.value);
    provenance[room] = originOf(entry, body);
  }
  for (const [room, entries] of book.keyed) {
    const values: Keyed = [];
    for (const [key, entry] of entries) {
      values.push([key, entry.value]);
      provenance[`${room}[${key}]`] = { feature: entry.feature, field: entry.field };
    }
    put(spec as unknown as Tree, room, shapes[room](values));
  }
  return { spec, provenance };
}

function originOf({ feature, field }: RoomEntry, body: CreateBody): RoomOrigin {
  if (!isCreateField(field)) return { feature, field };
  const { part, key } = fieldPlace(field);
  return { feature, field, value: (body[part] as Tree)[key] };
}

/** Sets the value at a dotted path, making the objects on the way. */
function put(tree: Tree, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop()!;
  let place = tree;
  for (const name of names) place = (place[name] ??= {}) as Tree;
  const before = place[last];
  place[last] = Array.isArray(before) && Array.isArray(value) ? [...new Set([...before, ...value])] : value;
}
