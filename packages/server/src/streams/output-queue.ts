import type { OutputChunk } from '@arca/plugin-kit';
import { OverflowFile } from './overflow-file.js';

export interface QueueLimits {
  /** Where overflowing output is kept; made when needed. */
  directory: string;
  /** Bytes in memory from which on the process is held back. */
  memory: number;
  /** ms that a process is held back for a client before the client's output goes to a file instead. */
  patience: number;
  /** Bytes in the file from which on the process is held back all the same. */
  file: number;
}

/** What a chunk costs beside its bytes: bounds the number of tiny ones. */
const overhead = 128;

/**
 * What one client has yet to read of a process's output, in memory up to a limit. A client that reads slowly slows the
 * process down, as a pipe would (so nothing is lost in `docker run … | gzip`). For one that does not keep up for a while
 * the output is put into a file: it stalls nobody but itself, and memory stays bounded.
 */
export class OutputQueue implements AsyncIterable<OutputChunk> {
  #chunks: OutputChunk[] = [];
  #bytes = 0;
  #overflow: OverflowFile | undefined;
  #ended = false;
  #closed = false;
  #held = false;
  #timer: NodeJS.Timeout | undefined;
  #wake: () => void = () => undefined;

  /** `hold` is told when the process has to wait for this client, and when it has not any more. */
  constructor(
    private readonly limits: QueueLimits,
    private readonly hold: (held: boolean) => void,
  ) {}

  push(chunk: OutputChunk): void {
    if (this.#ended) return;
    if (this.#overflow) {
      this.#overflow.append(chunk);
    } else {
      this.#chunks.push(chunk);
      this.#bytes += chunk.data.length + overhead;
    }
    this.#regulate();
    this.#wake();
  }

  /** No more will come; what is there can still be read. */
  end(): void {
    this.#ended = true;
    this.#regulate();
    this.#wake();
  }

  /** Nobody will read any more. */
  close(): void {
    this.#closed = true;
    this.#chunks = [];
    this.#bytes = 0;
    void this.#dropOverflow();
    this.end();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<OutputChunk> {
    try {
      for (;;) {
        const chunks = await this.#take();
        if (chunks.length === 0) return;
        for (const chunk of chunks) {
          if (this.#closed) return;
          yield chunk;
          this.#bytes -= chunk.data.length + overhead;
          this.#regulate();
        }
      }
    } finally {
      this.close();
    }
  }

  /** The next chunks, waiting for some; none when there will be no more. They count as held until given away. */
  async #take(): Promise<OutputChunk[]> {
    while (!this.#closed) {
      if (this.#chunks.length > 0) {
        const chunks = this.#chunks;
        this.#chunks = [];
        return chunks;
      }
      if (this.#overflow) {
        const chunks = await this.#overflow.next();
        for (const { data } of chunks) this.#bytes += data.length + overhead;
        if (chunks.length > 0) return chunks;
        if (this.#overflow?.waiting === 0) await this.#dropOverflow();
      } else if (this.#ended) {
        return [];
      } else {
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    }
    return [];
  }

  #regulate(): void {
    const held = !this.#ended && this.#tooMuch();
    if (held === this.#held) return;
    this.#held = held;
    clearTimeout(this.#timer);
    if (held && !this.#overflow) {
      this.#timer = setTimeout(() => this.#spill(), this.limits.patience).unref();
    }
    this.hold(held);
  }

  /** Once held, the process waits until half of the limit has been read. */
  #tooMuch(): boolean {
    const share = this.#held ? 0.5 : 1;
    if (!this.#overflow) return this.#bytes > this.limits.memory * share;
    const { waiting, size } = this.#overflow;
    return waiting > this.limits.memory * share || size > this.limits.file * share;
  }

  #spill(): void {
    try {
      this.#overflow = new OverflowFile(this.limits.directory, () => {
        this.#regulate();
        this.#wake();
      });
    } catch {
      return; // no file can be made: the process goes on waiting
    }
    this.#regulate();
  }

  async #dropOverflow(): Promise<void> {
    const overflow = this.#overflow;
    this.#overflow = undefined;
    await overflow?.close();
  }
}
