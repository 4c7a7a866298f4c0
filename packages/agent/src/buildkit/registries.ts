import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CERTIFICATE_DIRECTORIES } from '../images/registry/certificates.js';
import { isLoopback, type RegistryOptions } from '../images/registry/endpoints.js';
import { DEFAULT_DOMAIN } from '../images/reference.js';

export interface BuildRegistries {
  /** Tables of the configuration file (TOML). */
  lines: string[];
  /** What BuildKit's configuration has no words for. */
  unknown: string[];
}

/**
 * How BuildKit asks registries, as far as it can be told as the agent does it itself: by the host, with its port. It
 * knows no networks, and a mirror's path is something else to it. Directories of certificates that are there now are
 * read anew for each build.
 */
export async function buildRegistries(options: RegistryOptions): Promise<BuildRegistries> {
  const { insecureRegistries = [], registryMirrors = [] } = options;
  const directories = options.certificateDirectories ?? CERTIFICATE_DIRECTORIES;
  const tables = new Map<string, string[]>();
  const table = (host: string) => {
    const known = tables.get(host) ?? [];
    tables.set(host, known);
    return known;
  };
  const insecure = new Set(insecureRegistries.filter((host) => !host.includes('/')));
  const unknown = insecureRegistries.filter((host) => host.includes('/'));
  const mirrors: string[] = [];
  for (const mirror of registryMirrors) {
    const url = new URL(mirror.includes('://') ? mirror : `https://${mirror}`);
    if (url.pathname !== '/') {
      unknown.push(mirror);
      continue;
    }
    mirrors.push(url.host);
    if (url.protocol === 'http:') insecure.add(url.host);
  }
  if (mirrors.length > 0) table(DEFAULT_DOMAIN).push(`  mirrors = ${JSON.stringify(mirrors)}`);
  for (const [host, found] of await certificates(directories)) {
    table(host).push(`  tlsconfigdir = ${JSON.stringify(found)}`);
    if (isLoopback(host)) insecure.add(host);
  }
  for (const host of insecure) table(host).push('  http = true', '  insecure = true');
  const lines = [...tables].flatMap(([host, own]) => [`[registry.${JSON.stringify(host)}]`, ...own]);
  return { lines, unknown };
}

/** By host, the directories with its certificates. */
async function certificates(directories: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const directory of directories)
    for (const host of (await readdir(directory).catch(() => [])).sort())
      found.set(host, [...(found.get(host) ?? []), join(directory, host)]);
  return found;
}
