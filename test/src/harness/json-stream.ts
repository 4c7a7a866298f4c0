import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';

/** An answer that is a sequence of JSON values, one a line (events, pull progress), read as it comes. */
export class JsonStream<T> {
  readonly items: T[] = [];
  private rest = '';
  private closed = false;

  constructor(readonly response: IncomingMessage) {
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => this.take(chunk));
    response.on('error', () => this.close());
    response.on('end', () => this.close());
    response.on('close', () => this.close());
  }

  private take(chunk: string): void {
    const lines = (this.rest + chunk).split('\n');
    this.rest = lines.pop()!;
    for (const line of lines) if (line.trim() !== '') this.items.push(JSON.parse(line) as T);
    this.response.emit('progress');
  }

  private close(): void {
    this.closed = true;
    this.response.emit('progress');
  }

  /** The first item, past or to come, that fits. */
  async find(fits: (item: T) => boolean, timeout = 15_000): Promise<T> {
    const deadline = AbortSignal.timeout(timeout);
    for (;;) {
      const found = this.items.find(fits);
      if (found !== undefined) return found;
      if (this.closed) throw new Error(`stream ended; items: ${JSON.stringify(this.items)}`);
      try {
        await once(this.response, 'progress', { signal: deadline });
      } catch {
        throw new Error(`no such item came; items: ${JSON.stringify(this.items)}`);
      }
    }
  }

  /** All items up to the end of the answer. */
  async all(): Promise<T[]> {
    while (!this.closed) await once(this.response, 'progress');
    return this.items;
  }

  /** Leaves without waiting for the end. */
  destroy(): void {
    this.response.destroy();
  }
}
