import { defineFeature } from '@arca/plugin-kit';

/** One sentence: which fields, which effect. */
export const containers = defineFeature(
  {
    id: 'containers',
    summary: '',
    owns: [],
    writes: [],
    flags: {},
  },
  {},
);
