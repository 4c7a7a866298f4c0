import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from './command.js';
import { runDirectory } from './run.js';

/** Addresses of the sandbox (TEST-NET-2, RFC 5737): the host's own, and a neighbour's beyond it. */
export const HOST_ADDRESS = '198.51.100.1';
export const NEIGHBOUR_ADDRESS = '198.51.100.2';

/** Network namespace of the neighbour: it has no route back to any container network. */
export const NEIGHBOUR_NAMESPACE = 'neighbour';

/** Search domain of the sandbox's resolv.conf; its name server is the host's own address, port 53. */
export const SEARCH_DOMAIN = 'corp.example';

/**
 * Makes a host out of the fresh namespaces: private /run and /etc directories, a resolv.conf of its own, an
 * uplink to a neighbour, forwarding, and on cgroup v1 the hugetlb hierarchy, without which crun refuses a hybrid
 * layout.
 */
export async function prepareSandbox(): Promise<void> {
  await prepareMounts();
  await must('ip', ['link', 'set', 'lo', 'up']);
  await must('ip', ['netns', 'add', NEIGHBOUR_NAMESPACE]);
  await must('ip', [
    'link',
    'add',
    'eth0',
    'type',
    'veth',
    'peer',
    'name',
    'eth0',
    'netns',
    NEIGHBOUR_NAMESPACE,
  ]);
  await must('ip', ['addr', 'add', `${HOST_ADDRESS}/24`, 'dev', 'eth0']);
  await must('ip', ['link', 'set', 'eth0', 'up']);
  await must('ip', ['route', 'add', 'default', 'via', NEIGHBOUR_ADDRESS]);
  await must('ip', ['-n', NEIGHBOUR_NAMESPACE, 'addr', 'add', `${NEIGHBOUR_ADDRESS}/24`, 'dev', 'eth0']);
  await must('ip', ['-n', NEIGHBOUR_NAMESPACE, 'link', 'set', 'eth0', 'up']);
  await must('ip', ['-n', NEIGHBOUR_NAMESPACE, 'link', 'set', 'lo', 'up']);
  // Before any engine starts: dockerd sets the FORWARD policy to DROP when it has to switch this on itself.
  writeFileSync('/proc/sys/net/ipv4/ip_forward', '1');
}

/** A dockerd that finds a system containerd's socket uses it, outside of the sandbox, instead of one of its own. */
const PRIVATE_DIRECTORIES = ['/run/netns', '/run/containerd', '/run/docker', '/etc/docker'];

async function prepareMounts(): Promise<void> {
  for (const directory of PRIVATE_DIRECTORIES) {
    mkdirSync(directory, { recursive: true });
    await must('mount', ['-t', 'tmpfs', 'tmpfs', directory]);
  }
  const resolvConf = join(runDirectory(), 'resolv.conf');
  writeFileSync(resolvConf, `nameserver ${HOST_ADDRESS}\nsearch ${SEARCH_DOMAIN}\noptions timeout:1\n`);
  await must('mount', ['--bind', resolvConf, '/etc/resolv.conf']);
  const hugetlb = '/sys/fs/cgroup/hugetlb';
  const onV1 = !existsSync('/sys/fs/cgroup/cgroup.controllers');
  if (onV1 && /^hugetlb\s/m.test(readFileSync('/proc/cgroups', 'utf8')) && !isMounted(hugetlb)) {
    mkdirSync(hugetlb, { recursive: true });
    await must('mount', ['-t', 'cgroup', '-o', 'hugetlb', 'cgroup', hugetlb]);
  }
}

function isMounted(path: string): boolean {
  return readFileSync('/proc/self/mounts', 'utf8').includes(` ${path} `);
}
