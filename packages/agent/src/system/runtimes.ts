import { AgentError } from '@arca/agent-proto';
import { runCommand } from '../linux/commands.js';
import { cgroupMode, type CgroupMode } from '../linux/cgroup-mode.js';
import { findProgram } from './programs.js';

export interface RuntimeOptions {
  /** Name → path of further runtimes, or other paths for the known names. */
  runtimes?: Record<string, string>;
  /** Without it the first usable one: crun, which starts a container in half of runc's time, then runc, then youki. */
  defaultRuntime?: string;
}

export interface ProbedRuntime {
  name: string;
  path: string;
  /** By what the program says of itself, so that a runtime under another name keeps its error texts. */
  type: 'crun' | 'runc' | 'other';
  /** Empty when it cannot be run. */
  version: string;
  usable: boolean;
  /** Why it is not usable; else empty. */
  reason: string;
}

const knownNames = ['crun', 'runc', 'youki'];

/** The OCI runtimes of the host, probed once. */
export class Runtimes {
  private probed?: Promise<ProbedRuntime[]>;

  constructor(readonly options: RuntimeOptions = {}) {}

  /** Those that were configured or found, in the order of preference. */
  list(): Promise<ProbedRuntime[]> {
    return (this.probed ??= probe(this.options));
  }

  /** The default runtime's name; empty when the host has none that is usable. */
  async defaultName(): Promise<string> {
    if (this.options.defaultRuntime) return this.options.defaultRuntime;
    return (await this.list()).find((runtime) => runtime.usable)?.name ?? '';
  }

  /**
   * The runtime of that name, or without a name the default one. Rejects with INVALID_ARGUMENT for an unknown name and
   * with FAILED_PRECONDITION for one that does not work on this host.
   */
  async resolve(name?: string): Promise<ProbedRuntime> {
    const wanted = name || (await this.defaultName());
    if (wanted === '') {
      throw new AgentError('FAILED_PRECONDITION', 'no usable OCI runtime found: install crun or runc');
    }
    const runtime = (await this.list()).find((candidate) => candidate.name === wanted);
    if (!runtime) throw new AgentError('INVALID_ARGUMENT', `unknown or invalid runtime name: ${wanted}`);
    if (!runtime.usable) {
      throw new AgentError('FAILED_PRECONDITION', `runtime ${wanted} is not usable: ${runtime.reason}`);
    }
    return runtime;
  }
}

async function probe(options: RuntimeOptions): Promise<ProbedRuntime[]> {
  const mode = await cgroupMode();
  const configured = options.runtimes ?? {};
  const names = [...new Set([...knownNames, ...Object.keys(configured)])];
  const found = await Promise.all(
    names.map(async (name) => {
      const path = await findProgram(configured[name] ?? name);
      if (path !== undefined) return probeRuntime(name, path, mode);
      const missing = {
        name,
        path: configured[name] ?? '',
        type: 'other' as const,
        version: '',
        usable: false,
      };
      return name in configured ? { ...missing, reason: 'no executable file at this path' } : undefined;
    }),
  );
  return found.filter((runtime) => runtime !== undefined);
}

/** Asks the program for its version and judges whether it works with the host's cgroups. */
export async function probeRuntime(name: string, path: string, mode: CgroupMode): Promise<ProbedRuntime> {
  const { code, stdout, stderr } = await runCommand(path, ['--version'], { timeout: 5_000 });
  const [, program = '', version = ''] = /^(\S+) version:? (\S+)/m.exec(stdout) ?? [];
  const type = program === 'crun' || program === 'runc' ? program : 'other';
  const failure = code === 0 ? '' : `\`${path} --version\` failed: ${stderr.trim()}`;
  const reason = failure || (type === 'crun' ? crunObjection(mode) : '');
  return { name, path, type, version, usable: reason === '', reason };
}

function crunObjection({ stray }: CgroupMode): string {
  return stray.length === 0
    ? ''
    : `crun needs every cgroup controller mounted as v1 or every one as v2; only in v2: ${stray.join(', ')}`;
}
