import { createHash } from 'node:crypto';
import type { Plugin } from '@arca/api';
import { invalidParameter, notFound, type PluginFacts } from '@arca/plugin-kit';

/** 64 hexadecimal digits, the same as long as the name is. */
export const pluginId = (name: string): string => createHash('sha256').update(name).digest('hex');

/** What a plugin brings: `docker plugin ls --filter capability=feature`. */
export function capabilitiesOf({ features, operations }: PluginFacts): string[] {
  return [...(features.length > 0 ? ['feature'] : []), ...(operations.length > 0 ? ['operation'] : [])];
}

/**
 * A plugin as `docker plugin inspect` shows it. Arca's plugins are parts of the daemon: what only a plugin in a container
 * of its own has is empty, and the arguments tell the fields of the create body and the operations that it stands for.
 */
export function pluginAnswer(facts: PluginFacts): Plugin {
  const { name, enabled, features, operations } = facts;
  const stands = [...features.flatMap(({ fields }) => fields), ...operations];
  return {
    Id: pluginId(name),
    Name: name,
    Enabled: enabled,
    Settings: { Mounts: [], Env: [], Args: stands, Devices: [] },
    Config: {
      Description: features.map(({ summary }) => summary).join('; ') || operations.join(', '),
      Documentation: '',
      Interface: {
        Types: capabilitiesOf(facts).map((kind) => `arca.${kind}/1.0`),
        Socket: '',
      },
      Entrypoint: [],
      WorkDir: '',
      Network: { Type: '' },
      Linux: { Capabilities: [], AllowAllDevices: false, Devices: [] },
      PropagatedMount: '',
      IpcHost: false,
      PidHost: false,
      Mounts: [],
      Env: [],
      Args: {
        Name: 'serves',
        Description: 'fields of the create body and operations that it stands for',
        Settable: [],
        Value: stands,
      },
    },
  };
}

/** By name, with or without the tag that clients may add, by id or by the beginning of one. */
export function findPlugin(plugins: readonly PluginFacts[], reference: string): PluginFacts {
  const named = plugins.find(({ name }) => reference === name || reference === `${name}:latest`);
  if (named) return named;
  const found = /^[0-9a-f]+$/.test(reference)
    ? plugins.filter(({ name }) => pluginId(name).startsWith(reference))
    : [];
  if (found.length > 1) throw invalidParameter(`multiple plugins found for "${reference}"`);
  if (!found[0]) throw notFound(`plugin "${reference}" not found`, 'plugin.not-found');
  return found[0];
}
