import { AgentError } from '@arca/agent-proto';
import { join } from 'node:path';
import type { CgroupLock, Hierarchies } from '../linux/cgroups.js';
import type { Layers, Log, ResolveRuntime } from './ports.js';
import type { Records } from './records.js';
import type { SeccompCache } from './seccomp-cache.js';
import type { ShimPool } from './shim-pool.js';

/** What the calls on tasks share. */
export interface TaskContext {
  /** Namespace of the shims, and the cgroup above the containers' own. */
  instance: string;
  places: Places;
  records: Records;
  shims: ShimPool;
  seccomp: SeccompCache;
  layers: Layers;
  resolveRuntime: ResolveRuntime;
  mounted: Hierarchies;
  cgroupLock: CgroupLock;
  log: Log;
}

/** Directories and sockets of the tasks; `root` survives a reboot, `run` does not. */
export class Places {
  readonly shims: string;
  readonly bundles: string;
  readonly runtimes: string;
  readonly tasks: string;
  readonly events: string;
  readonly containers: string;
  readonly seccomp: string;

  constructor(root: string, run: string) {
    this.shims = join(run, 'shim');
    this.bundles = join(run, 'bundle');
    this.runtimes = join(run, 'runtime');
    this.tasks = join(run, 'task');
    this.events = join(run, 'events.sock');
    this.containers = join(root, 'containers');
    this.seccomp = join(root, 'seccomp');
  }

  bundle(id: string): string {
    return join(this.bundles, id);
  }

  container(id: string): string {
    return join(this.containers, id);
  }

  /** `--root` of a runtime, to which a shim adds its namespace. */
  runtime(name: string): string {
    return join(this.runtimes, name);
  }
}

/** Ids become names of files: what could leave a directory is refused. */
export function checkId(id: string): string {
  if (/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$/.test(id)) return id;
  throw new AgentError('INVALID_ARGUMENT', `invalid id: ${JSON.stringify(id)}`);
}
