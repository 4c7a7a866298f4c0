/** Ids in order, so that those with a prefix are found without looking at all of them. */
export class IdIndex {
  readonly #ids: string[] = [];

  add(id: string): void {
    this.#ids.splice(this.#place(id), 0, id);
  }

  delete(id: string): void {
    const place = this.#place(id);
    if (this.#ids[place] === id) this.#ids.splice(place, 1);
  }

  /** At most two ids with the prefix: enough to tell none, one and several apart. */
  find(prefix: string): string[] {
    const place = this.#place(prefix);
    return this.#ids.slice(place, place + 2).filter((id) => id.startsWith(prefix));
  }

  /** Place of the first id that is not before `key`. */
  #place(key: string): number {
    let low = 0;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ids[middle]! < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
