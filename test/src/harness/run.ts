import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Environment variable that carries the run's name into the isolated process; unset outside of it. */
export const RUN_VARIABLE = 'ARCA_TEST_RUN';

const DIRECTORY_PREFIX = 'arca-test-';

/**
 * Name of the run of a process: prefix of every instance, bridge, namespace and cgroup that it makes. At most 6
 * characters, so that with a suffix of two it still fits an instance's name.
 */
export function nameOfRun(pid: number): string {
  return `t${pid.toString(36).padStart(4, '0')}`;
}

/** Name of this run. */
export function runName(): string {
  const name = process.env[RUN_VARIABLE];
  if (name === undefined) throw new Error('not inside an isolated run');
  return name;
}

/** Directory that holds everything a run writes; on a disk, since overlay's upper directories live in it. */
export function runDirectory(name: string = runName()): string {
  return join(tmpdir(), `${DIRECTORY_PREFIX}${name}`);
}

/** Runs whose directories are still there, and the processes they belong to, ended or not. */
export function leftRuns(): { name: string; pid: number }[] {
  return readdirSync(tmpdir())
    .filter((entry) => entry.startsWith(DIRECTORY_PREFIX))
    .map((entry) => entry.slice(DIRECTORY_PREFIX.length))
    .map((name) => ({ name, pid: parseInt(name.slice(1), 36) }));
}
