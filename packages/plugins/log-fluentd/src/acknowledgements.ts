import { decodeMultiStream } from '@msgpack/msgpack';
import { PassThrough } from 'node:stream';

/** The answers of one connection: a map `{ack: chunk}` for each message that the collector has. */
export class Acknowledgements {
  readonly #input = new PassThrough();
  readonly #seen = new Set<string>();
  #news = Promise.withResolvers<void>();
  #broken: Error | undefined;

  constructor() {
    this.#news.promise.catch(() => undefined);
    void this.#read().catch((error: unknown) => this.break(error as Error));
  }

  push(data: Buffer): void {
    this.#input.write(data);
  }

  /** The connection is gone: no more answers come. */
  break(error: Error): void {
    this.#broken ??= error;
    this.#news.reject(error);
    this.#input.destroy();
  }

  /** Resolves when all these have been answered. Rejects when the connection breaks first. */
  async all(chunks: readonly string[]): Promise<void> {
    const missing = new Set(chunks);
    for (;;) {
      for (const chunk of this.#seen) missing.delete(chunk);
      this.#seen.clear();
      if (missing.size === 0) return;
      if (this.#broken) throw this.#broken;
      await this.#news.promise;
    }
  }

  async #read(): Promise<void> {
    for await (const answer of decodeMultiStream(this.#input)) {
      const { ack } = (answer ?? {}) as { ack?: unknown };
      if (typeof ack !== 'string') throw new Error('the collector answers with something else than an ack');
      this.#seen.add(ack);
      this.#news.resolve();
      this.#news = Promise.withResolvers();
      this.#news.promise.catch(() => undefined);
    }
  }
}
