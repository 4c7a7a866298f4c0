import { spawn, type SpawnOptions } from 'node:child_process';

/** What a finished program left: its exit code (128 + signal number when killed) and its whole output. */
export interface Finished {
  code: number;
  stdout: string;
  stderr: string;
}

/** Text or bytes to write to the program's stdin, then closed; its environment; the time limit in ms. */
export interface CommandOptions extends SpawnOptions {
  input?: string | Uint8Array;
  timeout?: number;
}

const SIGNAL_NUMBERS: Record<string, number> = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/** Runs a program to its end. Never throws for a non-zero exit; throws when the program cannot be started. */
export function run(program: string, args: string[], options: CommandOptions = {}): Promise<Finished> {
  const { input, timeout = 25_000, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...spawnOptions, stdio: ['pipe', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout!.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr!.on('data', (chunk: Buffer) => stderr.push(chunk));
    // A program that ends without reading its stdin makes the pipe fail; its exit code tells the story.
    child.stdin!.on('error', () => undefined);
    child.stdin!.end(input ?? '');
    const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({
        code: code ?? 128 + (SIGNAL_NUMBERS[signal ?? ''] ?? 0),
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      });
    });
  });
}

/** Runs a program that must succeed and returns its stdout. */
export async function must(program: string, args: string[], options: CommandOptions = {}): Promise<string> {
  const done = await run(program, args, options);
  if (done.code !== 0)
    throw new Error(`${program} ${args.join(' ')}: exit ${done.code}: ${done.stderr.trim()}`);
  return done.stdout;
}
