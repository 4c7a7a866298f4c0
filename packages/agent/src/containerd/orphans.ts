import { findProcesses, killProcess } from '../linux/processes.js';

/**
 * Kills the shims that containerd had started for the steps of a build. The next containerd finds them dead, and removes
 * their containers, mounts and directories. Those of the agent's own containers know no containerd.
 */
export async function killBuildShims(address: string): Promise<void> {
  const pids = await findProcesses((args) => {
    const at = args.indexOf('-address');
    return at > 0 && args[at + 1] === address && /containerd-shim/.test(args[0] ?? '');
  });
  for (const pid of pids) killProcess(pid);
}
