/** Runs the transitions of one thing one after the other, in the order of asking. Readers need no lock. */
export class Lock {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(transition: () => Promise<T>): Promise<T> {
    const result = this.#last.then(transition);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
