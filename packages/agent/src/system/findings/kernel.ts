import { cgroupMode } from '../../linux/cgroup-mode.js';
import { hostFeatures } from '../../linux/cgroup-features.js';
import { kernelVersion } from '../../linux/host.js';
import { readSysctl } from '../../linux/sysctl.js';
import { bad, good, type CheckedFinding } from './finding.js';

/** openat2(2), by which files of containers are reached, came with Linux 5.6. */
const oldestKernel = [5, 6] as const;

/** Rights, version and options of the kernel, and the clock. */
export async function kernelFindings(): Promise<CheckedFinding[]> {
  const features = await hostFeatures(await cgroupMode());
  const namespaces = Number((await readSysctl('user/max_user_namespaces')) ?? 0);
  return [
    process.getuid?.() === 0
      ? good('root', 'running as root')
      : bad('root', 'not running as root', 'run the daemon as root'),
    version(kernelVersion()),
    features.seccomp
      ? good('seccomp', 'system calls can be filtered')
      : bad('seccomp', 'the kernel cannot filter system calls', 'use a kernel with CONFIG_SECCOMP_FILTER'),
    namespaces > 0
      ? good('user namespaces', `up to ${namespaces}`)
      : bad(
          'user namespaces',
          'switched off: containers cannot have users of their own',
          'sysctl -w user.max_user_namespaces=15000',
        ),
    clock(Date.now()),
  ];
}

function version(release: string): CheckedFinding {
  const [major = 0, minor = 0] = release.split('.').map((part) => Number.parseInt(part));
  const [oldestMajor, oldestMinor] = oldestKernel;
  const enough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return enough
    ? good('kernel', `Linux ${release}`)
    : bad('kernel', `Linux ${release}`, `use Linux ${oldestKernel.join('.')} or newer`);
}

/** A clock far in the past makes every registry's certificate invalid. */
function clock(now: number): CheckedFinding {
  const text = new Date(now).toISOString();
  return now > Date.UTC(2025)
    ? good('clock', text)
    : bad('clock', `${text} is in the past`, 'set the clock, for example with `timedatectl set-ntp true`');
}
