import type { TarType } from './tar-reader.js';

const BLOCK = 512;

/** Type flags of tar(5). */
const flags: Readonly<Record<TarType, string>> = {
  file: '0',
  link: '1',
  symlink: '2',
  character: '3',
  block: '4',
  directory: '5',
  fifo: '6',
};

/** What a header says. Names are bytes, one a character (latin1). */
export interface TarMember {
  name: string;
  type: TarType;
  /** Permissions with setuid, setgid and sticky. */
  mode: number;
  uid: number;
  gid: number;
  /** s since the epoch */
  modified: number;
  /** Bytes of content that follow, filled up to whole blocks. */
  size?: number;
  linkName?: string;
  major?: number;
  minor?: number;
  attributes?: ReadonlyMap<string, Buffer>;
}

/** The header of a member in ustar, with one of pax before it for what that has no room for. */
export function tarHeader(member: TarMember): Buffer {
  const { name, type, mode, uid, gid, modified, size = 0, linkName = '', major = 0, minor = 0 } = member;
  const pax: Buffer[] = [];
  const tell = (key: string, value: string | Buffer) => pax.push(paxRecord(key, value));
  /** Octal digits, or 0 and the pax field `key`. */
  const number = (value: number, digits: number, key: string): string => {
    if (value >= 0 && value < 8 ** digits) return octal(value, digits);
    tell(key, String(value));
    return octal(0, digits);
  };
  const text = (value: string, length: number, key: string): string => {
    if (value.length > length) tell(key, Buffer.from(value, 'latin1'));
    return value.slice(0, length);
  };
  const block = ustar(flags[type], {
    name: text(name, 100, 'path'),
    mode: octal(mode, 7),
    uid: number(uid, 7, 'uid'),
    gid: number(gid, 7, 'gid'),
    size: number(size, 11, 'size'),
    modified: number(modified, 11, 'mtime'),
    linkName: text(linkName, 100, 'linkpath'),
    major: number(major, 7, 'SCHILY.devmajor'),
    minor: number(minor, 7, 'SCHILY.devminor'),
  });
  for (const [key, value] of member.attributes ?? []) tell(`SCHILY.xattr.${key}`, value);
  if (pax.length === 0) return block;
  const body = Buffer.concat(pax);
  const fields = { name: 'PaxHeaders', size: octal(body.length, 11) };
  return Buffer.concat([ustar('x', fields), body, padding(body.length), block]);
}

/** What fills content up to whole blocks. */
export const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

/** Two empty blocks. */
export const endOfTar = (): Buffer => Buffer.alloc(2 * BLOCK);

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

type Field = 'name' | 'mode' | 'uid' | 'gid' | 'size' | 'modified' | 'linkName' | 'major' | 'minor';

/** Where the fields are. */
const places: Readonly<Record<Field, number>> = {
  ...{ name: 0, mode: 100, uid: 108, gid: 116, size: 124, modified: 136, linkName: 157 },
  ...{ major: 329, minor: 337 },
};

function ustar(flag: string, fields: Partial<Record<Field, string>>): Buffer {
  const block = Buffer.alloc(BLOCK);
  for (const [field, value] of Object.entries(fields)) block.write(value, places[field as Field], 'latin1');
  block.write(flag, 156, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  block.fill(' ', 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\0 `, 148, 'latin1');
  return block;
}

/** `length key=value\n`, the length counting itself. */
function paxRecord(key: string, value: string | Buffer): Buffer {
  const rest = Buffer.concat([Buffer.from(` ${key}=`), Buffer.from(value), Buffer.from('\n')]);
  let length = rest.length;
  while (length !== rest.length + String(length).length) length = rest.length + String(length).length;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}
