import { setPipeSize } from './syscalls.js';

/** Bytes in one read or write that show that the pipe's other end is slower than ours: half of what a pipe holds. */
const busy = 32 * 1024;
/** What an unprivileged process may give a pipe by default (fs.pipe-max-size). */
const large = 1024 * 1024;
/**
 * How many pipes may be large at a time. The kernel counts the pages of all pipes of a user, in whatever container it is, and
 * gives those beyond 64 MiB (fs.pipe-user-pages-soft) two pages where there were sixteen.
 */
const most = 16;

let enlarged = 0;

/** Makes a pipe large once much goes through it, so that its ends need not wait for each other at every turn. */
export class PipeSize {
  #large = false;
  #final = false;

  constructor(private readonly fd: number) {}

  /** So many bytes were read or written at once. */
  passed(bytes: number): void {
    if (bytes < busy || this.#final || enlarged >= most) return;
    this.#final = true;
    try {
      setPipeSize(this.fd, large);
      this.#large = true;
      enlarged++;
    } catch {
      // fs.pipe-max-size is lower here: the usual size works too, only slower.
    }
  }

  /** The pipe is closed, or will be soon. */
  release(): void {
    this.#final = true;
    if (this.#large) enlarged--;
    this.#large = false;
  }
}
