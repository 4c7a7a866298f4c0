import {
  featureToken,
  logDriverToken,
  operationIds,
  operationToken,
  serviceToken,
  type AnyFeature,
  type LogDriver,
  type OperationFunction,
  type OperationId,
  type Port,
  type Service,
} from '@arca/plugin-kit';
import { Container, ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { BootError, type BootProblem } from './boot-error.js';

/** What a plugin package exports: binds features, operations and logging drivers. */
export type PluginModule = ContainerModule;

/** A plugin to load. `name` is what errors call it. */
export interface PluginSource {
  readonly name: string;
  readonly module: PluginModule;
}

/** Something that a plugin bound, ready for use. */
export interface Bound<T> {
  readonly plugin: string;
  readonly value: T;
}

/** All that the plugins bound, in the order of loading. */
export interface Bindings {
  readonly features: readonly Bound<AnyFeature>[];
  readonly logDrivers: readonly Bound<LogDriver>[];
  readonly services: readonly Bound<Service>[];
  readonly operations: readonly (Bound<OperationFunction<OperationId>> & { readonly id: string })[];
}

interface Binding {
  readonly plugin: string;
  readonly kind: 'feature' | 'log-driver' | 'operation' | 'service';
  readonly id: string;
  readonly token: symbol;
}

const operationPrefix = Symbol.keyFor(operationToken('' as OperationId) as symbol) ?? '';

/**
 * The one place that knows the injection container. Each binding of a feature, an operation or a logging driver is
 * redirected to a name of its own, so that the kernel knows which plugin made it and sees doubles as such. Names that
 * a plugin makes up for itself stay as they are.
 */
export class Injection {
  readonly #container = new Container({ defaultScope: 'Singleton' });
  readonly #bindings: Binding[] = [];

  /** Gives plugins a port. */
  provide<T>(port: Port<T>, value: T): void {
    this.#container.bind(port).toConstantValue(value);
  }

  /** Loads the plugins and makes everything that they bound. Throws BootError. */
  async load(plugins: readonly PluginSource[]): Promise<Bindings> {
    const problems: BootProblem[] = [];
    for (const plugin of plugins) {
      try {
        await this.#container.loadAsync(new ContainerModule((options) => this.#load(plugin, options)));
      } catch (error) {
        problems.push({ plugin: plugin.name, reason: `does not load: ${messageOf(error)}` });
      }
    }
    const made = await Promise.all(this.#bindings.map((binding) => this.#make(binding, problems)));
    if (problems.length > 0) throw new BootError(problems);
    const of = (kind: Binding['kind']) => made.filter((bound) => bound.kind === kind) as never[];
    return {
      features: of('feature'),
      logDrivers: of('log-driver'),
      operations: of('operation'),
      services: of('service'),
    };
  }

  #load(plugin: PluginSource, options: ContainerModuleLoadOptions): void | Promise<void> {
    const bind: ContainerModuleLoadOptions['bind'] = (name) => {
      const redirected = this.#redirect(plugin.name, name);
      return options.bind(redirected ?? name);
    };
    return plugin.module.load({ ...options, bind });
  }

  /** A name of its own for what the kernel collects; undefined for everything else. */
  #redirect(plugin: string, name: unknown): symbol | undefined {
    const kind = kindOf(name);
    if (kind === undefined) return undefined;
    const token = Symbol(`${kind.kind} ${kind.id} of ${plugin}`);
    this.#bindings.push({ plugin, ...kind, token });
    return token;
  }

  async #make(binding: Binding, problems: BootProblem[]) {
    try {
      return { ...binding, value: await this.#container.getAsync(binding.token) };
    } catch (error) {
      const what = binding.kind === 'operation' ? `operation ${binding.id}` : `a ${binding.kind}`;
      problems.push({ plugin: binding.plugin, reason: `${what} cannot be made: ${messageOf(error)}` });
      return { ...binding, value: undefined };
    }
  }
}

function kindOf(name: unknown): Pick<Binding, 'kind' | 'id'> | undefined {
  if (name === featureToken) return { kind: 'feature', id: '' };
  if (name === logDriverToken) return { kind: 'log-driver', id: '' };
  if (name === serviceToken) return { kind: 'service', id: '' };
  const key = typeof name === 'symbol' ? Symbol.keyFor(name) : undefined;
  if (!key?.startsWith(operationPrefix)) return undefined;
  return { kind: 'operation', id: key.slice(operationPrefix.length) };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** True for an operation of the API. */
export const isOperationId = (id: string): id is OperationId =>
  (operationIds as readonly string[]).includes(id);
