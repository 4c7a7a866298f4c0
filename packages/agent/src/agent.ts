import {
  AgentError,
  BuildKit,
  Builds,
  Containers,
  Files,
  Images,
  inProcess,
  Networks,
  Observation,
  Processes,
  System,
  Volumes,
  type Agent,
} from '@arca/agent-proto';
import { removeExports } from './buildkit/adoption.js';
import { endBuildKit, openBuildKit } from './buildkit/service.js';
import { openBuilds } from './builds/service.js';
import { Containerd } from './containerd/containerd.js';
import { openFiles } from './files/service.js';
import { containerLayers } from './images/layers.js';
import { imageServices } from './images/service.js';
import { ImageStore } from './images/store.js';
import { lockDirectory } from './linux/locks.js';
import { createNetworks } from './networks/service.js';
import type { AgentOptions } from './options.js';
import { findProgram } from './system/programs.js';
import { Runtimes } from './system/runtimes.js';
import { createSystem } from './system/service.js';
import { openTasks, type Tasks } from './tasks/tasks.js';
import { heldImage } from './volumes/attachments.js';
import { openVolumes } from './volumes/service.js';

/** An agent in this process. */
export interface RunningAgent extends Agent {
  /** Lets go of what runs: containers go on running, and the next agent of the instance takes them over. */
  close(options?: { killContainers?: false }): Promise<void>;
}

const IDLE_SHIMS = 2;

/**
 * Starts the agent: takes over the containers that an earlier one left running and removes what it left behind.
 * Rejects with UNAVAILABLE when another agent uses its directories or a program is missing. What has been started is
 * stopped again when a later part fails.
 */
export async function createAgent(options: AgentOptions): Promise<RunningAgent> {
  const undo: (() => void | Promise<void>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await assemble(options, (step) => undo.push(step))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function assemble(
  options: AgentOptions,
  onClose: (step: () => void | Promise<void>) => void,
): Promise<Agent> {
  const { root, run, instance, log, pool } = options;
  for (const directory of new Set([root, run])) onClose(lockDirectory(directory));
  const runtimes = new Runtimes(options);
  const networks = await createNetworks({ instance });
  const parts: { tasks?: Tasks } = {};
  onClose(async () => {
    // With nothing running the host is left as it was found.
    if (parts.tasks?.busy() === false) await networks.removeAll();
    await networks.close();
  });
  const { buildkitd, containerd, store } = await openStore(options, onClose);
  const system = createSystem({
    ...{ root, run, instance, runtimes, containerd },
    countImages: async () => (await store.list()).length,
  });
  const { images, streams } = imageServices(containerd, store, options);
  const layers = containerLayers(containerd, store);
  const tasks = await openTasks({
    ...{ root, run, instance, log },
    shim: await program('containerd-shim-runc-v2'),
    idleShims: pool?.shims ?? IDLE_SHIMS,
    layers,
    resolveRuntime: (name) => runtimes.resolve(name),
  });
  parts.tasks = tasks;
  onClose(() => tasks.close());
  const files = await openFiles(
    { ...tasks, ...layers, heldImage: (id, index) => heldImage(containerd.snapshots, id, index) },
    run,
  );
  onClose(() => files.close());
  const builds = await openBuilds(files.roots, root);
  const volumes = await openVolumes({
    root,
    run,
    roots: files.roots,
    images: store,
    snapshots: containerd.snapshots,
  });
  const networking = inProcess(Networks, networks.service);
  const buildKit = await openBuildKit({
    ...{ root, run, log, containerd, store, runtimes, registries: options, networks: networking },
    dns: options.dns,
    program: buildkitd,
  });
  onClose(() => buildKit.close());
  return {
    buildKit: inProcess(BuildKit, buildKit.service),
    builds: inProcess(Builds, builds.builds),
    containers: inProcess(Containers, tasks.containers),
    processes: inProcess(Processes, tasks.processes),
    files: inProcess(Files, files.files),
    images: inProcess(Images, images),
    networks: networking,
    observation: inProcess(Observation, tasks.observation),
    system: inProcess(System, system),
    volumes: inProcess(Volumes, volumes),
    streams: {
      ...streams,
      ...files.streams,
      ...builds.streams,
      ...buildKit.streams,
      stdio: (containerId, execId) => tasks.stdio(containerId, execId),
    },
  };
}

/** containerd, the images in it, and the BuildKit that may make more. */
async function openStore(options: AgentOptions, onClose: (step: () => void | Promise<void>) => void) {
  const { root, run, instance, log } = options;
  const buildkitd = await findBuildKit(options.buildkitd);
  await endBuildKit(run);
  const containerd = await Containerd.open({
    root,
    run,
    log,
    runsContainers: buildkitd !== undefined,
    namespace: instance,
    address: options.containerdAddress,
  });
  onClose(() => containerd.close());
  await removeExports(containerd);
  const store = await ImageStore.open(containerd, { log });
  return { buildkitd, containerd, store };
}

/** Path of a buildkitd: the one that was named must exist, one that is found is used. */
async function findBuildKit(named = ''): Promise<string | undefined> {
  if (named === 'none') return undefined;
  return named === '' ? findProgram('buildkitd') : program(named);
}

async function program(name: string): Promise<string> {
  const path = await findProgram(name);
  if (path === undefined) throw new AgentError('UNAVAILABLE', `${name} is not installed`);
  return path;
}
