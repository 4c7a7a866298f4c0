import { AgentError, type StartContainerRequest } from '@arca/agent-proto';
import type { Spec } from '@arca/oci-spec';
import { create, toBinary } from '@bufbuild/protobuf';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { OptionsSchema } from '../generated/containerd/runc/v1/options_pb.js';
import { fifoReader, InputFifo } from '../linux/fifos.js';
import { makeBundle, removeBundle, writeConfig } from './bundle.js';
import type { TaskContext } from './context.js';
import { DirectOutputs } from './direct-outputs.js';
import { prepareFiles } from './files.js';
import { mendMountPoints } from './mount-points.js';
import type { RootMount, RuntimeChoice } from './ports.js';
import { ContainerProcess, GRACE } from './process.js';
import type { TaskRecord } from './records.js';
import { refusal } from './refusals/refusal.js';
import { forceDelete, removeOwnCgroup, stateDirectory } from './runtime-state.js';
import { hasProgram, withProgram, type CachedFilter } from './seccomp-cache.js';
import type { Shim } from './shim.js';
import { withSourceFlags } from './source-flags.js';
import { ProcessStreams } from './streams.js';
import { Task } from './task.js';

/** All that a start needs to know, looked up before anything is made. */
interface Plan {
  request: StartContainerRequest;
  spec: Spec;
  runtime: RuntimeChoice;
  mounts: RootMount[];
}

/** A container whose init process waits for its start. */
interface Created {
  record: TaskRecord;
  process: ContainerProcess;
  rootfs: string;
  /** When the runtime was called, ms of the epoch. */
  since: number;
}

/**
 * Starts a container in a shim of its own. The order: lock of the cgroups touched, layer, files and shim side by side,
 * bundle, FIFOs, record, the shim's Create and Start. On failure nothing of the task is left.
 */
export async function startTask(context: TaskContext, request: StartContainerRequest): Promise<Task> {
  context.cgroupLock.touch();
  const spec = readSpec(context, request);
  const files = prepareFiles(context.places.container(request.id), request);
  try {
    return await startWith(context, request, spec, files);
  } catch (error) {
    // Who removes the container now must not meet files that are being written: they would make its directory anew.
    await files.catch(() => undefined);
    throw error;
  }
}

async function startWith(
  context: TaskContext,
  request: StartContainerRequest,
  spec: Spec,
  files: Promise<void>,
): Promise<Task> {
  const [taking, runtime, mounts, complete] = await Promise.allSettled([
    context.shims.take(),
    context.resolveRuntime(request.runtime || undefined),
    context.layers.mounts(request.id),
    files.then(() => withSourceFlags(spec)), // the files are sources, too
  ]);
  for (const result of [runtime, mounts, complete, taking]) {
    if (result.status === 'fulfilled') continue;
    if (taking.status === 'fulfilled') void taking.value.dispose();
    throw result.reason;
  }
  const plan = { request, spec: value(complete), runtime: value(runtime), mounts: value(mounts) };
  const created = await createContainer(context, plan, value(taking));
  try {
    if (plan.runtime.type === 'crun') mendMountPoints(created.rootfs, plan.mounts, plan.spec, created.since);
    created.process.pid = (await created.process.shim.task.start({ id: request.id })).pid;
  } catch (error) {
    await discard(context, created);
    throw refused(error, plan);
  }
  return new Task(context, created.record, created.process, GRACE);
}

/** Creates with the compiled seccomp filter where there is one; where that does not work, with the whole profile. */
async function createContainer(context: TaskContext, plan: Plan, shim: Shim): Promise<Created> {
  const filter = context.seccomp.find(plan.spec, plan.runtime);
  if (!filter?.program) return createAndKeep(context, plan, shim, filter);
  const error = await tryProgram(context, plan, shim, filter.program);
  if (!(error instanceof Error)) return error;
  // When the whole profile fails too, the filter was not at fault.
  const created = await createAndKeep(context, plan, await context.shims.take(), undefined);
  context.seccomp.distrust();
  context.log('warn', 'crun does not take compiled seccomp filters; they are compiled at every start', {
    reason: error.message,
  });
  return created;
}

async function tryProgram(
  context: TaskContext,
  plan: Plan,
  shim: Shim,
  program: Buffer,
): Promise<Created | Error> {
  let created: Created;
  try {
    created = await createOnce(context, plan, shim, withProgram(plan.spec, program));
  } catch (error) {
    if (refused(error, plan).failure) throw error; // it would fail in the same way
    return error as Error;
  }
  const state = stateDirectory(created.record.runtime.root, context.instance, created.record.id);
  if (hasProgram(plan.spec, program, state, created.process.pid)) return created;
  await discard(context, created);
  return new Error('the container did not get the filter');
}

async function createAndKeep(context: TaskContext, plan: Plan, shim: Shim, filter: CachedFilter | undefined) {
  const created = await createOnce(context, plan, shim, plan.spec);
  const { id, runtime } = created.record;
  if (filter) context.seccomp.store(filter.key, stateDirectory(runtime.root, context.instance, id));
  return created;
}

/** One try in a shim, which ends with it when it fails. */
async function createOnce(context: TaskContext, plan: Plan, shim: Shim, spec: Spec): Promise<Created> {
  const { request, runtime, mounts } = plan;
  const record = newRecord(context, plan, shim);
  let process: ContainerProcess | undefined;
  try {
    context.records.saveTask(record); // first: what is made from here on has an owner
    const rootfs = makeBundle(record.bundle);
    writeConfig(record.bundle, { ...spec, root: { ...spec.root, path: rootfs } });
    process = new ContainerProcess(shim, request.id, '', openStreams(shim, request));
    const direct = request.terminal ? undefined : new DirectOutputs(shim.directory, runtime.path);
    const options = create(OptionsSchema, {
      binaryName: direct?.path ?? runtime.path,
      root: record.runtime.root,
    });
    const since = Date.now();
    const { pid } = await shim.task.create({
      id: request.id,
      bundle: record.bundle,
      rootfs: mounts,
      terminal: request.terminal,
      stdin: request.stdin ? join(shim.directory, 'in') : '',
      stdout: join(shim.directory, 'out'),
      stderr: request.terminal ? '' : join(shim.directory, 'err'),
      options: { typeUrl: OptionsSchema.typeName, value: toBinary(OptionsSchema, options) },
    });
    process.pid = pid;
    direct?.created();
    return { record, process, rootfs, since };
  } catch (error) {
    process?.streams.destroy();
    await removeBundle(record.bundle).catch((reason: unknown) => {
      context.log('error', 'a bundle could not be removed', { bundle: record.bundle, error: String(reason) });
    });
    // crun leaves it when the kernel refuses a limit.
    await removeOwnCgroup(record, context.mounted);
    rmSync(context.records.directory(request.id), { recursive: true, force: true });
    void shim.dispose();
    throw refused(error, plan);
  }
}

/** Removes a container that was created and cannot be started. */
async function discard(context: TaskContext, { record, process }: Created): Promise<void> {
  process.streams.destroy();
  process.shim.disconnect();
  process.shim.kill();
  await forceDelete(record, context.instance, context.mounted);
  rmSync(context.records.directory(record.id), { recursive: true, force: true });
  void process.shim.dispose();
}

function openStreams(shim: Shim, { id, terminal, stdin }: StartContainerRequest): ProcessStreams {
  const outputs = shim.takeOutputs();
  const stderr = fifoReader(outputs.stderr);
  if (terminal) stderr.destroy();
  return new ProcessStreams({
    stdin: stdin ? InputFifo.make(join(shim.directory, 'in')) : null,
    stdout: fifoReader(outputs.stdout),
    stderr: terminal ? null : stderr,
    closeIo: () => shim.task.closeIO({ id, stdin: true }),
  });
}

function newRecord(context: TaskContext, { request, runtime, spec }: Plan, shim: Shim): TaskRecord {
  const { name, path, type } = runtime;
  return {
    id: request.id,
    shim: shim.directory,
    bundle: context.places.bundle(request.id),
    runtime: { name, path, type, root: context.places.runtime(name) },
    terminal: request.terminal,
    stdin: request.stdin,
    cgroup: spec.linux.cgroupsPath ?? '',
  };
}

function readSpec(context: TaskContext, request: StartContainerRequest): Spec {
  let spec: Spec;
  try {
    spec = JSON.parse(request.spec) as Spec;
  } catch (error) {
    throw new AgentError('INVALID_ARGUMENT', 'the spec is not JSON', undefined, { cause: error });
  }
  spec.process.terminal = request.terminal;
  spec.linux.cgroupsPath ??= `/${context.instance}/${request.id}`;
  return spec;
}

function refused(error: unknown, { runtime, spec }: Plan): AgentError {
  const { args, cwd } = spec.process;
  return refusal(error, runtime.type, { program: args[0] ?? '', cwd });
}

function value<T>(result: PromiseSettledResult<T>): T {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
