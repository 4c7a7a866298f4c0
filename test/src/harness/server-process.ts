import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that runs until it is stopped. */
export interface ServerProcess {
  stop(): void;
}

/** Starts a program in the background; it is killed by `stop`, and in any case with the run. */
export async function spawnServer(program: string, args: string[]): Promise<ServerProcess> {
  const child = spawn(program, args, { stdio: 'ignore' });
  await once(child, 'spawn');
  return { stop: () => void child.kill('SIGKILL') };
}
