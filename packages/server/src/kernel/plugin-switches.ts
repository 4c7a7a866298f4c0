import { conflict, type Collection } from '@arca/plugin-kit';

/** Kept for each plugin that was switched off; without a row it is on. */
export interface SwitchedOff {
  plugin: string;
}

/** Which plugins are switched off: by a request, which is kept over restarts, or by the daemon's configuration. */
export class PluginSwitches {
  /** Those of the configuration, by the names of their sources. */
  readonly #fixed: ReadonlySet<string>;

  constructor(
    private readonly kept: Pick<Collection<SwitchedOff>, 'get' | 'set' | 'delete'>,
    configured: Iterable<string> = [],
  ) {
    this.#fixed = new Set(configured);
  }

  isOff(plugin: string): boolean {
    return this.#fixed.has(plugin) || this.kept.get(plugin) !== undefined;
  }

  /** Throws Conflict, with dockerd's text, when it is on; and for what the configuration has switched off. */
  enable(plugin: string): void {
    if (this.#fixed.has(plugin))
      throw conflict(`plugin ${plugin} is disabled by the daemon's configuration`, 'plugin.configured');
    if (!this.isOff(plugin))
      throw conflict(`plugin already enabled: plugin ${plugin} is enabled`, 'plugin.enabled');
    this.kept.delete(plugin);
  }

  /** Throws Conflict, with dockerd's text, when it is off already. */
  disable(plugin: string): void {
    if (this.isOff(plugin))
      throw conflict(`plugin is already disabled: plugin ${plugin} found but disabled`, 'plugin.disabled');
    this.kept.set(plugin, { plugin });
  }
}
