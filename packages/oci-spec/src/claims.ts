import type { KeyedRoom, RoomClaim, SingleRoom } from './rooms.js';

/**
 * How much of a room a claim takes. `single`: a room of one value. `key`: one key of a keyed room. `whole`: all keys,
 * nobody else has any.
 */
export type Claim =
  | { kind: 'single'; room: SingleRoom }
  | { kind: 'key'; room: KeyedRoom; key: string }
  | { kind: 'whole'; room: KeyedRoom };

/** Every room by name; the type makes a missing or a misspelt one fail to compile. */
const rooms = {
  'process.terminal': 'single',
  'process.consoleSize': 'single',
  'process.user': 'single',
  'process.args': 'single',
  'process.cwd': 'single',
  'process.capabilities': 'single',
  'process.noNewPrivileges': 'single',
  'process.apparmorProfile': 'single',
  'process.selinuxLabel': 'single',
  'process.oomScoreAdj': 'single',
  'root.readonly': 'single',
  hostname: 'single',
  domainname: 'single',
  'linux.cgroupsPath': 'single',
  'linux.resources.memory': 'single',
  'linux.resources.cpu': 'single',
  'linux.resources.pids': 'single',
  'linux.resources.blockIO': 'single',
  'linux.seccomp': 'single',
  'linux.maskedPaths': 'single',
  'linux.readonlyPaths': 'single',
  'linux.mountLabel': 'single',
  'linux.rootfsPropagation': 'single',
  'linux.uidMappings': 'single',
  'linux.gidMappings': 'single',
  mounts: 'keyed',
  'process.env': 'keyed',
  'process.user.additionalGids': 'keyed',
  'process.rlimits': 'keyed',
  annotations: 'keyed',
  'linux.sysctl': 'keyed',
  'linux.namespaces': 'keyed',
  'linux.devices': 'keyed',
  'linux.resources.devices': 'keyed',
  'linux.resources.hugepageLimits': 'keyed',
  'linux.resources.unified': 'keyed',
  'hooks.prestart': 'keyed',
  'hooks.createRuntime': 'keyed',
  'hooks.createContainer': 'keyed',
  'hooks.startContainer': 'keyed',
  'hooks.poststart': 'keyed',
  'hooks.poststop': 'keyed',
} as const satisfies Record<SingleRoom, 'single'> & Record<KeyedRoom, 'keyed'>;

export const singleRooms = Object.keys(rooms).filter(isSingleRoom);
export const keyedRooms = Object.keys(rooms).filter(isKeyedRoom);

function isSingleRoom(name: string): name is SingleRoom {
  return (rooms as Record<string, string>)[name] === 'single';
}

function isKeyedRoom(name: string): name is KeyedRoom {
  return (rooms as Record<string, string>)[name] === 'keyed';
}

/** Takes a claim apart; undefined when there is no such room, or when it is claimed in the wrong form. */
export function parseClaim(text: RoomClaim | string): Claim | undefined {
  if (isSingleRoom(text)) return { kind: 'single', room: text };
  const bracket = text.indexOf('[');
  const room = text.slice(0, bracket);
  if (bracket < 0 || !text.endsWith(']') || !isKeyedRoom(room)) return undefined;
  const key = text.slice(bracket + 1, -1);
  return key === '' ? { kind: 'whole', room } : { kind: 'key', room, key: roomKey(room, key) };
}

/** The one spelling of a key: mounts at `/data/` and `//data` are the mount at `/data`. */
export function roomKey(room: KeyedRoom, key: string): string {
  if (room !== 'mounts') return key;
  const parts = key.split('/').filter((part) => part !== '' && part !== '.');
  return `/${parts.join('/')}`;
}

/** True when these claims have the room, or the key of it. */
export function claims(list: readonly Claim[], room: SingleRoom | KeyedRoom, key?: string): boolean {
  return list.some((claim) => claim.room === room && (claim.kind !== 'key' || claim.key === key));
}

/** True when two features cannot both hold these claims. */
export function claimsOverlap(a: Claim, b: Claim): boolean {
  if (a.room !== b.room) return false;
  return a.kind !== 'key' || b.kind !== 'key' || a.key === b.key;
}
