import { notImplemented, parseFilters, type OperationFunction, type Plugins } from '@arca/plugin-kit';
import { capabilitiesOf, findPlugin, pluginAnswer } from './plugin-answer.js';

/** Operations that install or change plugins from outside: Arca's come with the daemon. */
export const fixed = [
  'GetPluginPrivileges',
  'PluginPull',
  'PluginCreate',
  'PluginDelete',
  'PluginUpgrade',
  'PluginPush',
  'PluginSet',
] as const;

/** `GET /plugins`, in the order of loading; filters `capability` and `enabled`. */
export const pluginList =
  (plugins: Plugins): OperationFunction<'PluginList'> =>
  async ({ params }) => {
    const filters = parseFilters(params.filters, ['capability', 'enabled']);
    const enabled = filters.get('enabled') ?? [];
    const capabilities = filters.get('capability') ?? [];
    return plugins
      .all()
      .filter((plugin) => enabled.every((wanted) => wanted === String(plugin.enabled)))
      .filter((plugin) => capabilities.every((wanted) => capabilitiesOf(plugin).includes(wanted)))
      .map(pluginAnswer);
  };

/** `GET /plugins/{name}/json` */
export const pluginInspect =
  (plugins: Plugins): OperationFunction<'PluginInspect'> =>
  async ({ params: { name } }) =>
    pluginAnswer(findPlugin(plugins.all(), name));

/** `POST /plugins/{name}/enable` */
export const pluginEnable =
  (plugins: Plugins): OperationFunction<'PluginEnable'> =>
  async ({ params: { name } }) =>
    plugins.enable(findPlugin(plugins.all(), name).name);

/** `POST /plugins/{name}/disable`: containers that there are keep what they have, so `force` adds nothing. */
export const pluginDisable =
  (plugins: Plugins): OperationFunction<'PluginDisable'> =>
  async ({ params: { name } }) =>
    plugins.disable(findPlugin(plugins.all(), name).name);

/** Refuses what cannot be done to a plugin that is a part of the daemon; 404 for one that there is not. */
export const pluginFixed =
  (plugins: Plugins): OperationFunction<(typeof fixed)[number]> =>
  async ({ params }) => {
    // Of those that there may be already, the ones without a remote name a plugin of this daemon.
    if ('name' in params && !('remote' in params)) findPlugin(plugins.all(), params.name ?? '');
    throw notImplemented(
      'plugins are loaded when the daemon starts, by its flag --plugin: they cannot be installed, changed or removed by a request',
      'plugin.fixed',
    );
  };
