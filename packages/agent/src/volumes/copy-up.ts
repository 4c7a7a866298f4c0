import { AgentError } from '@arca/agent-proto';
import { fstatSync } from 'node:fs';
import { chmod, chown, readdir } from 'node:fs/promises';
import { extractTar } from '../files/extract.js';
import { resolvePath } from '../files/resolve.js';
import { statFile } from '../files/stat.js';
import { makeDirectories } from '../files/tree.js';
import { fdPath, O_DIRECTORY, O_RDONLY, openPath, withDescriptor } from '../linux/directory.js';
import { openInRoot } from '../linux/syscalls.js';
import { tarOf } from '../linux/tar-program.js';

/** Copies a directory of a root, with all that is in it, into an empty directory of the host. */
export async function copyUp(root: number, path: string, directory: string): Promise<void> {
  const found = await statFile(root, path.endsWith('/') ? path : `${path}/`).catch((error: unknown) => {
    if ((error as AgentError).code === 'NOT_FOUND') return undefined;
    throw new AgentError('INVALID_ARGUMENT', `cannot mount volume over existing file, file exists ${path}`);
  });
  // Left to it, crun makes directories with a sticky bit, and none where a link leads.
  if (!found) return makeDirectories(root, resolvePath(root, path));
  if ((await readdir(directory)).length > 0) return;
  await withDescriptor(openInRoot(root, path, O_RDONLY | O_DIRECTORY), async (source) => {
    const members = await readdir(fdPath(source));
    await withDescriptor(openPath(directory), async (target) => {
      if (members.length > 0) {
        await extractTar(tarOf(source, members, {}), { root: target, path: '/', noOverwrite: false });
      }
      const { mode, uid, gid } = fstatSync(source);
      await chown(fdPath(target), uid, gid);
      await chmod(fdPath(target), mode & 0o7777);
    });
  });
}
