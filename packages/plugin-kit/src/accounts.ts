import { invalidParameter } from './errors.js';

/** Linux reserves the rest of the 32 bits; dockerd refuses ids beyond as well. */
const maxId = 2 ** 31 - 1;

/** A user as the kernel wants it: OCI `process.user`, and what passwd says of it. */
export interface ResolvedUser {
  uid: number;
  gid: number;
  /** OCI `process.user.additionalGids`: the primary group first, then the user's other groups, then `GroupAdd`. */
  additionalGids: number[];
  /** Name in passwd; empty when the id has no entry. */
  name: string;
  /** Home directory in passwd; empty when the id has no entry. */
  home: string;
}

interface PasswdEntry {
  name: string;
  uid: number;
  gid: number;
  home: string;
}

interface GroupEntry {
  name: string;
  gid: number;
  members: string[];
}

/**
 * Looks a user up as dockerd does for `Config.User`, `HostConfig.GroupAdd` and exec's `User`.
 * `spec` is `[user][:group]`, each a name or a number; a number is always taken as an id, also when a name looks like
 * it. An id that is not in passwd is allowed and gets group 0; the user's further groups count only when the spec names
 * no group. `passwd` and `group` are the texts of the container's own files, empty when it has none.
 *
 * Throws InvalidParameter `unable to find user x: no matching entries in passwd file`, `unable to find group x: no
 * matching entries in group file`, `Unable to find group x: …` (GroupAdd) or `uids and gids must be in range 0-2147483647`.
 */
export function resolveUser(
  spec: string,
  groupAdd: readonly string[],
  passwd: string,
  group: string,
): ResolvedUser {
  const [userPart = '', groupPart = ''] = spec.split(':');
  const user = findUser(userPart, passwd);
  const groups = records(group).map(groupEntry);
  let gid = user.gid;
  let further: number[] = [];
  if (groupPart !== '') gid = findGroup(groupPart, groups);
  else if (user.name !== '') further = groups.filter((g) => g.members.includes(user.name)).map((g) => g.gid);
  return {
    uid: user.uid,
    gid,
    additionalGids: [gid, ...further, ...additionalGroups(groupAdd, groups)],
    name: user.name,
    home: user.home,
  };
}

function findUser(wanted: string, passwd: string): PasswdEntry {
  const id = wanted === '' ? 0 : integer(wanted);
  for (const fields of records(passwd)) {
    const entry = passwdEntry(fields);
    if (id === undefined ? entry.name === wanted : entry.uid === id) return entry;
  }
  if (id === undefined)
    throw invalidParameter(
      `unable to find user ${wanted}: no matching entries in passwd file`,
      'user.not-found',
    );
  return { name: '', uid: inRange(id), gid: 0, home: '' };
}

function findGroup(wanted: string, groups: GroupEntry[]): number {
  const id = integer(wanted);
  const found = groups.find((g) => (id === undefined ? g.name === wanted : g.gid === id));
  if (found) return found.gid;
  if (id === undefined)
    throw invalidParameter(
      `unable to find group ${wanted}: no matching entries in group file`,
      'group.not-found',
    );
  return inRange(id);
}

/** `GroupAdd`: unlike above, a number may also be a group's name. Each id comes once, in the order of the request. */
function additionalGroups(wanted: readonly string[], groups: GroupEntry[]): number[] {
  const ids = new Set<number>();
  for (const name of wanted) {
    const found = groups.find((g) => g.name === name || String(g.gid) === name);
    if (found) {
      ids.add(found.gid);
      continue;
    }
    const id = integer(name);
    if (id === undefined)
      throw invalidParameter(
        `Unable to find group ${name}: no matching entries in group file`,
        'group.not-found',
      );
    ids.add(inRange(id));
  }
  return [...ids];
}

function inRange(id: number): number {
  if (id < 0 || id > maxId)
    throw invalidParameter(`uids and gids must be in range 0-${maxId}`, 'user.out-of-range');
  return id;
}

/** A decimal number with an optional sign, else undefined. */
const integer = (text: string): number | undefined => (/^[+-]?\d+$/.test(text) ? Number(text) : undefined);

/** The fields of each line of passwd(5) or group(5); comments and empty lines left out. */
const records = (text: string): string[][] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(':'));

const passwdEntry = ([name = '', , uid = '', gid = '', , home = '']: string[]): PasswdEntry => ({
  name,
  uid: integer(uid) ?? 0,
  gid: integer(gid) ?? 0,
  home,
});

const groupEntry = ([name = '', , gid = '', members = '']: string[]): GroupEntry => ({
  name,
  gid: integer(gid) ?? 0,
  members: members === '' ? [] : members.split(','),
});
