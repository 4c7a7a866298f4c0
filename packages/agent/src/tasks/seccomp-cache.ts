import type { Spec } from '@arca/oci-spec';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { arch } from 'node:process';
import { join } from 'node:path';
import type { RuntimeChoice } from './ports.js';

/** crun takes a compiled filter from this annotation (base64) in place of the spec's seccomp section. */
const ANNOTATION = 'run.oci.seccomp_bpf_data';

/** Where crun leaves the filter that it loads, in the container's state directory. */
const PROGRAM = 'seccomp.bpf';

const LARGEST_NUMBER = 64;

/** A seccomp section that can be cached, and its compiled filter when it is known. */
export interface CachedFilter {
  key: string;
  program: Buffer | undefined;
}

/**
 * Compiled seccomp filters. Compiling a profile of Docker's size costs crun about 13 ms at every create. The filter
 * depends on the resolved section (profile, capabilities, architectures), the host's architecture and crun's version.
 */
export class SeccompCache {
  private readonly programs = new Map<string, Buffer>();
  private trusted = true;

  constructor(private readonly directory: string) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    this.prune();
  }

  /** Undefined when the runtime cannot take a compiled filter or the section needs more than a filter. */
  find(spec: Spec, runtime: RuntimeChoice): CachedFilter | undefined {
    const section = spec.linux.seccomp;
    if (!this.trusted || runtime.type !== 'crun' || !section || section.listenerPath) return undefined;
    const text = JSON.stringify(section);
    if (text.includes('SCMP_ACT_NOTIFY')) return undefined;
    const key = createHash('sha256').update(`${runtime.version}\n${arch}\n${text}`).digest('hex');
    return { key, program: this.programs.get(key) ?? this.load(key) };
  }

  /** Keeps the filter that crun has compiled. */
  store(key: string, stateDirectory: string): void {
    const program = readProgram(stateDirectory);
    if (!program || program.length === 0) return;
    this.programs.set(key, program);
    const file = join(this.directory, `${key}.bpf`);
    writeFileSync(`${file}.new`, program, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  /** Ends all use of compiled filters until the agent starts anew: this crun does not do as it should. */
  distrust(): void {
    this.trusted = false;
    for (const key of this.programs.keys()) rmSync(join(this.directory, `${key}.bpf`), { force: true });
    this.programs.clear();
  }

  private load(key: string): Buffer | undefined {
    try {
      const program = readFileSync(join(this.directory, `${key}.bpf`));
      this.programs.set(key, program);
      return program;
    } catch {
      return undefined;
    }
  }

  private prune(): void {
    const files = readdirSync(this.directory).map((name) => join(this.directory, name));
    const byAge = files
      .map((file) => ({ file, time: statSync(file).mtimeMs }))
      .sort((a, b) => b.time - a.time);
    for (const { file } of byAge.slice(LARGEST_NUMBER)) rmSync(file, { force: true });
  }
}

/**
 * The spec with the compiled filter. What is left of the section kills at the first system call, so that a crun that
 * does not know the annotation starts nothing rather than something unconfined.
 */
export function withProgram(spec: Spec, program: Buffer): Spec {
  const { flags } = spec.linux.seccomp ?? {};
  return {
    ...spec,
    annotations: { ...spec.annotations, [ANNOTATION]: program.toString('base64') },
    linux: { ...spec.linux, seccomp: { defaultAction: 'SCMP_ACT_KILL_PROCESS', ...(flags && { flags }) } },
  };
}

/**
 * Whether the created, not yet started container has the filter: crun's copy of what it loads is the same, and the
 * init process is filtered. With no-new-privileges crun loads the filter only at the start, so its copy must do.
 */
export function hasProgram(spec: Spec, program: Buffer, stateDirectory: string, pid: number): boolean {
  if (!readProgram(stateDirectory)?.equals(program)) return false;
  if (spec.process.noNewPrivileges) return true;
  try {
    return /^Seccomp:\s*2$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function readProgram(stateDirectory: string): Buffer | undefined {
  try {
    return readFileSync(join(stateDirectory, PROGRAM));
  } catch {
    return undefined;
  }
}
