import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** A program that the agent starts. */
export interface Program {
  name: string;
  /** Debian's package that brings it. */
  package: string;
  purpose: string;
  /** Without it no container runs; without the others a feature is missing. */
  essential: boolean;
}

/** All programs but the OCI runtimes, of which any one is enough. */
export const programs: readonly Program[] = [
  { name: 'containerd', package: 'containerd', purpose: 'images and layers', essential: true },
  { name: 'containerd-shim-runc-v2', package: 'containerd', purpose: 'running containers', essential: true },
  { name: 'ip', package: 'iproute2', purpose: 'bridges and network namespaces', essential: true },
  { name: 'nft', package: 'nftables', purpose: 'published ports and masquerade', essential: true },
  { name: 'tini-static', package: 'tini', purpose: 'the init process of `--init`', essential: false },
  { name: 'igzip', package: 'isal', purpose: 'layers compressed with gzip, in less time', essential: false },
  { name: 'xz', package: 'xz-utils', purpose: 'layers compressed with xz', essential: false },
  { name: 'zstd', package: 'zstd', purpose: 'layers compressed with zstd', essential: false },
];

/** Daemons are often started with a PATH that lacks the administrator's directories. */
const administratorDirectories = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
];

/** Path of an executable file: of the name itself when it is absolute, else searched in PATH and where root's are. */
export async function findProgram(name: string, path = process.env.PATH ?? ''): Promise<string | undefined> {
  if (isAbsolute(name)) return (await executable(name)) ? name : undefined;
  const directories = new Set([...path.split(delimiter), ...administratorDirectories]);
  for (const directory of directories) {
    if (isAbsolute(directory) && (await executable(join(directory, name)))) return join(directory, name);
  }
  return undefined;
}

async function executable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Programs that cannot be found. */
export async function missingPrograms(path?: string): Promise<Program[]> {
  const found = await Promise.all(programs.map(({ name }) => findProgram(name, path)));
  return programs.filter((_, index) => found[index] === undefined);
}
