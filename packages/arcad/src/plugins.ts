import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PluginModule, PluginSource } from '@arca/server';

/**
 * Loads the plugins of `--plugin`: packages by name, files and folders by path. A plugin's default export, or its export
 * `plugin`, is its module. Throws an Error that names the plugin.
 */
export async function loadPlugins(names: readonly string[]): Promise<PluginSource[]> {
  return Promise.all(names.map(load));
}

async function load(name: string): Promise<PluginSource> {
  const isPath = name.startsWith('.') || isAbsolute(name);
  let exports: { default?: PluginModule; plugin?: PluginModule };
  try {
    exports = (await import(isPath ? pathToFileURL(resolve(name)).href : name)) as typeof exports;
  } catch (error) {
    throw new Error(`plugin ${name} cannot be loaded: ${(error as Error).message}`, { cause: error });
  }
  const module = exports.default ?? exports.plugin;
  if (!module) throw new Error(`plugin ${name} has neither a default export nor one named plugin`);
  return { name, module };
}
