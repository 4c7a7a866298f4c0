/**
 * Watches a terminal's input for the detach keys. What may be the begin of the sequence is held back until it is known
 * not to be.
 */
export class DetachScanner {
  #matched = 0;

  constructor(private readonly keys: Uint8Array) {}

  /** What of `data` is to be passed on, and whether the sequence has been typed (what follows it is dropped). */
  scan(data: Buffer): { pass: Buffer; detached: boolean } {
    const { keys } = this;
    if (this.#matched === 0 && !data.includes(keys[0]!)) return { pass: data, detached: false };
    const pass: number[] = [];
    for (const byte of data) {
      while (this.#matched > 0 && byte !== keys[this.#matched]) this.#giveUpFirst(pass);
      if (byte === keys[this.#matched]) this.#matched++;
      else pass.push(byte);
      if (this.#matched === keys.length) return { pass: Buffer.from(pass), detached: true };
    }
    return { pass: Buffer.from(pass), detached: false };
  }

  /** Lets the first held byte go, and goes on with the longest begin of the sequence that the others still are. */
  #giveUpFirst(pass: number[]): void {
    const held = this.keys.subarray(0, this.#matched);
    let length = this.#matched - 1;
    while (length > 0 && !startsWith(this.keys, held.subarray(this.#matched - length))) length--;
    pass.push(...held.subarray(0, this.#matched - length));
    this.#matched = length;
  }
}

const startsWith = (keys: Uint8Array, begin: Uint8Array) =>
  begin.every((byte, index) => byte === keys[index]);
