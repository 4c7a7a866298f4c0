import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of the files below a directory, each file counted once; what goes away meanwhile is left out. */
export async function directoryUsage(directory: string, seen = new Set<string>()): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(directory, { withFileTypes: true }).catch(() => [])) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      bytes += await directoryUsage(path, seen);
      continue;
    }
    const stats = await lstat(path).catch(() => undefined);
    if (!stats || seen.has(`${stats.dev}:${stats.ino}`)) continue;
    if (stats.nlink > 1) seen.add(`${stats.dev}:${stats.ino}`);
    bytes += stats.size;
  }
  return bytes;
}
