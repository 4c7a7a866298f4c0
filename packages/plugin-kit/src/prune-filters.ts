import { invalidParameter } from './errors.js';
import { passesLabels, type Filters } from './filters.js';
import { readTimestamp } from './timestamps.js';

/** What a prune operation looks at; `created` in nanoseconds since the epoch. */
export interface Prunable {
  created: bigint;
  labels: Readonly<Record<string, string>> | null | undefined;
}

/**
 * The test that the filters of all prune operations come to: `until` (created before a time, or so long ago), `label`
 * and `label!`. `now` in nanoseconds since the epoch. Throws InvalidParameter for a time that is none, or several.
 */
export function pruneTest(filters: Filters, now: bigint): (object: Prunable) => boolean {
  const until = untilOf(filters, now);
  return ({ created, labels }) => {
    if (until !== undefined && created > until) return false;
    if (!passesLabels(filters, 'label', labels)) return false;
    // Several `label!` spare only what has all of those labels, as in dockerd.
    return !filters.has('label!') || !passesLabels(filters, 'label!', labels);
  };
}

function untilOf(filters: Filters, now: bigint): bigint | undefined {
  const [text, ...more] = filters.get('until') ?? [];
  if (text === undefined) return undefined;
  if (more.length > 0) throw invalidParameter('more than one until filter specified', 'filters.until');
  const until = readTimestamp(text, now);
  if (until === undefined) {
    throw invalidParameter(`failed to parse value as time or duration: "${text}"`, 'filters.until');
  }
  return until;
}
