import type { OwnAnswer, View } from './resolver.js';
import type { Zones } from './zones.js';

const MOST = 256;

/**
 * Answers of our own to datagrams of one sandbox, as they are sent, for as long as no name changes: most programs ask the
 * same few questions. The key is the query without its id.
 */
export class OwnAnswers {
  private readonly kept = new Map<string, OwnAnswer>();
  private changes = -1;
  private view: View | undefined;

  constructor(private readonly zones: Pick<Zones, 'changes'>) {}

  /** The answer with the query's id, good until the next call. */
  get(query: Buffer, view: View): OwnAnswer | undefined {
    if (this.changes !== this.zones.changes || this.view !== view) {
      this.kept.clear();
      this.changes = this.zones.changes;
      this.view = view;
    }
    const found = this.kept.get(keyOf(query));
    if (found?.answer) query.copy(found.answer, 0, 0, 2);
    return found;
  }

  /** What `get` has not found. */
  put(query: Buffer, answer: OwnAnswer): void {
    if (this.kept.size >= MOST) this.kept.clear();
    this.kept.set(keyOf(query), answer);
  }
}

const keyOf = (query: Buffer): string => query.toString('latin1', 2);
