import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';

const SIZE = 4 * 1024 ** 2; // bytes: as much as the log of the database grows to
const PAUSE = 10_000; // ms between two tries to have it again

/** A file that takes room on the disk, to be given up when the disk is full: what has ended must be kept even then. */
export class Reserve {
  #missing = true;
  #triedAt = -Infinity;

  constructor(private readonly path: string) {
    this.restore();
  }

  /** Gives the room up. False: there was none. */
  spend(): boolean {
    if (this.#missing) return false;
    rmSync(this.path, { force: true });
    this.#missing = true;
    this.#triedAt = Date.now();
    return true;
  }

  /** Takes room again after it was given up, as soon as there is some. Never fails. */
  restore(): void {
    if (!this.#missing || Date.now() - this.#triedAt < PAUSE) return;
    this.#triedAt = Date.now();
    try {
      if (statSync(this.path, { throwIfNoEntry: false })?.size !== SIZE) fill(this.path);
      this.#missing = false;
    } catch {
      rmSync(this.path, { force: true });
    }
  }
}

function fill(path: string): void {
  const file = openSync(path, 'w', 0o600);
  try {
    const piece = Buffer.alloc(SIZE);
    for (let written = 0; written < SIZE;) written += writeSync(file, piece, 0, SIZE - written);
  } finally {
    closeSync(file);
  }
}

/** SQLITE_FULL. */
export const isFull = (error: unknown): boolean => (error as { errcode?: number }).errcode === 13;
