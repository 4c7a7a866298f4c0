import { runCommand } from '../linux/commands.js';
import { findProgram } from './programs.js';

/** A program with what it says of itself; the version is empty when it says nothing that is understood. */
export interface VersionedProgram {
  path: string;
  version: string;
}

async function versionOf(
  name: string,
  argument: string,
  pattern: RegExp,
): Promise<VersionedProgram | undefined> {
  const path = await findProgram(name);
  if (path === undefined) return undefined;
  const { stdout, stderr } = await runCommand(path, [argument], { timeout: 5_000 });
  return { path, version: pattern.exec(stdout + stderr)?.[1] ?? '' };
}

/** `containerd github.com/containerd/containerd 1.6.20~ds1 1.6.20~ds1-1+deb12u1` */
export function containerdVersion(name = 'containerd'): Promise<VersionedProgram | undefined> {
  return versionOf(name, '--version', /^containerd \S+ (\S+)/m);
}

/** `  Version:  1.6.20~ds1` */
export function shimVersion(): Promise<VersionedProgram | undefined> {
  return versionOf('containerd-shim-runc-v2', '-v', /^\s*Version:\s+(\S+)/m);
}

/** `tini version 0.19.0`, as Debian and as dockerd's packages call it. */
export async function initVersion(): Promise<VersionedProgram | undefined> {
  const pattern = /^tini version (\S+)/m;
  return (
    (await versionOf('tini-static', '--version', pattern)) ?? versionOf('docker-init', '--version', pattern)
  );
}
