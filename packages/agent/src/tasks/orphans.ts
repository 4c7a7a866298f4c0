import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { childCgroups, removeCgroup } from '../linux/cgroups.js';
import { runCommand } from '../linux/commands.js';
import { commandLine, killProcess } from '../linux/processes.js';
import { removeBundle } from './bundle.js';
import type { TaskContext } from './context.js';
import { runningShims } from './recovery.js';
import { Shim } from './shim.js';
import type { Task } from './task.js';

/**
 * Removes what an earlier agent of the instance left without a task: idle shims, containers that the runtimes know,
 * bundles with their mounts, records, cgroups. Nothing of other instances is looked at.
 */
export async function removeOrphans(context: TaskContext, tasks: Task[]): Promise<void> {
  const ids = new Set(tasks.map((task) => task.id));
  await removeShims(context, new Set(tasks.map((task) => task.record.shim)));
  await removeStates(context, ids);
  for (const id of await names(context.places.bundles, ids)) {
    context.log('warn', 'a bundle without a task is removed', { id });
    await removeBundle(context.places.bundle(id));
  }
  for (const id of await names(context.places.tasks, ids)) {
    await rm(join(context.places.tasks, id), { recursive: true, force: true });
  }
  for (const name of await childCgroups(context.mounted, context.instance)) {
    // Others may keep cgroups there too; a container's is named by its id.
    if (/^[0-9a-f]{64}$/.test(name) && !ids.has(name))
      await removeCgroup(context.mounted, join(context.instance, name));
  }
}

async function removeShims({ places }: TaskContext, used: Set<string>): Promise<void> {
  for (const [directory, pid] of await runningShims(places.shims)) {
    if (!used.has(directory) && Shim.owns(directory, commandLine(pid))) killProcess(pid);
  }
  for (const name of await names(places.shims)) {
    const directory = join(places.shims, name);
    if (!used.has(directory)) await rm(directory, { recursive: true, force: true });
  }
}

/** Containers in the runtimes' state directories, `runtime/<name>/<instance>/<id>`. */
async function removeStates(context: TaskContext, ids: Set<string>): Promise<void> {
  for (const name of await names(context.places.runtimes)) {
    const root = join(context.places.runtime(name), context.instance);
    for (const id of await names(root, ids)) {
      context.log('warn', 'a container without a task is removed', { id, runtime: name });
      const runtime = await context.resolveRuntime(name).catch(() => undefined);
      if (runtime)
        await runCommand(runtime.path, ['--root', root, 'delete', '--force', id], { timeout: 10_000 });
      await rm(join(root, id), { recursive: true, force: true });
    }
  }
}

/** Names in a directory but for the known ones; none when it does not exist. */
async function names(directory: string, known: ReadonlySet<string> = new Set()): Promise<string[]> {
  const all = await readdir(directory).catch(() => []);
  return all.filter((name) => !known.has(name));
}
