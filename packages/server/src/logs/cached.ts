import type { LogBatch, LogWriter } from '@arca/plugin-kit';

/** Writes a log to its driver and to the cache from which it is read. The cache is no reason to lose a line of either. */
export class CachedWriter implements LogWriter {
  constructor(
    private readonly writer: LogWriter,
    private readonly cache: LogWriter,
  ) {}

  write(batch: LogBatch): Promise<void> | void {
    const waits = [this.cache.write(batch), this.writer.write(batch)].filter((wait) => wait !== undefined);
    if (waits.length > 0) return settle(waits);
  }

  close(): Promise<void> {
    return settle([this.writer.close(), this.cache.close()]);
  }
}

/** Waits for all, then rejects as the first that has. */
async function settle(waits: Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(waits)) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
}
