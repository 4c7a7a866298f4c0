import { readlinkSync } from 'node:fs';
import { closeDescriptor, fdPath, O_DIRECTORY, O_PATH } from '../linux/directory.js';
import { openInRoot, SystemCallError } from '../linux/syscalls.js';

const MOST_LINKS = 255;

/**
 * Where a path leads to inside a root, all symbolic links followed; what does not exist stays as it is named. Only for
 * telling and comparing paths: files are opened by the kernel's own resolution. Throws ELOOP.
 */
export function resolvePath(root: number, path: string): string {
  const done: string[] = [];
  const rest = path.split('/').reverse();
  let links = 0;
  for (let name = rest.pop(); name !== undefined; name = rest.pop()) {
    if (name === '' || name === '.') continue;
    if (name === '..') {
      done.pop();
      continue;
    }
    const target = linkAt(root, `/${done.join('/')}`, name);
    if (target === undefined) {
      done.push(name);
      continue;
    }
    if (++links > MOST_LINKS) throw new SystemCallError('readlink', 40, path);
    if (target.startsWith('/')) done.length = 0;
    rest.push(...target.split('/').reverse());
  }
  return `/${done.join('/')}`;
}

/** Undefined when it is no symbolic link, or nothing. */
function linkAt(root: number, parent: string, name: string): string | undefined {
  let directory: number;
  try {
    directory = openInRoot(root, parent, O_PATH | O_DIRECTORY);
  } catch {
    return undefined;
  }
  try {
    return readlinkSync(fdPath(directory, name));
  } catch {
    return undefined;
  } finally {
    closeDescriptor(directory);
  }
}
