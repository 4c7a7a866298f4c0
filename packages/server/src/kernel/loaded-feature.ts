import type { AnyFeature, CreateField, Hooks, Manifest } from '@arca/plugin-kit';

/** Hooks as the kernel calls them: with the whole body, of which each feature's types show it its own slice. */
export type KernelHooks = Hooks<CreateField, CreateField>;
export type HookName = keyof KernelHooks;

/** A feature and the plugin that brought it. */
export interface LoadedFeature {
  readonly plugin: string;
  readonly id: string;
  readonly manifest: Manifest;
  readonly hooks: KernelHooks;
}

/** Every hook by name; one that is missing here does not compile. */
const hookTable = {
  defaults: true,
  validate: true,
  adapt: true,
  spec: true,
  check: true,
  update: true,
  created: true,
  start: true,
  started: true,
  exited: true,
  removed: true,
  recover: true,
  inspect: true,
  list: true,
} satisfies Record<HookName, true>;

export const hookNames = Object.keys(hookTable) as HookName[];

export const loadedFeature = (plugin: string, feature: AnyFeature): LoadedFeature => ({
  plugin,
  id: feature.manifest.id,
  manifest: feature.manifest,
  hooks: feature as KernelHooks,
});
