import { countEntries, firstOfBatch, headOfBatch, type LogBatch, type LogWriter } from '@arca/plugin-kit';

/** Milliseconds that a closed log goes on sending what waits. */
const closePatience = 5000;

/**
 * `mode=non-blocking`: the container never waits for its log. Up to `capacity` bytes wait for the driver, with those that
 * it is writing, or one line that is longer; lines that come on top of that are dropped and counted.
 */
export class NonBlockingWriter implements LogWriter {
  readonly #queue: LogBatch[] = [];
  /** Bytes of the queue, and of the batch that is being written. */
  #held = 0;
  #dropped = 0;
  #worker: Promise<void> | undefined;

  constructor(
    private readonly writer: LogWriter,
    private readonly capacity: number,
    private readonly failed: (error: unknown) => void,
    private readonly patience = closePatience,
  ) {}

  /** Messages lost so far: lines, and pieces of lines. */
  get dropped(): number {
    return this.#dropped;
  }

  write(batch: LogBatch): void {
    const taken =
      headOfBatch(batch, this.capacity - this.#held) ?? (this.#held === 0 ? firstOfBatch(batch) : undefined);
    const rest = batch.data.subarray(taken?.data.length ?? 0);
    this.#dropped += countEntries({ ...batch, data: rest });
    if (!taken) return;
    this.#queue.push({ ...taken, data: Buffer.from(taken.data) });
    this.#held += taken.data.length;
    this.#worker ??= this.#work();
  }

  /** A driver that stalls gets no more once patience is over; what still waits is dropped. */
  async close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.patience);
    });
    await Promise.race([this.#worker, timeout]);
    clearTimeout(timer);
    for (const batch of this.#queue.splice(0)) this.#dropped += countEntries(batch);
    await this.writer.close();
  }

  async #work(): Promise<void> {
    for (let batch = this.#queue.shift(); batch; batch = this.#queue.shift()) {
      try {
        await this.writer.write(batch);
      } catch (error) {
        this.failed(error);
      }
      this.#held -= batch.data.length;
    }
    this.#worker = undefined;
  }
}
