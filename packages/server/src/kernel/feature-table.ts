import { featureClaims, systemError, type CreateField, type FeatureClaims } from '@arca/plugin-kit';
import { hookFailure } from './failure.js';
import type { HookName, KernelHooks, LoadedFeature } from './loaded-feature.js';

/** Hooks by which a feature adds to a container, or refuses it; those that take back or tell always run. */
const adding: ReadonlySet<HookName> = new Set<HookName>([
  'defaults',
  'validate',
  'adapt',
  'spec',
  'check',
  'start',
  'started',
]);

type Having<H extends HookName> = LoadedFeature & { readonly hooks: Required<Pick<KernelHooks, H>> };

/** The loaded features in dependency order, by hook and by field. */
export class FeatureTable {
  readonly #having = new Map<HookName, readonly LoadedFeature[]>();
  readonly #owners = new Map<CreateField, LoadedFeature>();
  readonly #claims = new Map<LoadedFeature, FeatureClaims>();

  /** Features without fields of their own: nothing of theirs is asked for by name, so off means that they are still. */
  readonly #fieldless: ReadonlySet<LoadedFeature>;

  /** `isOff` tells whether a plugin is switched off, which may change at any time. */
  constructor(
    readonly all: readonly LoadedFeature[],
    private readonly isOff: (plugin: string) => boolean = () => false,
  ) {
    this.#fieldless = new Set(all.filter(({ manifest }) => manifest.owns.length === 0));
    for (const feature of all) {
      for (const field of feature.manifest.owns) this.#owners.set(field, feature);
      this.#claims.set(feature, featureClaims(feature.manifest));
    }
  }

  /**
   * Features that have the hook, in the order in which it runs. A feature with fields runs though its plugin is switched
   * off: requests cannot use its fields then, and what it does by default (a network, a seccomp profile) goes on.
   */
  having<H extends HookName>(hook: H): readonly Having<H>[] {
    let found = this.#having.get(hook);
    if (!found) this.#having.set(hook, (found = this.all.filter(({ hooks }) => hooks[hook] !== undefined)));
    if (adding.has(hook) && this.#fieldless.size > 0)
      found = found.filter((feature) => !this.#fieldless.has(feature) || !this.isOff(feature.plugin));
    return found as readonly Having<H>[];
  }

  /** The features up to and with this one, in the order in which hooks run. */
  upTo(feature: LoadedFeature): readonly LoadedFeature[] {
    return this.all.slice(0, this.all.indexOf(feature) + 1);
  }

  ownerOf(field: CreateField): LoadedFeature | undefined {
    return this.#owners.get(field);
  }

  /** The owner of a field whose plugin is switched off. */
  disabledOwnerOf(field: CreateField): LoadedFeature | undefined {
    const owner = this.ownerOf(field);
    return owner && this.isOff(owner.plugin) ? owner : undefined;
  }

  get someAreOff(): boolean {
    return this.all.some(({ plugin }) => this.isOff(plugin));
  }

  claimsOf(feature: LoadedFeature): FeatureClaims {
    return this.#claims.get(feature) ?? { writes: [], offers: [], overrides: [] };
  }

  /** Calls a hook of one kind, feature after feature; the first failure ends it and is stamped with its origin. */
  each<H extends HookName>(hook: H, call: (feature: Having<H>) => unknown): void {
    for (const feature of this.having(hook)) callHook(hook, feature, () => call(feature));
  }
}

/** Calls a synchronous hook; what it throws becomes an ArcaError with its origin. */
export function callHook<R>(hook: HookName, feature: LoadedFeature, call: () => R): R {
  try {
    const result = call();
    if (isPromise(result)) {
      // Unawaited, its checks would come too late and its rejection would end the daemon.
      result.then(undefined, () => undefined);
      throw systemError(`feature ${feature.id} of ${feature.plugin}: hook ${hook} must not be asynchronous`);
    }
    return result;
  } catch (error) {
    throw hookFailure(error, feature, hook);
  }
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
