import type { LogBatch, LogWriter } from '@arca/plugin-kit';

/**
 * `mode=non-blocking`: the container never waits for its log. Up to `capacity` bytes wait for the driver; what comes on
 * top of that is dropped and counted.
 */
export class NonBlockingWriter implements LogWriter {
  readonly #queue: LogBatch[] = [];
  #bytes = 0;
  #dropped = 0;
  #worker: Promise<void> | undefined;

  constructor(
    private readonly writer: LogWriter,
    private readonly capacity: number,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Batches lost so far. */
  get dropped(): number {
    return this.#dropped;
  }

  write(batch: LogBatch): void {
    if (this.#queue.length > 0 && this.#bytes + batch.data.length > this.capacity) {
      this.#dropped++;
      return;
    }
    this.#queue.push(batch);
    this.#bytes += batch.data.length;
    this.#worker ??= this.#work();
  }

  async close(): Promise<void> {
    await this.#worker;
    await this.writer.close();
  }

  async #work(): Promise<void> {
    for (let batch = this.#queue.shift(); batch; batch = this.#queue.shift()) {
      this.#bytes -= batch.data.length;
      try {
        await this.writer.write(batch);
      } catch (error) {
        this.failed(error);
      }
    }
    this.#worker = undefined;
  }
}
