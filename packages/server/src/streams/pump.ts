import type { Readable } from 'node:stream';

interface Sink {
  data(chunk: Buffer): void;
  end(): void;
}

/** Reads one output of a process as fast as nobody objects. */
export class Pump {
  #holds = 0;
  #received = 0;
  readonly #ended: Promise<void>;

  constructor(
    private readonly source: Readable,
    sink: Sink,
  ) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#ended = promise;
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      sink.end();
      resolve();
    };
    source.on('data', (chunk: Buffer) => {
      this.#received += chunk.length;
      sink.data(chunk);
    });
    source.once('end', end);
    source.once('close', end);
    source.on('error', end);
  }

  /** Nothing more is read until each `hold` has had its `release`. */
  hold(): void {
    if (this.#holds++ === 0) this.source.pause();
  }

  release(): void {
    if (--this.#holds === 0) this.source.resume();
  }

  /** Resolves at the end of the stream, or when nothing has come for `patience` ms while it was read. */
  async drained(patience: number): Promise<void> {
    let received = -1;
    while (received !== this.#received || this.#holds > 0) {
      received = this.#received;
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<'timeout'>((resolve) => {
        timer = setTimeout(() => resolve('timeout'), patience);
      });
      const reason = await Promise.race([this.#ended, timeout]);
      clearTimeout(timer);
      if (reason !== 'timeout') return;
    }
    this.destroy();
  }

  destroy(): void {
    this.source.destroy();
  }
}
