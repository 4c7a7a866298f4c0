import { defineFeature, invalidParameter, type CreateField } from '@arca/plugin-kit';

/** Fields that have no effect on Linux. */
const refused = [
  'HostConfig.IOMaximumIOps',
  'HostConfig.IOMaximumBandwidth',
] as const satisfies readonly CreateField[];

/** Owns what nothing else does, so that nothing is dropped in silence: a value that would have an effect is refused. */
export const unsupported = defineFeature(
  {
    id: 'unsupported',
    summary: 'Fields without an effect on Linux: refused, never dropped in silence',
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
    },
  },
);
