import { close, constants, open, openSync, closeSync } from 'node:fs';
import { promisify } from 'node:util';

export const O_PATH = 0o10000000;
export const { O_DIRECTORY, O_NOFOLLOW, O_RDONLY } = constants;

/**
 * The path of a descriptor, or of a name in the directory that it is of: the kernel goes on from the descriptor, so that
 * what happens to the directory's own path meanwhile does not matter. The name must have no slash.
 */
export const fdPath = (fd: number, name?: string): string =>
  name === undefined ? `/proc/self/fd/${fd}` : `/proc/self/fd/${fd}/${name}`;

/** Opens a directory in another. Throws ELOOP or ENOTDIR for a symbolic link and whatever else is none. */
export const openDirectory = (fd: number, name: string): Promise<number> =>
  promisify(open)(fdPath(fd, name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);

/** Runs something with a descriptor that is closed after it. */
export async function withDescriptor<T>(fd: number, use: (fd: number) => Promise<T> | T): Promise<T> {
  try {
    return await use(fd);
  } finally {
    close(fd, () => undefined);
  }
}

/** Opens a path for naming it only. */
export const openPath = (path: string): number => openSync(path, O_PATH | O_DIRECTORY);

export const closeDescriptor = (fd: number): void => closeSync(fd);
