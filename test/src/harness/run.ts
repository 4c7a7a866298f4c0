import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Environment variable that carries the run's name into the isolated process; unset outside of it. */
export const RUN_VARIABLE = 'ARCA_TEST_RUN';

/**
 * Name of this run: prefix of every instance, bridge, namespace and cgroup it makes. At most 9 characters, so
 * that with a suffix it still fits an interface name (IFNAMSIZ, 15 characters).
 */
export function runName(): string {
  const name = process.env[RUN_VARIABLE];
  if (name === undefined) throw new Error('not inside an isolated run');
  return name;
}

/** Directory that holds everything a run writes; on a disk, since overlay's upper directories live in it. */
export function runDirectory(name: string = runName()): string {
  return join(tmpdir(), `arca-test-${name}`);
}
