import { AgentError, type ExecRequest } from '@arca/agent-proto';
import type { Process } from '@arca/oci-spec';
import { mkdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fifoReader, InputFifo, makeOutputFifo } from '../linux/fifos.js';
import { checkId, type TaskContext } from './context.js';
import { ContainerProcess, GRACE } from './process.js';
import type { ExecRecord, ExitRecord } from './records.js';
import { refusal } from './refusals/refusal.js';
import { ProcessStreams } from './streams.js';
import type { Task } from './task.js';

/** A process added to a running container. It stays until it is deleted, ended or not. */
export class Exec {
  /** Settles when it has ended and that is on disk. */
  readonly ended: Promise<ExitRecord>;
  private readonly cleared: Promise<void>;

  constructor(
    private readonly context: TaskContext,
    readonly process: ContainerProcess,
    private readonly record: ExecRecord,
    grace: number,
  ) {
    this.ended = record.exit ? Promise.resolve(record.exit) : this.follow(grace);
    this.cleared = this.ended.then(() => this.clear());
    this.cleared.catch(() => undefined);
  }

  get exit(): ExitRecord | undefined {
    return this.record.exit;
  }

  /** Forgets the ended process. */
  async delete(): Promise<void> {
    await this.cleared;
    this.process.streams.release();
    const { containerId, execId } = this.process;
    await rm(this.context.records.directory(containerId, execId), { recursive: true, force: true });
  }

  private async follow(grace: number): Promise<ExitRecord> {
    const exit = await this.process.ended(grace);
    this.record.exit = exit;
    this.context.records.saveExec(this.process.containerId, this.record);
    return exit;
  }

  private async clear(): Promise<void> {
    await this.process.delete().catch(() => undefined); // gone with its container or its shim
  }
}

/** Paths of the FIFOs in the directory of an exec process. */
export const fifosOf = (directory: string) => ({
  stdin: join(directory, 'in'),
  stdout: join(directory, 'out'),
  stderr: join(directory, 'err'),
});

/** Runs a process in the task's container. On failure nothing of it is left. */
export async function startExec(context: TaskContext, task: Task, request: ExecRequest): Promise<Exec> {
  const { containerId, execId, terminal, stdin } = request;
  if (task.execs.has(checkId(execId)))
    throw new AgentError('ALREADY_EXISTS', `exec ${execId} already exists`);
  const command = readProcess(request.process);
  context.cgroupLock.touch();
  const directory = context.records.directory(containerId, execId);
  const process = new ContainerProcess(task.shim, containerId, execId, openStreams(task, directory, request));
  const record: ExecRecord = { id: execId, terminal, stdin };
  try {
    context.records.saveExec(containerId, record);
    process.pid = await task.starts.run(() => run(task, request, directory));
  } catch (error) {
    process.streams.destroy();
    await task.shim.task.delete(process.ref).catch(() => undefined);
    rmSync(directory, { recursive: true, force: true });
    throw refusal(error, task.runtimeType, { program: command.args[0] ?? '', cwd: command.cwd });
  }
  const exec = new Exec(context, process, record, GRACE);
  task.execs.set(execId, exec);
  return exec;
}

async function run(task: Task, request: ExecRequest, directory: string): Promise<number> {
  const { containerId, execId, terminal, stdin } = request;
  const paths = fifosOf(directory);
  await task.shim.task.exec({
    id: containerId,
    execId,
    terminal,
    stdin: stdin ? paths.stdin : '',
    stdout: paths.stdout,
    stderr: terminal ? '' : paths.stderr,
    spec: {
      typeUrl: 'types.containerd.io/opencontainers/runtime-spec/1/Process',
      value: Buffer.from(request.process),
    },
  });
  return (await task.shim.task.start({ id: containerId, execId })).pid;
}

function openStreams(
  task: Task,
  directory: string,
  { execId, terminal, stdin }: ExecRequest,
): ProcessStreams {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const paths = fifosOf(directory);
  return new ProcessStreams({
    stdin: stdin ? InputFifo.make(paths.stdin) : null,
    stdout: fifoReader(makeOutputFifo(paths.stdout)),
    stderr: terminal ? null : fifoReader(makeOutputFifo(paths.stderr)),
    closeIo: () => task.shim.task.closeIO({ id: task.id, execId, stdin: true }),
  });
}

function readProcess(text: string): Process {
  try {
    return JSON.parse(text) as Process;
  } catch (error) {
    throw new AgentError('INVALID_ARGUMENT', 'the process is not JSON', undefined, { cause: error });
  }
}
