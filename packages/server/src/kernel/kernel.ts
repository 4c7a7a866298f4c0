import {
  notImplemented,
  type CreateField,
  type LogDriver,
  type OperationFunction,
  type OperationId,
  type Port,
  type Service,
} from '@arca/plugin-kit';
import { BootError, type BootProblem } from './boot-error.js';
import { failureOf } from './failure.js';
import { FeatureTable } from './feature-table.js';
import { HookTimes } from './hook-times.js';
import { Injection, isOperationId, type Bindings, type Bound, type PluginSource } from './injection.js';
import { loadedFeature } from './loaded-feature.js';
import { checkManifests } from './manifest-check.js';
import { dependencyOrder } from './order.js';
import type { PluginSwitches } from './plugin-switches.js';

/**
 * Loads plugins and knows what they brought. Ports are provided first, then everything is booted once; services that
 * are ports themselves may hold the kernel before that, and use it after.
 */
export class Kernel {
  readonly hookTimes = new HookTimes();
  readonly #injection = new Injection();
  readonly #isOff: (plugin: string) => boolean;
  #booted: Booted | undefined;

  /** Without switches every plugin is on. */
  constructor(switches?: Pick<PluginSwitches, 'isOff'>) {
    this.#isOff = (plugin) => switches?.isOff(plugin) ?? false;
  }

  /** Gives plugins a port. Before `boot`. */
  provide<T>(port: Port<T>, value: T): this {
    this.#injection.provide(port, value);
    return this;
  }

  /**
   * Loads the plugins and checks that they fit together: every field of the create body has exactly one owner, room
   * claims do not overlap, nothing reads in a circle, every operation has at most one handler. Throws BootError, which
   * names all that is wrong. `fields` are those that need an owner, for a daemon with fewer features than the API has.
   */
  async boot(plugins: readonly PluginSource[], fields?: readonly CreateField[]): Promise<void> {
    const bindings = await this.#injection.load(plugins);
    const problems: BootProblem[] = [];
    const features = bindings.features
      .filter(hasManifest(problems))
      .map((b) => loadedFeature(b.plugin, b.value));
    problems.push(...checkManifests(features, fields));
    const { order, problems: cycles } = dependencyOrder(features);
    problems.push(...cycles);
    const operations = collectOperations(bindings, this.#isOff, problems);
    const logDrivers = collectLogDrivers(bindings, problems);
    if (problems.length > 0) throw new BootError(problems);
    const services = bindings.services.map(({ value }) => value);
    const table = new FeatureTable(order, this.#isOff);
    const served = bindings.operations.map(({ plugin, id }) => ({ plugin, id }));
    const names = plugins.map(({ name }) => name);
    this.#booted = { plugins: names, served, features: table, operations, logDrivers, services };
  }

  /** Names of the plugins, in the order of loading. */
  get plugins(): readonly string[] {
    return this.#state.plugins;
  }

  /** Which plugin serves which operation. */
  get served(): readonly { readonly plugin: string; readonly id: string }[] {
    return this.#state.served;
  }

  get features(): FeatureTable {
    return this.#state.features;
  }

  /** Logging drivers by name. */
  get logDrivers(): ReadonlyMap<string, LogDriver> {
    return this.#state.logDrivers;
  }

  /** What plugins run as long as the daemon, in the order of loading. */
  get services(): readonly Service[] {
    return this.#state.services;
  }

  /** The handler of an operation; undefined: no plugin serves it. It rejects with ArcaError only. */
  find<K extends OperationId>(id: K): OperationFunction<K> | undefined {
    return this.#state.operations.get(id) as OperationFunction<K> | undefined;
  }

  get #state(): Booted {
    if (!this.#booted) throw new Error('the kernel has not been booted');
    return this.#booted;
  }
}

interface Booted {
  plugins: readonly string[];
  served: readonly { plugin: string; id: string }[];
  features: FeatureTable;
  operations: ReadonlyMap<OperationId, OperationFunction<OperationId>>;
  logDrivers: ReadonlyMap<string, LogDriver>;
  services: readonly Service[];
}

const hasManifest =
  (problems: BootProblem[]) =>
  ({ plugin, value }: Bound<{ manifest: { owns: unknown } }>): boolean => {
    const ok = Array.isArray(value?.manifest?.owns);
    if (!ok) problems.push({ plugin, reason: 'binds a feature without a manifest' });
    return ok;
  };

function collectOperations(
  { operations }: Bindings,
  isOff: (plugin: string) => boolean,
  problems: BootProblem[],
): Booted['operations'] {
  const handlers = new Map<OperationId, OperationFunction<OperationId>>();
  const owners = new Map<string, string>();
  for (const { plugin, id, value } of operations) {
    const first = owners.get(id);
    if (!isOperationId(id))
      problems.push({ plugin, reason: `serves ${id}, which is no operation of the API` });
    else if (first !== undefined)
      problems.push({ plugin, reason: `the operation ${id} is served by ${first}` });
    else if (typeof value !== 'function')
      problems.push({ plugin, reason: `its handler of ${id} is no function` });
    else handlers.set(id, stamped(plugin, id, value, isOff));
    owners.set(id, first ?? plugin);
  }
  return handlers;
}

const stamped =
  (
    plugin: string,
    hook: OperationId,
    handler: OperationFunction<OperationId>,
    isOff: (plugin: string) => boolean,
  ): typeof handler =>
  async (request, call) => {
    try {
      if (isOff(plugin)) throw notImplemented(`${hook} is not served: plugin ${plugin} is disabled`);
      return await handler(request, call);
    } catch (error) {
      throw failureOf(error, { plugin, hook });
    }
  };

function collectLogDrivers({ logDrivers }: Bindings, problems: BootProblem[]): Booted['logDrivers'] {
  const drivers = new Map<string, LogDriver>();
  const owners = new Map<string, string>();
  for (const { plugin, value } of logDrivers) {
    const first = owners.get(value.name);
    if (first === undefined) drivers.set(value.name, value);
    else problems.push({ plugin, reason: `the logging driver ${value.name} is brought by ${first}` });
    owners.set(value.name, first ?? plugin);
  }
  return drivers;
}
