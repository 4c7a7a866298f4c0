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
import { RUN_VARIABLE, runDirectory } from './run.js';
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
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** The last processes of a killed namespace may still be leaving their cgroups. */
async function sweepCgroups(name: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const left = findCgroups([name]);
    if (left.length === 0) return;
    left.forEach(removeCgroup);
    await delay(100);
  }
}

if (process.env[RUN_VARIABLE] === undefined) {
  if (process.getuid?.() !== 0) {
    console.error('contract tests start containers: run them as root');
    process.exit(1);
  }
  const name = `at${process.pid}`;
  mkdirSync(runDirectory(name), { recursive: true });
  try {
    process.exitCode = await runIsolated(name);
  } finally {
    await sweepCgroups(name);
    rmSync(runDirectory(name), { recursive: true, force: true });
  }
  process.exit();
}
await prepareSandbox();
