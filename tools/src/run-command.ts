import { spawn } from 'node:child_process';

/** Runs a program of the repository to its end with this process's output; resolves with its exit status. */
export function runCommand(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    process.once('SIGINT', forward).once('SIGTERM', forward);
    child.once('error', reject);
    child.once('exit', (status, signal) => {
      process.removeListener('SIGINT', forward).removeListener('SIGTERM', forward);
      resolve(status ?? (signal ? 1 : 0));
    });
  });
}
