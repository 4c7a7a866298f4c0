import { openFileLimits, ownStatus } from '../../linux/host.js';
import { bad, good, type CheckedFinding } from './finding.js';

/** A running container takes up to four descriptors of the agent, an attached client two more. */
const fewestFiles = 8192;

/** Limits of the agent's own process. */
export async function limitFindings(): Promise<CheckedFinding[]> {
  const [{ hard }, { canRaiseLimits }] = await Promise.all([openFileLimits(), ownStatus()]);
  return [
    hard >= fewestFiles
      ? good('open files', `up to ${hard}, enough for about ${Math.floor(hard / 4)} running containers`)
      : bad('open files', `up to ${hard}`, 'ulimit -n 1048576, or LimitNOFILE=1048576 in the unit'),
    canRaiseLimits
      ? good('limits of containers', 'may be above the own ones')
      : bad(
          'limits of containers',
          `cannot be above the own ones (no CAP_SYS_RESOURCE): open files up to ${hard}`,
          'give the daemon CAP_SYS_RESOURCE, or higher limits of its own',
        ),
  ];
}
