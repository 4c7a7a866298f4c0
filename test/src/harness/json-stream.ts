/** An answer that is a sequence of JSON values (events, samples), read as it comes. */
export class JsonStream<T> {
  readonly items: T[] = [];
  private closed = false;
  private progress = Promise.withResolvers<void>();

  constructor(
    items: AsyncIterable<T>,
    private readonly leave: AbortController,
  ) {
    void this.take(items);
  }

  private async take(items: AsyncIterable<T>): Promise<void> {
    try {
      for await (const item of items) {
        this.items.push(item);
        this.tell();
      }
    } catch {
      // The end is an end, however it came about.
    }
    this.closed = true;
    this.tell();
  }

  private tell(): void {
    this.progress.resolve();
    this.progress = Promise.withResolvers();
  }

  /** The first item, past or to come, that fits. */
  async find(fits: (item: T) => boolean, timeout = 15_000): Promise<T> {
    const late = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => late.resolve('late'), timeout);
    try {
      for (;;) {
        const found = this.items.find(fits);
        if (found !== undefined) return found;
        if (this.closed) throw new Error(`stream ended; items: ${JSON.stringify(this.items)}`);
        if ((await Promise.race([this.progress.promise, late.promise])) === 'late')
          throw new Error(`no such item came; items: ${JSON.stringify(this.items)}`);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** All items up to the end of the answer. */
  async all(): Promise<T[]> {
    while (!this.closed) await this.progress.promise;
    return this.items;
  }

  /** Leaves without waiting for the end. */
  destroy(): void {
    this.leave.abort();
  }
}
