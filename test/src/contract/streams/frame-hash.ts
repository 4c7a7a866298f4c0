import { createHash, type Hash } from 'node:crypto';

/** Reads multiplexed output as it comes, keeping nothing but hashes and counts. */
export class FrameHash {
  readonly #hash: Hash = createHash('sha256');
  #head = Buffer.alloc(0);
  #left = 0;
  bytes = 0;

  write(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) {
      if (this.#left > 0) {
        const part = rest.subarray(0, this.#left);
        this.#hash.update(part);
        this.bytes += part.length;
        this.#left -= part.length;
        rest = rest.subarray(part.length);
        continue;
      }
      const missing = 8 - this.#head.length;
      this.#head = Buffer.concat([this.#head, rest.subarray(0, missing)]);
      rest = rest.subarray(missing);
      if (this.#head.length < 8) return;
      if (this.#head[0] !== 1) throw new Error(`a frame of stream ${this.#head[0]}`);
      this.#left = this.#head.readUInt32BE(4);
      this.#head = Buffer.alloc(0);
    }
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}
