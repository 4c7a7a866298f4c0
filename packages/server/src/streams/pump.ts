import type { ProcessOutput } from '@arca/agent-proto';

interface Sink {
  /** The bytes are there for as long as the call lasts. */
  data(chunk: Buffer): void;
  end(): void;
}

/** Reads one output of a process as fast as nobody objects. */
export class Pump {
  #holds = 0;
  #received = 0;
  #over = false;
  readonly #ended = Promise.withResolvers<void>();

  constructor(
    private readonly source: ProcessOutput,
    private readonly sink: Sink,
  ) {
    const end = () => this.#end();
    const data = (chunk: Buffer) => this.#data(chunk);
    if (source.lend) {
      source.lend(data);
      source.resume();
    } else source.on('data', data);
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
      const reason = await Promise.race([this.#ended.promise, timeout]);
      clearTimeout(timer);
      if (reason !== 'timeout') return;
    }
    this.destroy();
  }

  /** Reads no more, though the process goes on; what has been read already is passed on. */
  stop(): void {
    this.hold();
    // What is lent is never read ahead.
    while (!this.source.lend) {
      const rest = this.source.read() as Buffer | null;
      if (!rest) break;
      this.#data(rest);
    }
    this.#end();
  }

  destroy(): void {
    this.source.destroy();
  }

  #data(chunk: Buffer): void {
    if (this.#over) return;
    this.#received += chunk.length;
    this.sink.data(chunk);
  }

  #end(): void {
    if (this.#over) return;
    this.#over = true;
    this.sink.end();
    this.#ended.resolve();
  }
}
