import { featureClaims, systemError, type CreateField, type FeatureClaims } from '@arca/plugin-kit';
import { hookFailure } from './failure.js';
import type { HookName, KernelHooks, LoadedFeature } from './loaded-feature.js';

type Having<H extends HookName> = LoadedFeature & { readonly hooks: Required<Pick<KernelHooks, H>> };

/** The loaded features in dependency order, by hook and by field. */
export class FeatureTable {
  readonly #having = new Map<HookName, readonly LoadedFeature[]>();
  readonly #owners = new Map<CreateField, LoadedFeature>();
  readonly #claims = new Map<LoadedFeature, FeatureClaims>();

  constructor(readonly all: readonly LoadedFeature[]) {
    for (const feature of all) {
      for (const field of feature.manifest.owns) this.#owners.set(field, feature);
      this.#claims.set(feature, featureClaims(feature.manifest));
    }
  }

  /** Features that have the hook, in the order in which it runs. */
  having<H extends HookName>(hook: H): readonly Having<H>[] {
    let found = this.#having.get(hook);
    if (!found) this.#having.set(hook, (found = this.all.filter(({ hooks }) => hooks[hook] !== undefined)));
    return found as readonly Having<H>[];
  }

  /** The features up to and with this one, in the order in which hooks run. */
  upTo(feature: LoadedFeature): readonly LoadedFeature[] {
    return this.all.slice(0, this.all.indexOf(feature) + 1);
  }

  ownerOf(field: CreateField): LoadedFeature | undefined {
    return this.#owners.get(field);
  }

  claimsOf(feature: LoadedFeature): FeatureClaims {
    return this.#claims.get(feature) ?? { writes: [], offers: [] };
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
