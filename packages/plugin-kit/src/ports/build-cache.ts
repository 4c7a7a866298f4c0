import type { BuildCache } from '@arca/api';

/** What builds keep to be faster the next time. */
export interface BuildCaches {
  /** The entries of all builders, the oldest first. */
  list(): Promise<BuildCache[]>;
}
