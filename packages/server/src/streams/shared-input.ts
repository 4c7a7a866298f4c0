import { Writable } from 'node:stream';

/** Bytes that are taken from a client ahead of the process: as many as its pipe holds. */
const AHEAD = 1024 * 1024;

/**
 * Standard input of a process, shared by the clients that are attached: what they write goes in as it comes. Before the
 * process runs they wait; what they write after it has closed its input, or has ended, is dropped.
 */
export class SharedInput {
  #process = Promise.withResolvers<Writable | null>();

  /** The process runs; null: it has no standard input. */
  open(stdin: Writable | null): void {
    stdin?.on('error', () => undefined); // the process is gone; its exit tells
    this.#process.resolve(stdin);
  }

  /** The process has ended; the next one may be waited for. */
  reset(): void {
    this.#process.resolve(null);
    this.#process = Promise.withResolvers();
  }

  /**
   * One client's way in. When it has written all it has, `ended` is called; without one the process's input ends, as soon
   * as it runs.
   */
  client(ended?: () => void): Writable {
    const process = this.#process.promise;
    const pass = (client: Writable, chunks: readonly Buffer[], done: () => void) =>
      void process.then((stdin) => {
        if (!stdin || stdin.writableEnded || stdin.destroyed || client.destroyed) return done();
        stdin.cork(); // one system call for what has come together
        for (const chunk of chunks.slice(0, -1)) stdin.write(chunk);
        stdin.write(chunks.at(-1)!, () => done());
        stdin.uncork();
      });
    return new Writable({
      highWaterMark: AHEAD,
      write(chunk: Buffer, _encoding, done) {
        pass(this, [chunk], done);
      },
      writev(items, done) {
        pass(
          this,
          items.map(({ chunk }) => chunk as Buffer),
          done,
        );
      },
      final(done) {
        if (ended) ended();
        else void process.then((stdin) => stdin?.end());
        done();
      },
    });
  }
}
