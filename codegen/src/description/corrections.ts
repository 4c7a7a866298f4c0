import { answerCorrections } from './corrections/answers.js';
import type { Correction } from './corrections/correction.js';
import { failureCorrections } from './corrections/failures.js';
import { nameCorrections } from './corrections/names.js';
import { nullCorrections } from './corrections/nulls.js';
import { parameterCorrections } from './corrections/parameters.js';
import { typeCorrections } from './corrections/types.js';

export { applyCorrections, type Correction } from './corrections/correction.js';

/** All that the description says otherwise than the facts, in the order in which it is applied. */
export const corrections: readonly Correction[] = [
  ...nameCorrections,
  ...typeCorrections,
  ...nullCorrections,
  ...parameterCorrections,
  ...answerCorrections,
  ...failureCorrections,
];
