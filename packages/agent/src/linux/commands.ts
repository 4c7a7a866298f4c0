import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

export interface CommandResult {
  /** Exit code; -1 when the program could not be started or was killed. */
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end. Never rejects: a program that is missing is a result too. */
export function runCommand(path: string, args: string[], options: { timeout?: number; cwd?: string } = {}) {
  return new Promise<CommandResult>((resolve) => {
    execFile(path, args, { ...options, encoding: 'utf8', killSignal: 'SIGKILL' }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr: stderr || (error?.message ?? '') });
    });
  });
}

export interface DaemonOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Descriptors that the process gets as 3, 4, …; the caller keeps its own. */
  descriptors?: number[];
}

/**
 * Starts a process in a session of its own that outlives the agent. Its standard streams are /dev/null: the agent's
 * terminal and pipes must not be held by it.
 */
export function spawnDaemon(path: string, args: string[], options: DaemonOptions): ChildProcess {
  const nothing = openSync('/dev/null', 'r+');
  try {
    const child = spawn(path, args, {
      cwd: options.cwd,
      env: options.env,
      detached: true,
      stdio: [nothing, nothing, nothing, ...(options.descriptors ?? [])],
    });
    child.unref();
    return child;
  } finally {
    closeSync(nothing);
  }
}
