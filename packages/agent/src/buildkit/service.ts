import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  AgentError,
  type Agent,
  type AgentStreams,
  type BuildKit,
  type ServiceImplementation,
} from '@arca/agent-proto';
import type { Containerd } from '../containerd/containerd.js';
import { agentError } from '../containerd/errors.js';
import type { RegistryOptions } from '../images/registry/endpoints.js';
import type { ImageStore } from '../images/store.js';
import { hierarchies, removeCgroup } from '../linux/cgroups.js';
import { endProcessesOf, Supervisor, type SupervisedProgram } from '../linux/supervisor.js';
import type { Runtimes } from '../system/runtimes.js';
import { adopt } from './adoption.js';
import { buildKitConfiguration, type BuildDns } from './configuration.js';
import { BuildNetwork } from './network.js';
import { buildRegistries } from './registries.js';

export interface BuildKitOptions extends Pick<SupervisedProgram, 'log'> {
  /** Persistent directory of the agent, and its volatile one. */
  root: string;
  run: string;
  /** Path of buildkitd; undefined: there is none. */
  program: string | undefined;
  containerd: Containerd;
  store: ImageStore;
  runtimes: Pick<Runtimes, 'resolve'>;
  registries: RegistryOptions;
  dns: BuildDns | undefined;
  networks: Pick<Agent['networks'], 'ensureBridge' | 'removeBridge'>;
}

export interface BuildKitServices {
  service: ServiceImplementation<typeof BuildKit>;
  streams: Pick<AgentStreams, 'buildKit'>;
  close(): Promise<void>;
}

const configurationIn = (run: string): string => join(run, 'buildkit', 'buildkitd.toml');

/** Ends a buildkitd that an earlier agent left. Before its containerd is, which waits for who is connected to it. */
export function endBuildKit(run: string): Promise<void> {
  // Without its containerd it would not end by itself for long.
  return endProcessesOf(configurationIn(run), 0);
}

/** `BuildKit` of the agent's contract. What a buildkitd of an earlier agent has left, which has ended, is removed. */
export async function openBuildKit(options: BuildKitOptions): Promise<BuildKitServices> {
  const { containerd, store, program } = options;
  const daemon = new BuildKitDaemon(options);
  await daemon.clearPredecessor();
  return {
    service: {
      find: async () => ({
        available: program !== undefined,
        program: program ?? '',
        used: daemon.used,
        hostGateway: daemon.gateway,
      }),
      adopt: async ({ record, names }) => {
        try {
          return await adopt(containerd, store, record, names);
        } catch (error) {
          throw agentError(error);
        }
      },
    },
    streams: { buildKit: () => daemon.connect() },
    close: () => daemon.stop(),
  };
}

/** The buildkitd of the agent's own: most daemons never build, so it is started by the first who asks. */
class BuildKitDaemon {
  readonly #address: string;
  readonly #persistent: string;
  readonly #directory: string;
  readonly #configuration: string;
  readonly #network: BuildNetwork;
  #supervisor: Promise<Supervisor> | undefined;
  /** The address of the host for its steps, once it has been started. */
  gateway = '';

  constructor(private readonly options: BuildKitOptions) {
    this.#persistent = join(options.root, 'buildkit');
    this.#directory = join(options.run, 'buildkit');
    this.#address = join(this.#directory, 'buildkitd.sock');
    this.#configuration = configurationIn(options.run);
    const places = {
      directory: join(this.#directory, 'network'),
      namespaces: join(this.#persistent, 'net', 'cni'),
      instance: options.containerd.namespace,
    };
    this.#network = new BuildNetwork(places, options.networks);
  }

  /** Its directory is made when it is first started. */
  get used(): boolean {
    return existsSync(this.#persistent);
  }

  async clearPredecessor(): Promise<void> {
    if (!existsSync(this.#configuration)) return;
    await this.#network.close();
    await this.#removeCgroup();
  }

  async connect() {
    this.#supervisor ??= this.#start();
    try {
      await (await this.#supervisor).ready();
    } catch (error) {
      this.#supervisor = undefined; // the next one tries again
      throw error;
    }
    const socket = connect(this.#address);
    await once(socket, 'connect').catch((error: unknown) => {
      throw new AgentError('UNAVAILABLE', `BuildKit does not answer: ${String(error)}`);
    });
    return socket;
  }

  async stop(): Promise<void> {
    const supervisor = await this.#supervisor?.catch(() => undefined);
    if (supervisor === undefined) return;
    await supervisor.stop();
    await this.#network.close();
    await this.#removeCgroup();
  }

  /** It stays when a step is in it still, which the next containerd ends. */
  async #removeCgroup(): Promise<void> {
    const cgroup = join(this.options.containerd.namespace, 'buildkit');
    await removeCgroup(await hierarchies(), cgroup).catch(() => undefined);
  }

  async #start(): Promise<Supervisor> {
    const { program, containerd, runtimes, registries, dns, log } = this.options;
    if (program === undefined) throw new AgentError('UNAVAILABLE', 'BuildKit is not installed');
    const persistent = this.#persistent;
    const runtimeRoot = join(this.#directory, 'runtime');
    for (const directory of [persistent, this.#directory, runtimeRoot])
      await mkdir(directory, { recursive: true, mode: 0o700 });
    this.gateway = await this.#network.open();
    const { configuration, programs } = this.#network;
    const places = {
      ...{ root: persistent, address: this.#address, runtimeRoot, namespace: containerd.namespace },
      network: { gateway: this.gateway, configuration, programs },
    };
    // What BuildKit asks of a runtime has been tried with runc, as far as that is here.
    const runtime = await runtimes.resolve('runc').catch(() => runtimes.resolve());
    const { lines, unknown } = await buildRegistries(registries);
    for (const registry of unknown)
      log('warn', 'BuildKit cannot be told of a registry: it knows hosts, without a path', { registry });
    const text = buildKitConfiguration(
      { ...places, containerd: containerd.address, runtime: runtime.path },
      lines,
      dns,
    );
    await writeFile(this.#configuration, text, { mode: 0o600 });
    return Supervisor.start({
      ...{ name: 'buildkitd', program, configuration: this.#configuration, address: this.#address, log },
      args: ['--config', this.#configuration],
      logPath: join(persistent, 'buildkitd.log'),
    });
  }
}
