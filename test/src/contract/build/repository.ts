import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { dirname, join, normalize } from 'node:path';
import { must } from '../../harness/command.js';
import { runDirectory } from '../../harness/run.js';

/** Git repositories below one directory, served by git's own daemon and as plain files of a web server. */
export class Repositories {
  readonly #directory = mkdtempSync(join(runDirectory(), 'repositories-'));
  readonly #daemon: Server = createServer((socket) => {
    const options = ['--inetd', '--export-all', `--base-path=${this.#directory}`, '--verbose'];
    const child = spawn('git', ['daemon', ...options], { stdio: ['pipe', 'pipe', 'ignore'] });
    socket.on('error', () => undefined).pipe(child.stdin.on('error', () => undefined));
    child.stdout.pipe(socket);
  });
  readonly #web: HttpServer = createHttpServer((request, response) => {
    try {
      const path = normalize(new URL(request.url!, 'http://host').pathname);
      response.end(readFileSync(join(this.#directory, path)));
    } catch {
      response.writeHead(404).end();
    }
  });

  async listen(): Promise<void> {
    for (const server of [this.#daemon, this.#web]) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
  }

  /** By git's own protocol. */
  git = (name: string): string => `git://127.0.0.1:${(this.#daemon.address() as AddressInfo).port}/${name}`;
  /** By a web server that knows nothing of git. */
  http = (name: string): string =>
    `http://127.0.0.1:${(this.#web.address() as AddressInfo).port}/${name}/.git`;

  /** Commits files to a branch, which is made when it is missing; the files before it are gone. Gives the commit. */
  async commit(
    name: string,
    branch: string,
    files: Record<string, string>,
    submodules: Record<string, string> = {},
  ): Promise<string> {
    const cwd = join(this.#directory, name);
    mkdirSync(cwd, { recursive: true });
    const git = (...args: string[]) =>
      must('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args], { cwd });
    await git('init', '--quiet');
    await git('checkout', '--quiet', '--orphan', branch);
    await git('rm', '-r', '--force', '--quiet', '--ignore-unmatch', '.');
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), content);
    }
    await git('add', '.');
    for (const [path, commit] of Object.entries(submodules))
      await git('update-index', '--add', '--cacheinfo', `160000,${commit},${path}`);
    await git('commit', '--quiet', '--message=test');
    await git('update-server-info');
    return (await git('rev-parse', 'HEAD')).trim();
  }

  close(): void {
    this.#daemon.close();
    this.#web.close();
    this.#web.closeAllConnections();
    rmSync(this.#directory, { recursive: true });
  }
}
