import { defineFeature } from '@arca/plugin-kit';

/** One sentence: which fields, which effect. */
export const images = defineFeature(
  {
    id: 'images',
    summary: '',
    owns: [],
    writes: [],
    flags: {},
  },
  {},
);
