import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { removeCgroup, type Hierarchies } from '../linux/cgroups.js';
import { runCommand } from '../linux/commands.js';
import { removeBundle } from './bundle.js';
import type { TaskRecord } from './records.js';

/** Where the runtime keeps what it knows of a container. The shim appends its namespace to the root it is given. */
export function stateDirectory(root: string, namespace: string, id: string): string {
  return join(root, namespace, id);
}

/**
 * Removes a container without its shim, whatever became of it: kills its processes, makes the runtime forget it,
 * unmounts its root file system and removes bundle and cgroup.
 */
export async function forceDelete(
  record: TaskRecord,
  namespace: string,
  mounted: Hierarchies,
): Promise<void> {
  const { id, runtime, bundle } = record;
  const root = join(runtime.root, namespace);
  await runCommand(runtime.path, ['--root', root, 'delete', '--force', id], { timeout: 10_000 });
  await removeBundle(bundle);
  await removeOwnCgroup(record, mounted);
  await rm(stateDirectory(runtime.root, namespace, id), { recursive: true, force: true });
}

/** Removes a task's cgroup, if it is its own: the path may be one that others share. */
export async function removeOwnCgroup(
  { id, cgroup }: Pick<TaskRecord, 'id' | 'cgroup'>,
  mounted: Hierarchies,
): Promise<void> {
  if (basename(cgroup) === id) await removeCgroup(mounted, cgroup);
}
