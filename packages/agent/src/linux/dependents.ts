import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { Duplex } from 'node:stream';

const LARGEST_LOG = 4 * 1024 * 1024;

/**
 * Starts a process that is of no use without the agent: the kernel ends it with SIGTERM when the agent is gone, however
 * that came about (prctl PR_SET_PDEATHSIG). It has a session of its own, so that a terminal's ^C does not reach it.
 * Its output is appended to the log, of which one older piece is kept. Its environment is the agent's and what is given.
 */
export function spawnDependent(
  path: string,
  args: string[],
  logPath: string,
  environment: NodeJS.ProcessEnv = {},
): ChildProcess {
  rotate(logPath);
  const log = openSync(logPath, 'a', 0o600);
  try {
    return spawn('setpriv', ['--pdeathsig', 'TERM', '--', path, ...args], {
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, ...environment },
    });
  } finally {
    closeSync(log);
  }
}

/** The same for a program whose output is read. */
export function spawnDependentReader(path: string, args: string[]): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'TERM', '--', path, ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function rotate(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) renameSync(path, `${path}.1`);
}

/**
 * A program as a stream: what is written goes to its standard input, what it prints can be read. The end is known only
 * with its exit code: another than 0 is an error, with what it said on standard error. Destroying the stream kills it.
 */
export class FilterProgram extends Duplex {
  readonly #child: ChildProcessWithoutNullStreams;
  #said = '';

  constructor(path: string, args: string[]) {
    super();
    this.#child = spawn(path, args);
    const { stdin, stdout, stderr } = this.#child;
    stdin.on('error', () => undefined); // it has ended early; the exit code says why
    stdout.on('data', (chunk) => {
      if (!this.push(chunk)) stdout.pause();
    });
    stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(0, 1000);
    });
    this.#child.on('error', (error) => this.destroy(error));
    this.#child.on('close', (code) => {
      if (code === 0) this.push(null);
      else this.destroy(new Error(this.#said.trim() || `${path} was killed`));
    });
  }

  override _read(): void {
    this.#child.stdout.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: (error?: Error | null) => void): void {
    this.#child.stdin.write(chunk, () => callback());
  }

  override _final(callback: (error?: Error | null) => void): void {
    this.#child.stdin.end(() => callback());
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.#child.kill('SIGKILL');
    callback(error);
  }
}
