import { defineFeature } from '@arca/plugin-kit';

/** One sentence: which fields, which effect. */
export const unsupported = defineFeature(
  {
    id: 'unsupported',
    summary: '',
    owns: [],
    writes: [],
    flags: {},
  },
  {},
);
