import { defineFeature } from '@arca/plugin-kit';

/** One sentence: which fields, which effect. */
export const mounts = defineFeature(
  {
    id: 'mounts',
    summary: '',
    owns: [],
    writes: [],
    flags: {},
  },
  {},
);
