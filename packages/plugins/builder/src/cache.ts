import type { Agent } from '@arca/agent-proto';
import type { Clock, Store } from '@arca/plugin-kit';
import { createHash } from 'node:crypto';

/** A step that was made before. */
export interface CacheEntry {
  key: string;
  imageId: string;
  /** The step, for people. */
  description: string;
  /** RFC 3339 */
  createdAt: string;
  lastUsedAt: string;
  uses: number;
}

/** Results of steps by what they were made of. The images are the agent's; an entry whose image has gone is none. */
export class Cache {
  readonly #entries;

  constructor(
    private readonly agent: Agent,
    private readonly clock: Clock,
    store: Store,
  ) {
    this.#entries = store.collection<CacheEntry>('builder.cache');
  }

  /** The image of a step, if it is still there. */
  async find(key: string): Promise<string | undefined> {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    const image = await this.agent.images.get({ reference: entry.imageId }).catch(() => undefined);
    if (!image) {
      this.#entries.delete(key);
      return undefined;
    }
    this.#entries.set(key, { ...entry, lastUsedAt: this.clock.now(), uses: entry.uses + 1 });
    return entry.imageId;
  }

  keep(key: string, imageId: string, description: string): void {
    const now = this.clock.now();
    this.#entries.set(key, { key, imageId, description, createdAt: now, lastUsedAt: now, uses: 0 });
  }

  /** The least recently used first. */
  list(): CacheEntry[] {
    return [...this.#entries.values()].sort((a, b) => (a.lastUsedAt < b.lastUsedAt ? -1 : 1));
  }

  /** Forgets the entries of images that have gone. */
  keepOnly(imageIds: ReadonlySet<string>): void {
    this.forget(new Set(this.list().flatMap(({ imageId }) => (imageIds.has(imageId) ? [] : imageId))));
  }

  /** Forgets the entries of images. */
  forget(imageIds: ReadonlySet<string>): void {
    for (const entry of [...this.#entries.values()])
      if (imageIds.has(entry.imageId)) this.#entries.delete(entry.key);
  }
}

/** What a step is known by: the image below, the line of the history and all else that it depends on. */
export const cacheKey = (parent: string, createdBy: string, more: readonly string[] = []): string =>
  createHash('sha256')
    .update(JSON.stringify([parent, createdBy, ...more]))
    .digest('hex');
