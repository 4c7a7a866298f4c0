import { defineFeature } from '@arca/plugin-kit';

/** One sentence: which fields, which effect. */
export const network = defineFeature(
  {
    id: 'network',
    summary: '',
    owns: [],
    writes: [],
    flags: {},
  },
  {},
);
