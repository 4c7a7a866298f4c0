/**
 * Moves the whole test run into namespaces of its own before mocha loads a test: network (published ports, nft
 * tables and bridges of two engines cannot meet the host's), mounts, and processes (what a test leaves behind dies
 * with the run, also when the run is killed). Cgroups and files are shared with the host: the outer process
 * removes them when the inner one has ended, whatever the reason.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { findCgroups, removeCgroup } from './cgroup-tree.js';
import { leftRuns, nameOfRun, RUN_VARIABLE, runDirectory } from './run.js';
import { prepareSandbox } from './sandbox.js';

const INIT_PROGRAMS = ['/usr/bin/tini-static', '/usr/bin/tini'];

function isolationCommand(): string[] {
  const init = INIT_PROGRAMS.find((path) => existsSync(path));
  if (init === undefined) throw new Error('tests need tini: apt-get install tini');
  return [
    ...['setpriv', '--pdeathsig', 'KILL'],
    ...['unshare', '--net', '--mount', '--pid', '--fork', '--mount-proc', '--kill-child'],
    ...[init, '-s', '--'],
  ];
}

function runIsolated(name: string): Promise<number> {
  const [program, ...args] = [
    ...isolationCommand(),
    process.execPath,
    ...process.execArgv,
    ...process.argv.slice(1),
  ];
  const child = spawn(program!, args, { stdio: 'inherit', env: { ...process.env, [RUN_VARIABLE]: name } });
  // Killing unshare kills the namespaces' first process, and with it all others; the sweep does the rest.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Removes what a run left on the host. The last processes of a killed namespace may still be on their way out. */
async function sweep(name: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const left = findCgroups([name]);
    if (left.length === 0) break;
    left.forEach(removeCgroup);
    await delay(100);
  }
  rmSync(runDirectory(name), { recursive: true, force: true });
}

/** Runs that were killed together with their outer process could not sweep for themselves. */
async function sweepDeadRuns(): Promise<void> {
  for (const { name, pid } of leftRuns()) {
    if (!existsSync(`/proc/${pid}`)) await sweep(name);
  }
}

if (process.env[RUN_VARIABLE] === undefined) {
  if (process.getuid?.() !== 0) {
    console.error('contract tests start containers: run them as root');
    process.exit(1);
  }
  await sweepDeadRuns();
  const name = nameOfRun(process.pid);
  mkdirSync(runDirectory(name), { recursive: true });
  try {
    process.exitCode = await runIsolated(name);
  } finally {
    await sweep(name);
  }
  process.exit();
}
await prepareSandbox();
