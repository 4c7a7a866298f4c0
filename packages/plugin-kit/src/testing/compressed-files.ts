import { readdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * The sorted names in the directory of a log that has been closed, once none of its files waits to be compressed, which
 * happens a little later. The test's time limit ends the waiting.
 */
export async function namesOnceCompressed(directory: string): Promise<string[]> {
  for (;;) {
    const names = (await readdir(directory)).sort();
    if (!names.some((name) => /\.(\d+|tmp)$/.test(name))) return names;
    await delay(5);
  }
}
