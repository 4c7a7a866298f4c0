import type { Agent } from '@arca/agent-proto';
import type { ContainerModuleLoadOptions, ServiceIdentifier } from 'inversify';
import type { AnyFeature } from './feature.js';
import type { OperationFunction, OperationId } from './operation.js';
import type {
  BuildCaches,
  Catalog,
  Clock,
  Containers,
  Daemon,
  Events,
  Execs,
  LocalDatagrams,
  Log,
  LogDriver,
  Logs,
  NetworkDriver,
  Plugins,
  RestingMounts,
  Store,
  StreamBridge,
  VolumeDriver,
  Volumes,
} from './ports/index.js';

/** A typed name under which the kernel gives something to plugins. */
export type Port<T> = ServiceIdentifier<T>;

/** Makes such a name; a plugin prefixes its own with its id: `network.networks`. */
export const port = <T>(name: string): Port<T> => Symbol.for(`arca.port.${name}`);

/** What plugins can ask for. */
export const ports = {
  agent: port<Agent>('agent'),
  catalog: port<Catalog>('catalog'),
  clock: port<Clock>('clock'),
  containers: port<Containers>('containers'),
  daemon: port<Daemon>('daemon'),
  events: port<Events>('events'),
  execs: port<Execs>('execs'),
  localDatagrams: port<LocalDatagrams>('localDatagrams'),
  log: port<Log>('log'),
  logs: port<Logs>('logs'),
  plugins: port<Plugins>('plugins'),
  store: port<Store>('store'),
  streams: port<StreamBridge>('streams'),
  /** Bound by the plugin `builder`. */
  buildCaches: port<BuildCaches>('builder.caches'),
  /** Bound by the plugin `volumes`. */
  volumes: port<Volumes>('volumes'),
  /** Bound by the plugin `mounts`. */
  restingMounts: port<RestingMounts>('mounts.at-rest'),
} as const;

/** Every feature is bound to this one name; the kernel takes them all. */
export const featureToken: ServiceIdentifier<AnyFeature> = Symbol.for('arca.feature');

/**
 * Something that lives as long as the daemon. `start` runs before containers are recovered, `ready` after it, `stop`
 * when the daemon ends (containers go on). A rejected `start` or `ready` keeps the daemon from serving.
 */
export interface Service {
  start?(): Promise<void>;
  ready?(): Promise<void>;
  stop?(): Promise<void>;
}

/** Every service is bound to this one name. */
export const serviceToken: ServiceIdentifier<Service> = Symbol.for('arca.service');

/** Every logging driver is bound to this one name. */
export const logDriverToken: ServiceIdentifier<LogDriver> = Symbol.for('arca.log-driver');

/** Every volume driver is bound to this one name. */
export const volumeDriverToken: ServiceIdentifier<VolumeDriver> = Symbol.for('arca.volume-driver');

/** Every network driver is bound to this one name. */
export const networkDriverToken: ServiceIdentifier<NetworkDriver> = Symbol.for('arca.network-driver');

/** The name of an operation's one handler. */
export const operationToken = <K extends OperationId>(id: K): ServiceIdentifier<OperationFunction<K>> =>
  Symbol.for(`arca.operation.${id}`);

type Values<P extends readonly Port<unknown>[]> = { [I in keyof P]: P[I] extends Port<infer T> ? T : never };

/** Binds a feature, made from the ports that it asks for. */
export function bindFeature<const P extends readonly Port<unknown>[]>(
  options: ContainerModuleLoadOptions,
  asks: P,
  make: (...values: Values<P>) => AnyFeature,
): void {
  options
    .bind(featureToken)
    .toResolvedValue(make as never, asks as never)
    .inSingletonScope();
}

/** Binds the handler of an operation, made from the ports that it asks for. */
export function bindOperation<K extends OperationId, const P extends readonly Port<unknown>[]>(
  options: ContainerModuleLoadOptions,
  id: K,
  asks: P,
  make: (...values: Values<P>) => OperationFunction<K>,
): void {
  options
    .bind(operationToken(id))
    .toResolvedValue(make as never, asks as never)
    .inSingletonScope();
}

/** For what there may be several of, all bound to one name. */
const binderOf =
  <T>(token: ServiceIdentifier<T>) =>
  <const P extends readonly Port<unknown>[]>(
    options: ContainerModuleLoadOptions,
    asks: P,
    make: (...values: Values<P>) => T,
  ): void => {
    options
      .bind(token)
      .toResolvedValue(make as never, asks as never)
      .inSingletonScope();
  };

/** Binds a logging driver, made from the ports that it asks for. */
export const bindLogDriver = binderOf(logDriverToken);

/** Binds a volume driver. */
export const bindVolumeDriver = binderOf(volumeDriverToken);

/** Binds a network driver. */
export const bindNetworkDriver = binderOf(networkDriverToken);

/** Binds a service of the daemon. */
export const bindService = binderOf(serviceToken);
