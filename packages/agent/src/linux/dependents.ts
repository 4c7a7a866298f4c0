import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { Duplex } from 'node:stream';

const LARGEST_LOG = 4 * 1024 * 1024;

/**
 * Starts a process that is of no use without the agent: the kernel ends it with SIGTERM when the agent is gone, however
 * that came about (prctl PR_SET_PDEATHSIG). It has a session of its own, so that a terminal's ^C does not reach it.
 * Its output is appended to the log, of which one older piece is kept.
 */
export function spawnDependent(path: string, args: string[], logPath: string): ChildProcess {
  rotate(logPath);
  const log = openSync(logPath, 'a', 0o600);
  try {
    return spawn('setpriv', ['--pdeathsig', 'TERM', '--', path, ...args], {
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

function rotate(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) renameSync(path, `${path}.1`);
}

/**
 * A program as a stream: what is written goes to its standard input, what it prints can be read. An exit code other
 * than 0 is an error, with what it said on standard error. Destroying the stream kills it.
 */
export function filterProgram(path: string, args: string[]): Duplex {
  const child = spawn(path, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const duplex = Duplex.from({ writable: child.stdin, readable: child.stdout });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(0, 1000);
  });
  child.on('error', (error) => duplex.destroy(error));
  child.on('exit', (code) => {
    if (code !== 0) duplex.destroy(new Error(`${path}: ${said.trim() || 'killed'}`));
  });
  duplex.on('close', () => child.kill('SIGKILL'));
  return duplex;
}
