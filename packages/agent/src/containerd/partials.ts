import { createReadStream } from 'node:fs';
import { link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const LEAST = 1024 ** 2; // bytes; less is soon asked for again
const LIFETIME = 24 * 3600 * 1000; // ms

/** Where they are with a containerd on this root. */
export const partialDirectory = (root: string): string => join(root, 'partial');

/**
 * What has come of blobs whose download was cut off, as files named by the digest of the whole. A later download goes on
 * from there; nothing is believed of it before the whole was verified. Kept for a day, and never at the cost of room.
 */
export class Partials {
  constructor(
    /** None: nothing is kept. */
    private readonly directory: string | undefined,
  ) {}

  /** Bytes that are there of a blob; 0: none. */
  async size(digest: string): Promise<number> {
    const found = await this.#stat(this.#path(digest));
    return found === undefined || isOld(found.mtimeMs) ? 0 : found.size;
  }

  read(digest: string): AsyncIterable<Buffer> {
    return createReadStream(this.#path(digest), { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>;
  }

  /** Keeps a file, which stays where it is, too, in place of what there is of the blob. Never fails. */
  async keep(digest: string, file: string): Promise<void> {
    const found = await this.#stat(file);
    if (this.directory === undefined || found === undefined || found.size < LEAST) return;
    const path = this.#path(digest);
    try {
      await mkdir(this.directory, { recursive: true, mode: 0o700 });
      await rm(`${path}.new`, { force: true });
      await link(file, `${path}.new`);
      await rename(`${path}.new`, path);
    } catch {
      await this.drop(digest);
    }
  }

  async drop(digest: string): Promise<void> {
    if (this.directory !== undefined) await rm(this.#path(digest), { force: true }).catch(() => undefined);
  }

  /** Removes what is a day old, or all. Gives the bytes that are free now. */
  async clear({ all }: { all: boolean }): Promise<number> {
    let freed = 0;
    for (const name of this.directory === undefined ? [] : await readdir(this.directory).catch(() => [])) {
      const path = join(this.directory!, name);
      const found = await this.#stat(path);
      if (found === undefined || !(all || isOld(found.mtimeMs))) continue;
      await rm(path, { force: true });
      freed += found.size;
    }
    return freed;
  }

  #path(digest: string): string {
    return join(this.directory ?? '', digest.replace(':', '-'));
  }

  #stat(path: string) {
    if (this.directory === undefined) return Promise.resolve(undefined);
    return stat(path).catch(() => undefined);
  }
}

const isOld = (mtimeMs: number): boolean => Date.now() - mtimeMs > LIFETIME;
