import { defineFeature, invalidParameter, notImplemented, type CreateField } from '@arca/plugin-kit';

/** Fields that no plugin serves yet. A plugin that takes one up takes it off this list. */
const refused = [
  'HostConfig.IOMaximumIOps',
  'HostConfig.IOMaximumBandwidth',
  'HostConfig.DeviceRequests',
] as const satisfies readonly CreateField[];

/**
 * Owns what nothing else does, so that nothing is dropped in silence: a value that would have an effect is refused by
 * name.
 */
export const unsupported = defineFeature(
  {
    id: 'unsupported',
    summary: 'Fields without an effect so far: refused by name, never dropped in silence',
    owns: refused,
    effects: Object.fromEntries(refused.map((field) => [field, 'refused'])),
    writes: [],
  },
  {
    validate({ HostConfig }) {
      if (HostConfig.IOMaximumIOps || HostConfig.IOMaximumBandwidth) {
        const text = 'Invalid QoS settings: linux does not support Maximum IO Bandwidth or Maximum IO IOps';
        throw invalidParameter(text, 'unsupported.windows');
      }
      for (const field of refused) {
        if (meaningful((HostConfig as Record<string, unknown>)[field.slice('HostConfig.'.length)]))
          throw notImplemented(`${field} is not supported by any loaded plugin`, 'unsupported.field');
      }
    },
  },
);

/** Whether a value asks for anything: clients send zeros and empty lists for what a person did not set. */
function meaningful(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === 0 || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object') return Object.values(value).some(meaningful);
  return true;
}
