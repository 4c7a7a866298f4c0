import { posix } from 'node:path';

/**
 * A path as the API gives it, from the root and without `.` and `..` in it; a slash or `/.` at its end stays, since it
 * says that the path is a directory.
 */
export function absolutePath(path: string): string {
  const clean = posix.join('/', path).replace(/(?<=.)\/$/, '');
  if (clean === '/' && !/(^|\/)\.$/.test(path)) return clean;
  if (/(^|\/)\.$/.test(path)) return `${clean === '/' ? '' : clean}/.`;
  return path.endsWith('/') ? `${clean}/` : clean;
}

/** What a path's file is called in answers: its last component, `/` for the root. */
export function nameOf(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

/** A path and the last component apart. */
export function splitPath(path: string): { parent: string; name: string } {
  const slash = path.lastIndexOf('/');
  return { parent: path.slice(0, slash + 1) || '/', name: path.slice(slash + 1) };
}

/** Whether a path is the directory or in it. */
export const isWithin = (path: string, directory: string): boolean =>
  directory === '/' || path === directory || path.startsWith(`${directory}/`);
