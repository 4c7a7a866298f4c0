import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { Status, type StateResponse } from '../generated/containerd/task/v2/shim_pb.js';
import { fifoReader, InputFifo, reopenOutputFifo } from '../linux/fifos.js';
import { findProcesses, commandLine } from '../linux/processes.js';
import type { TaskContext } from './context.js';
import { Exec, fifosOf } from './exec.js';
import { ContainerProcess, GRACE_AFTER_RECOVERY, killed } from './process.js';
import type { ExecRecord, TaskRecord } from './records.js';
import { forceDelete } from './runtime-state.js';
import { Shim } from './shim.js';
import { ProcessStreams } from './streams.js';
import { Task } from './task.js';
import { TtrpcError } from './ttrpc/client.js';

/**
 * Takes over the tasks of an earlier agent of this instance. What had been created but not started, or never got as
 * far, is removed: its start has not been answered. A task whose shim does not answer counts as killed.
 */
export async function recoverTasks(context: TaskContext): Promise<Task[]> {
  const shims = await runningShims(context.places.shims);
  const records = await context.records.tasks();
  const tasks = await Promise.all(
    records.map(async (record) => {
      try {
        return await recoverTask(context, record, shims.get(record.shim));
      } catch (error) {
        context.log('error', 'a task could not be recovered', { id: record.id, error: String(error) });
        return undefined;
      }
    }),
  );
  return tasks.filter((task) => task !== undefined);
}

/** The shims of the instance that run: directory → pid. Their sockets are in their command lines. */
export async function runningShims(directory: string): Promise<Map<string, number>> {
  const socket = (args: string[]) => args[args.indexOf('-socket') + 1] ?? '';
  const ours = (args: string[]) => args.includes('-socket') && socket(args).startsWith(`${directory}/`);
  const pids = await findProcesses(ours);
  // A child that a shim has forked and that has not yet become another program looks like it: the elder one wins.
  const eldersLast = pids.sort((a, b) => b - a);
  return new Map(eldersLast.map((pid) => [join(socket(commandLine(pid)), '..'), pid]));
}

async function recoverTask(context: TaskContext, record: TaskRecord, pid: number | undefined) {
  const shim = pid === undefined ? undefined : await Shim.adopt(record.shim, pid).catch(() => undefined);
  if (!shim) return bury(context, record);
  let state: StateResponse | undefined;
  try {
    state = await stateOf(shim, record.id, '');
  } catch {
    // It has died just now, or hangs: what it says of the task will never be known.
    shim.disconnect();
    shim.kill();
    return bury(context, record);
  }
  const started = state !== undefined && state.status !== Status.CREATED;
  if (started || record.exit) return adopt(context, record, shim, state);
  shim.disconnect();
  shim.kill();
  await forceDelete(record, context.instance, context.mounted);
  await shim.dispose();
  await rm(context.records.directory(record.id), { recursive: true, force: true });
  return undefined;
}

/** Undefined when the shim does not know the process. Rejects when it does not answer. */
async function stateOf(shim: Shim, id: string, execId: string): Promise<StateResponse | undefined> {
  const timer = new AbortController();
  const silence = delay(10_000, undefined, { signal: timer.signal, ref: false }).then(() => {
    throw new Error('the shim does not answer');
  });
  try {
    return await Promise.race([shim.task.state({ id, execId }).catch(unknownProcess), silence]);
  } finally {
    timer.abort();
    silence.catch(() => undefined);
  }
}

/** A shim that is gone has said nothing. */
function unknownProcess(error: unknown): undefined {
  if (error instanceof TtrpcError && error.code === 'UNAVAILABLE') throw error;
  return undefined;
}

async function adopt(context: TaskContext, record: TaskRecord, shim: Shim, state: StateResponse | undefined) {
  const streams = reopenStreams(fifosOf(record.shim), record, () =>
    shim.task.closeIO({ id: record.id, stdin: true }),
  );
  const process = new ContainerProcess(shim, record.id, '', streams, state?.pid);
  const execs = await Promise.all(
    (await context.records.execs(record.id)).map((exec) => adoptExec(context, record.id, shim, exec)),
  );
  const task = new Task(context, record, process, GRACE_AFTER_RECOVERY);
  task.paused = state?.status === Status.PAUSED;
  for (const exec of execs) if (exec) task.execs.set(exec.process.execId, exec);
  return task;
}

async function adoptExec(context: TaskContext, id: string, shim: Shim, record: ExecRecord) {
  const directory = context.records.directory(id, record.id);
  let state: StateResponse | undefined;
  let answered = true;
  try {
    if (!record.exit) state = await stateOf(shim, id, record.id);
  } catch {
    answered = false; // waiting for it tells how it ended
  }
  if (!record.exit && answered && (!state || state.status === Status.CREATED)) {
    await rm(directory, { recursive: true, force: true }); // its start has not been answered
    return undefined;
  }
  const closeIo = () => shim.task.closeIO({ id, execId: record.id, stdin: true });
  const streams = reopenStreams(fifosOf(directory), record, closeIo);
  return new Exec(
    context,
    new ContainerProcess(shim, id, record.id, streams, state?.pid),
    record,
    GRACE_AFTER_RECOVERY,
  );
}

/** A task whose shim has gone: whatever it ran is killed, and its exit is 137 unless it is known. */
async function bury(context: TaskContext, record: TaskRecord): Promise<Task> {
  await forceDelete(record, context.instance, context.mounted);
  record.exit ??= killed();
  context.records.saveTask(record);
  const shim = Shim.dead(record.shim);
  const task = new Task(context, record, new ContainerProcess(shim, record.id, '', noStreams(record)), 0);
  for (const exec of await context.records.execs(record.id)) {
    exec.exit ??= killed();
    const process = new ContainerProcess(shim, record.id, exec.id, noStreams(exec));
    task.execs.set(exec.id, new Exec(context, process, exec, 0));
  }
  return task;
}

function reopenStreams(
  paths: ReturnType<typeof fifosOf>,
  { terminal, stdin, exit }: Pick<TaskRecord, 'terminal' | 'stdin' | 'exit'>,
  closeIo: () => Promise<unknown>,
): ProcessStreams {
  const output = (path: string) =>
    existsSync(path) ? fifoReader(reopenOutputFifo(path)) : Readable.from([]);
  return new ProcessStreams({
    stdin: stdin && !exit && existsSync(paths.stdin) ? InputFifo.open(paths.stdin) : null,
    stdout: output(paths.stdout),
    stderr: terminal ? null : output(paths.stderr),
    closeIo,
  });
}

/** What a process left in the pipes has gone with its shim. */
function noStreams({ terminal }: Pick<TaskRecord, 'terminal'>): ProcessStreams {
  return new ProcessStreams({
    stdin: null,
    stdout: Readable.from([]),
    stderr: terminal ? null : Readable.from([]),
    closeIo: () => Promise.resolve(),
  });
}
