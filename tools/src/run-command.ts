import { spawn, type ChildProcess } from 'node:child_process';

/** Runs a program of the repository to its end with this process's output; resolves with its exit status. */
export function runCommand(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return ended(spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env } }));
}

/** Runs a program to its end; resolves with its exit status and what it wrote, output and errors as they came. */
export async function collectCommand(
  program: string,
  args: string[],
): Promise<{ status: number; output: string }> {
  const child = spawn(program, args, { stdio: ['inherit', 'pipe', 'pipe'] });
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => pieces.push(piece));
  const status = await ended(child);
  return { status, output: Buffer.concat(pieces).toString() };
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.once('error', reject);
    child.once('close', (status, signal) => {
      process.removeListener('SIGINT', forward).removeListener('SIGTERM', forward);
      resolve(status ?? (signal ? 1 : 0));
    });
  });
}
