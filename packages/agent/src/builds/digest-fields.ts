import type { TarHeader } from '../files/tar-reader.js';

/** The fields of a tar header that a digest begins with. */
export type Fields = Buffer;

/** In the order of tarsum, version 1: without the time, and with the names of owner and group empty. */
export function fieldsOf(header: Omit<TarHeader, 'modified'>): Fields {
  const { name, mode, uid, gid, size, flag, linkName, major, minor, attributes } = header;
  const text = [
    ...[`name${name}`, `mode${mode}`, `uid${uid}`, `gid${gid}`, `size${size}`, `typeflag${flag}`],
    ...[`linkname${linkName}`, 'uname', 'gname', `devmajor${major}`, `devminor${minor}`],
  ];
  const sorted = [...attributes].sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.concat([
    Buffer.from(text.join('')),
    ...sorted.flatMap(([key, value]) => [Buffer.from(key), value]),
  ]);
}
