import { cgroupMode, type CgroupMode } from '../../linux/cgroup-mode.js';
import { mountController } from '../../linux/cgroup-mounting.js';
import { bad, good, type CheckedFinding } from './finding.js';

/** Without these, dockerd's most used limits have no effect. */
const expected = ['memory', 'cpu', 'cpuset', 'pids'];

/** The cgroup mode, and what is missing in it. */
export async function cgroupFindings(): Promise<CheckedFinding[]> {
  const mode = await cgroupMode();
  const missing = expected.filter((controller) => !mode.controllers.includes(controller));
  const name = mode.version === 2 ? 'v2' : mode.hybrid ? 'v1, with an unified tree beside' : 'v1';
  return [
    mode.controllers.length > 0
      ? good('cgroups', `${name}: ${mode.controllers.join(', ')}`)
      : bad('cgroups', 'no controllers are mounted', 'mount -t cgroup2 none /sys/fs/cgroup'),
    missing.length === 0
      ? good('cgroup controllers', `${expected.join(', ')} are there`)
      : bad(
          'cgroup controllers',
          `${missing.join(', ')} missing: their limits have no effect`,
          mode.version === 2
            ? `echo '${missing.map((controller) => `+${controller}`).join(' ')}' > /sys/fs/cgroup/cgroup.subtree_control`
            : 'enable them on the kernel command line, for example cgroup_enable=memory',
        ),
    strays(mode),
  ];
}

function strays({ hybrid, stray }: CgroupMode): CheckedFinding {
  const subject = 'cgroup controllers for crun';
  if (stray.length === 0)
    return good(subject, hybrid ? 'all of them are in v1' : 'all of them are in one version');
  const commands = stray.map(
    (name) => `mkdir -p /sys/fs/cgroup/${name} && mount -t cgroup -o ${name} cgroup /sys/fs/cgroup/${name}`,
  );
  return bad(
    subject,
    `only in the unified tree, which crun refuses: ${stray.join(', ')}`,
    commands.join('; '),
    async () => {
      for (const controller of stray) await mountController(controller);
    },
  );
}
