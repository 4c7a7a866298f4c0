import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PluginModule, PluginSource } from '@arca/server';
import { ContainerModule } from 'inversify';

/**
 * Loads the plugins of `--plugin`: packages by name, files and folders by path. A plugin's default export, or its export
 * `plugin`, is its module. One that `disabled` names is not read: it stands in the list, and that is all. Throws an Error
 * that names the plugin.
 */
export async function loadPlugins(
  paths: readonly string[],
  disabled: readonly string[] = [],
): Promise<PluginSource[]> {
  return Promise.all(
    paths.map(async (path) => {
      const name = nameOf(path);
      return disabled.includes(name) || disabled.includes(path)
        ? { name, module: new ContainerModule(() => undefined) }
        : load(path, name);
    }),
  );
}

/** The names of the plugins that `--disable-plugin` names. Throws an Error for what is no plugin. */
export function disabledPlugins(
  disabled: readonly string[],
  builtin: readonly PluginSource[],
  further: readonly PluginSource[],
): string[] {
  const known = new Set([...builtin, ...further].map(({ name }) => name));
  return disabled.map((text) => {
    const name = known.has(text) ? text : nameOf(text);
    if (!known.has(name)) throw new Error(`--disable-plugin ${text}: there is no such plugin`);
    return name;
  });
}

async function load(path: string, name: string): Promise<PluginSource> {
  let exports: { default?: PluginModule; plugin?: PluginModule };
  try {
    exports = (await import(
      isPath(path) ? pathToFileURL(entryOf(resolve(path))).href : path
    )) as typeof exports;
  } catch (error) {
    throw new Error(`plugin ${path} cannot be loaded: ${(error as Error).message}`, { cause: error });
  }
  const module = exports.default ?? exports.plugin;
  if (!module) throw new Error(`plugin ${path} has neither a default export nor one named plugin`);
  return { name, module };
}

const isPath = (name: string): boolean => name.startsWith('.') || isAbsolute(name);

/** The file that a folder's package.json names as its door; modules cannot be imported by folder. */
function entryOf(path: string): string {
  if (!statSync(path).isDirectory()) return path;
  const { exports, main } = manifestIn(path);
  const door = typeof exports === 'string' ? exports : exports?.['.'];
  return join(path, (typeof door === 'string' ? door : door?.default) ?? main ?? 'index.js');
}

/** The package's name where a path lies in one, else the path as it was given. */
function nameOf(path: string): string {
  if (!isPath(path)) return path;
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return manifestIn(folder).name ?? path;
  }
  return path;
}

interface PackageManifest {
  name?: string;
  main?: string;
  exports?: string | { '.'?: string | { default?: string } };
}

const manifestIn = (folder: string): PackageManifest => {
  const file = join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PackageManifest) : {};
};
