import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type CommandOptions, type Finished } from './command.js';
import type { Engine } from './engine.js';
import { runDirectory } from './run.js';
import { Terminal } from './terminal.js';

/** The stock docker CLI, pointed at one engine, with a configuration of its own. */
export class DockerCli {
  private readonly config: string;

  constructor(readonly engine: Engine) {
    this.config = join(runDirectory(), `cli-${engine.name}`);
    mkdirSync(this.config, { recursive: true });
  }

  get environment(): NodeJS.ProcessEnv {
    const { DOCKER_CONTEXT: _context, DOCKER_API_VERSION: _version, ...rest } = process.env;
    return { ...rest, DOCKER_HOST: this.engine.host, DOCKER_CONFIG: this.config, NO_COLOR: '1' };
  }

  /** Stores credentials for a registry, as `docker login` would. */
  login(registry: string, credentials: string): void {
    const auth = Buffer.from(credentials).toString('base64');
    writeFileSync(join(this.config, 'config.json'), JSON.stringify({ auths: { [registry]: { auth } } }));
  }

  /** Runs a command to its end. */
  run(args: string[], options: CommandOptions = {}): Promise<Finished> {
    return run('docker', args, { ...options, env: this.environment });
  }

  /** Runs a command that must succeed; its stdout without the last newline. */
  async out(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(args);
    if (code !== 0) throw new Error(`docker ${args.join(' ')}: exit ${code}: ${stderr}`);
    return stdout.replace(/\n$/, '');
  }

  /** Starts a command in the background; its output and end are the caller's to watch. */
  background(...args: string[]): BackgroundCommand {
    return new BackgroundCommand(
      spawn('docker', args, { env: this.environment, stdio: ['pipe', 'pipe', 'pipe'] }),
    );
  }

  /** Runs a command on a terminal of its own. */
  terminal(...args: string[]): Promise<Terminal> {
    return Terminal.open(['docker', ...args], this.environment);
  }
}

/** A CLI process whose output is collected while it runs. */
export class BackgroundCommand {
  stdout = '';
  stderr = '';
  readonly ended: Promise<number>;

  constructor(readonly child: ChildProcess) {
    child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    child.stdin!.on('error', () => undefined);
    this.ended = new Promise((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.child.kill(signal);
  }
}
