import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

/** Pids of the processes whose command line the predicate accepts (`/proc/<pid>/cmdline`). */
export async function findProcesses(accepts: (args: string[]) => boolean): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return line !== '' && accepts(line.split('\0'));
    }),
  );
  return pids.filter((_, index) => found[index]).map(Number);
}

/** Sends SIGKILL. No error when the process has gone. */
export function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ESRCH
  }
}

/** The command line of a process; empty when it does not exist or has ended (a zombie has none). */
export function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  } catch {
    return [];
  }
}
