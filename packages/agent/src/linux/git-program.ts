import { spawn } from 'node:child_process';

/** How git says that a plain web server has no shallow history to give. */
const NO_SHALLOW = /does not support shallow/;

/** Nothing of a person's or the host's settings, no questions, and only transports that lead to another host. */
const settings = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '/bin/false',
  GIT_SSH_COMMAND: 'ssh -oBatchMode=yes',
  // Submodules, too: one from a path would bring the host's own files.
  GIT_ALLOW_PROTOCOL: 'git:http:https:ssh',
  LC_ALL: 'C',
};

/** git could not be run, or said no; the message has what it said. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** The host's git in one directory. Aborting the signal kills it with all that it has started. */
export class Git {
  constructor(
    private readonly directory: string,
    private readonly signal: AbortSignal,
  ) {}

  run(...args: string[]): Promise<void> {
    const { directory, signal } = this;
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      // Hooks come with no clone, but from a template of the host's. The kernel ends git when the agent is gone.
      const program = ['--pdeathsig', 'KILL', '--', 'git', '-c', 'core.hooksPath=/dev/null', ...args];
      const child = spawn('setpriv', program, {
        cwd: directory,
        env: { ...withoutGit(process.env), ...settings },
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)));
      const stop = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
      signal.addEventListener('abort', stop, { once: true });
      child.on('error', reject).on('close', (code) => {
        signal.removeEventListener('abort', stop);
        if (signal.aborted) reject(signal.reason as Error);
        else if (code === 0) resolve();
        else if (code === 127) reject(new GitError('git is not installed on this host'));
        else reject(new GitError(said.trim() || 'git was killed'));
      });
    });
  }

  /** With one commit of history, where the server can do that. */
  async runShallow([verb, ...args]: readonly string[], ...rest: string[]): Promise<void> {
    try {
      await this.run(verb!, ...args, '--depth=1', ...rest);
    } catch (error) {
      if (!(error instanceof GitError) || !NO_SHALLOW.test(error.message)) throw error;
      await this.run(verb!, ...args, ...rest);
    }
  }
}

const withoutGit = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')));
