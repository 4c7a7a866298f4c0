import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createAgent, localDatagrams, type RunningAgent } from '@arca/agent';
import { ports, type Daemon, type Log, type Store } from '@arca/plugin-kit';
import {
  catalogModule,
  createHttpServer,
  createLife,
  EventBus,
  Host,
  Kernel,
  KernelCatalog,
  KernelPlugins,
  Lifecycle,
  Pipeline,
  PluginSwitches,
  SqliteStore,
  type HttpServer,
  type SwitchedOff,
} from '@arca/server';
import { builtinPlugins } from './builtin.js';
import { SystemClock } from './clock.js';
import type { Options } from './options.js';
import { disabledPlugins, loadPlugins } from './plugins.js';
import { seedImage } from './seed.js';
import { apiVersion, buildTime, gitCommit, minApiVersion, version } from './version.js';

/** A daemon that serves. */
export interface RunningDaemon {
  /** Where it listens, as `DOCKER_HOST` takes it. */
  readonly hosts: readonly string[];
  /** Stops serving; containers go on running. */
  close(): Promise<void>;
}

/**
 * Puts the parts together and starts them, in the order in which they need each other: state, agent, plugins, what runs
 * from before, and only then the listeners. What has been started is stopped again when a later part fails.
 */
export async function startDaemon(options: Options, log: Log): Promise<RunningDaemon> {
  const undo: (() => Promise<unknown> | void)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) {
      await Promise.resolve(step()).catch((error: unknown) =>
        log('warn', 'stopping', { error: String(error) }),
      );
    }
  };
  try {
    await mkdir(options.root, { recursive: true, mode: 0o711 });
    await mkdir(options.run, { recursive: true, mode: 0o711 });
    const store = SqliteStore.open(options.root);
    undo.push(() => store.close());
    const agent = await openAgent(options, log);
    undo.push(() => agent.close());
    const { kernel, life } = await loadKernel(options, store, agent, log);
    undo.push(() => life.containers.close());
    const recovery = await startServices(kernel, life, undo);
    if (await seedImage(agent)) log('info', 'made a first image of the host’s busybox');
    const server = createHttpServer({
      dispatcher: kernel,
      log,
      version,
      apiVersion,
      minApiVersion,
      allowedOrigins: options.allowedOrigins,
    });
    undo.push(() => server.close());
    const hosts = await listen(server, options);
    recovery.startAll().catch((error: unknown) => log('error', 'restart policies', { error: String(error) }));
    return { hosts, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function openAgent(options: Options, log: Log): Promise<RunningAgent> {
  const { root, run, instance, runtimes, defaultRuntime, buildkitd } = options;
  const { insecureRegistries, registryMirrors } = options;
  const containerdAddress = options.containerd;
  return createAgent({
    root,
    run,
    instance,
    runtimes,
    defaultRuntime,
    insecureRegistries,
    registryMirrors,
    containerdAddress,
    buildkitd,
    dns: options.defaultDns,
    log,
  });
}

/** Everything that is not an effect: ports, plugins, the life of containers. */
async function loadKernel(options: Options, store: SqliteStore, agent: RunningAgent, log: Log) {
  const further = await loadPlugins(options.plugins, options.disabledPlugins);
  const plugins = [{ name: 'catalog', module: catalogModule }, ...builtinPlugins, ...further];
  const off = disabledPlugins(options.disabledPlugins, builtinPlugins, further);
  const switches = new PluginSwitches(store.collection<SwitchedOff>('plugins'), off);
  const kernel = new Kernel(switches);
  const clock = new SystemClock();
  const host = new Host(agent);
  const events = new EventBus(clock, log);
  const pipeline = new Pipeline(kernel, agent, host, apiVersion);
  const features = new Lifecycle(kernel, agent, host, log);
  const { storageDriver } = await host.info();
  const { root } = options;
  const life = createLife({
    store,
    loaded: kernel,
    root,
    storageDriver,
    agent,
    host,
    pipeline,
    features,
    events,
    clock,
    log,
  });
  kernel
    .provide(ports.agent, agent)
    .provide(ports.catalog, new KernelCatalog(kernel))
    .provide(ports.clock, clock)
    .provide(ports.containers, life.containers)
    .provide(ports.daemon, daemonFacts(options, store))
    .provide(ports.events, events)
    .provide(ports.execs, life.execs)
    .provide(ports.localDatagrams, localDatagrams)
    .provide(ports.log, log)
    .provide(ports.logs, life.logs)
    .provide(ports.plugins, new KernelPlugins(kernel, switches, events))
    .provide(ports.store, store)
    .provide(ports.streams, life.streams);
  await kernel.boot(plugins);
  life.logs.validate(options.logDriver, options.logOptions);
  return { kernel, life };
}

async function startServices(
  kernel: Kernel,
  life: ReturnType<typeof createLife>,
  undo: (() => Promise<unknown> | void)[],
) {
  for (const service of kernel.services) {
    undo.push(() => service.stop?.());
    await service.start?.();
  }
  const recovery = await life.containers.recover();
  for (const service of kernel.services) await service.ready?.();
  return recovery;
}

async function listen(server: HttpServer, options: Options): Promise<string[]> {
  const hosts: string[] = [];
  // A socket in the file system is protected by its permissions.
  for (const host of options.hosts) {
    hosts.push(await server.listen(host, host.startsWith('unix:') ? undefined : options.tls));
  }
  return hosts;
}

function daemonFacts(options: Options, store: Store): Daemon {
  const { instance, root, labels, debug, insecureRegistries, registryMirrors, logDriver, logOptions } =
    options;
  const identity = store.collection<{ id: string }>('daemon');
  if (!identity.get('identity')) identity.set('identity', { id: randomUUID() });
  return {
    version,
    gitCommit,
    apiVersion,
    minApiVersion,
    buildTime,
    instance,
    id: identity.get('identity')!.id,
    root,
    labels,
    debug,
    insecureRegistries,
    registryMirrors,
    logDriver,
    logOptions,
    defaultAddressPools: options.addressPools,
    defaultBridge: options.defaultBridge,
    defaultDns: options.defaultDns,
    networkOptions: options.networkOptions,
    cdiSpecDirs: options.cdiSpecDirs,
    listeners: () => options.hosts.length,
  };
}
