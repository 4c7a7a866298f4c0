import { defineFeature } from '@arca/plugin-kit';

/** One sentence: which fields, which effect. */
export const system = defineFeature(
  {
    id: 'system',
    summary: '',
    owns: [],
    writes: [],
    flags: {},
  },
  {},
);
