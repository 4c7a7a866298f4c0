import type {
  Containers,
  Observation,
  Processes,
  ProcessStdio,
  ServiceImplementation,
} from '@arca/agent-proto';
import { EventEmitter, on } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { CgroupLock, childCgroups, hierarchies, removeCgroup } from '../linux/cgroups.js';
import { observationService } from '../stats/service.js';
import { rootfsOf } from './bundle.js';
import { containersService } from './containers.js';
import { Places, type TaskContext } from './context.js';
import { removeOrphans } from './orphans.js';
import type { Layers, Log, ResolveRuntime } from './ports.js';
import { processesService } from './processes.js';
import { Records } from './records.js';
import { recoverTasks } from './recovery.js';
import { SeccompCache } from './seccomp-cache.js';
import { Shim } from './shim.js';
import { ShimPool } from './shim-pool.js';
import { TaskTable } from './table.js';
import { EventSink } from './ttrpc/server.js';

export interface TaskOptions {
  root: string;
  run: string;
  instance: string;
  /** Path or name of containerd-shim-runc-v2. */
  shim: string;
  /** Shims kept ready. */
  idleShims: number;
  layers: Layers;
  resolveRuntime: ResolveRuntime;
  log: Log;
}

/** The part of the agent that runs processes. */
export interface Tasks {
  containers: ServiceImplementation<typeof Containers>;
  processes: ServiceImplementation<typeof Processes>;
  observation: ServiceImplementation<typeof Observation>;
  stdio(containerId: string, execId?: string): ProcessStdio;
  /** Of a container that runs: pid of its init process and where its root file system is mounted. */
  running(containerId: string): { pid: number; rootfs: string } | undefined;
  /** Whether any container has a task. */
  busy(): boolean;
  /** Lets go of what runs, which goes on running, and ends the idle shims. With nothing running nothing is left. */
  close(): Promise<void>;
}

/** Takes over what an earlier agent of the instance left running, removes what it left behind, and is ready. */
export async function openTasks(options: TaskOptions): Promise<Tasks> {
  const places = new Places(options.root, options.run);
  for (const directory of [places.shims, places.bundles, places.runtimes, places.tasks, places.containers]) {
    await mkdir(directory, { recursive: true, mode: 0o711 });
  }
  const outOfMemory = new EventEmitter<{ container: [string]; close: [] }>();
  const events = await EventSink.listen(places.events, (id) => outOfMemory.emit('container', id));
  const context = await makeContext(options, places);
  const tasks = await recoverTasks(context);
  await removeOrphans(context, tasks);
  const table = new TaskTable(context);
  table.restore(tasks);
  const filled = context.shims.fill();
  const containers = containersService(table);
  return {
    containers,
    processes: processesService(table),
    observation: observationService({
      mounted: context.mounted,
      running: (id) => ({ pid: table.running(id).process.pid, cgroup: table.running(id).record.cgroup }),
      pids: async (id) => (await table.running(id).shim.task.pids({ id })).processes.map(({ pid }) => pid),
      outOfMemory: (signal) => {
        const options = { close: ['close'], ...(signal && { signal }) };
        return on(outOfMemory, 'container', options) as AsyncIterable<[string]>;
      },
    }),
    stdio: (containerId, execId) => table.stdio(containerId, execId),
    running: (id) => {
      const task = table.find(id);
      return task && !task.exit ? { pid: task.process.pid, rootfs: rootfsOf(task.record.bundle) } : undefined;
    },
    busy: () => table.busy,
    close: async () => {
      table.disconnect();
      await filled;
      await context.shims.close();
      await events.close();
      outOfMemory.emit('close');
      const { mounted, instance } = context;
      if ((await childCgroups(mounted, instance)).length === 0) await removeCgroup(mounted, instance);
    },
  };
}

async function makeContext(options: TaskOptions, places: Places): Promise<TaskContext> {
  const { instance, layers, resolveRuntime, log } = options;
  const mounted = await hierarchies();
  const spawn = () =>
    Shim.spawn({
      program: options.shim,
      directory: places.shims,
      namespace: instance,
      events: places.events,
    });
  const failed = (error: unknown) => log('error', 'no shim could be started', { error: String(error) });
  return {
    instance,
    places,
    records: new Records(places.tasks),
    shims: new ShimPool(spawn, options.idleShims, failed),
    seccomp: new SeccompCache(places.seccomp),
    layers,
    resolveRuntime,
    mounted,
    cgroupLock: await CgroupLock.find(mounted),
    log,
  };
}
