import {
  AgentError,
  TaskStatus,
  type Containers,
  type ServiceImplementation,
  type StartContainerRequest,
} from '@arca/agent-proto';
import { mkdir, rm } from 'node:fs/promises';
import { checkId } from './context.js';
import { checkSize, readFileOfProcess } from './files.js';
import { shimError } from './refusals/refusal.js';
import { rewriteFile } from './rewritten-file.js';
import { startTask } from './start.js';
import type { TaskTable } from './table.js';
import type { Task } from './task.js';
import { overlayOf } from './bundle.js';

/** `Containers` of the agent's contract. */
export function containersService(table: TaskTable): ServiceImplementation<typeof Containers> {
  const { context } = table;
  const { layers, places } = context;
  return {
    create: async ({ id, imageId }) => {
      context.cgroupLock.touch();
      const directory = places.container(checkId(id));
      const [mounts] = await Promise.all([
        layers.prepare(id, imageId),
        mkdir(directory, { recursive: true, mode: 0o710 }),
      ]);
      return { directory, overlay: overlayOf(mounts, places.bundle(id)) };
    },
    start: async (request) => {
      const { process, record } = await start(table, request);
      return { pid: process.pid, runtime: record.runtime.name, cgroup: record.cgroup };
    },
    pause: async ({ id }) => {
      const task = table.running(id);
      await task.shim.task.pause({ id }).catch(rethrow);
      task.paused = true;
      return {};
    },
    resume: async ({ id }) => {
      const task = table.running(id);
      await task.shim.task.resume({ id }).catch(rethrow);
      task.paused = false;
      return {};
    },
    update: async ({ id, resources }) => {
      const typeUrl = 'types.containerd.io/opencontainers/runtime-spec/1/LinuxResources';
      await table
        .running(id)
        .shim.task.update({ id, resources: { typeUrl, value: Buffer.from(resources) } })
        .catch(rethrow);
      return {};
    },
    pids: async ({ id }) => {
      const { processes } = await table.running(id).shim.task.pids({ id }).catch(rethrow);
      return { pids: processes.map(({ pid }) => pid) };
    },
    release: async ({ id }) => {
      await table.release(id);
      return {};
    },
    remove: async ({ id }) => {
      if (table.has(id))
        throw new AgentError('FAILED_PRECONDITION', `the task of container ${id} is not released`);
      await layers.remove(checkId(id));
      await rm(places.container(id), { recursive: true, force: true });
      return {};
    },
    list: async () => ({ containers: await list(table) }),
    readFile: async ({ id, path }) => {
      const task = table.find(id);
      if (task && !task.exit) return readFileOfProcess(task.process.pid, path);
      const content = await layers.readFile(checkId(id), path);
      checkSize(content?.length ?? 0, path);
      return { found: content !== undefined, content };
    },
    rewriteFile: async ({ id, name, ...change }) => {
      await rewriteFile(places.container(checkId(id)), name, change);
      return {};
    },
    usage: ({ id }) => layers.usage(checkId(id)),
  };
}

async function start(table: TaskTable, request: StartContainerRequest): Promise<Task> {
  return table.add(checkId(request.id), () => startTask(table.context, request));
}

async function list(table: TaskTable) {
  const layers = new Set(await table.context.layers.list());
  const ids = new Set([...layers, ...table.ids()]);
  return [...ids].map((id) => ({ id, hasLayer: layers.has(id), ...describe(table.find(id)) }));
}

function describe(task: Task | undefined) {
  if (!task) return { status: TaskStatus.NONE };
  const status = task.exit ? TaskStatus.STOPPED : task.paused ? TaskStatus.PAUSED : TaskStatus.RUNNING;
  const { terminal, stdin } = task.record;
  return { status, pid: task.process.pid, exit: task.exit, terminal, stdin, execIds: [...task.execs.keys()] };
}

function rethrow(error: unknown): never {
  throw shimError(error);
}
