import { conflict, type Events, type PluginFacts, type Plugins } from '@arca/plugin-kit';
import type { Kernel } from '../kernel/kernel.js';
import type { PluginSwitches } from '../kernel/plugin-switches.js';
import { pluginId } from './plugin-answer.js';

/** The plugins that the kernel has loaded, with their switches. */
export class KernelPlugins implements Plugins {
  constructor(
    private readonly kernel: Pick<Kernel, 'plugins' | 'features' | 'served'>,
    private readonly switches: PluginSwitches,
    private readonly events: Pick<Events, 'emit'>,
  ) {}

  all(): PluginFacts[] {
    const { plugins, features, served } = this.kernel;
    const of = <T extends { plugin: string }>(things: readonly T[], name: string) =>
      things.filter(({ plugin }) => plugin === name);
    return plugins.map((name) => ({
      name,
      enabled: !this.switches.isOff(name),
      features: of(features.all, name).map(({ id, manifest: { summary, owns } }) => ({
        id,
        summary,
        fields: owns,
      })),
      operations: of(served, name).map(({ id }) => id),
    }));
  }

  enable(name: string): void {
    this.switches.enable(name);
    this.#tell(name, 'enable');
  }

  disable(name: string): void {
    // Nothing could enable it again.
    if (this.kernel.served.some(({ plugin, id }) => plugin === name && id === 'PluginEnable'))
      throw conflict(`plugin ${name} is in use`, 'plugin.in-use');
    this.switches.disable(name);
    this.#tell(name, 'disable');
  }

  #tell(name: string, action: string): void {
    this.events.emit({ type: 'plugin', action, id: pluginId(name), attributes: { name } });
  }
}
