import { Writable } from 'node:stream';

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
    return new Writable({
      write(chunk: Buffer, _encoding, done) {
        void process.then((stdin) => {
          if (!stdin || stdin.writableEnded || stdin.destroyed || this.destroyed) done();
          else stdin.write(chunk, () => done());
        });
      },
      final(done) {
        if (ended) ended();
        else void process.then((stdin) => stdin?.end());
        done();
      },
    });
  }
}
