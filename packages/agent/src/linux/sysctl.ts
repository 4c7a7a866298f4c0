import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Value of `/proc/sys/<path>`, undefined when the kernel has no such setting. */
export async function readSysctl(path: string): Promise<string | undefined> {
  return readFile(join('/proc/sys', path), 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
}

/** Writes a setting unless it has the value already: a read-only `/proc/sys` is no obstacle to what is right. */
export async function writeSysctl(path: string, value: string): Promise<void> {
  if ((await readSysctl(path)) !== value) await writeFile(join('/proc/sys', path), `${value}\n`);
}

/**
 * A host that begins to forward IPv6 stops listening to routers, and loses its own default route, on interfaces with
 * `accept_ra` 1: 2 keeps them (kernel's ip-sysctl).
 */
export async function keepRouterAdvertisements(): Promise<void> {
  const directory = 'net/ipv6/conf';
  const names = await readdir(join('/proc/sys', directory)).catch(() => []);
  for (const name of names) {
    const setting = `${directory}/${name}/accept_ra`;
    if (name !== 'all' && name !== 'default' && (await readSysctl(setting)) === '1')
      await writeSysctl(setting, '2');
  }
}
