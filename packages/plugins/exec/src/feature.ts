import { defineFeature } from '@arca/plugin-kit';

/** One sentence: which fields, which effect. */
export const exec = defineFeature(
  {
    id: 'exec',
    summary: '',
    owns: [],
    writes: [],
    flags: {},
  },
  {},
);
