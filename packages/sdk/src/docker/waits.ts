import type { OutputFrame } from '../frames.js';
import { lines } from './lines.js';

export interface UntilOptions {
  /** ms between two looks. */
  interval?: number;
  signal?: AbortSignal;
}

/** Looks again and again until something is found. Rejects with the signal's reason. */
export async function poll<T>(
  look: (signal: AbortSignal | undefined) => Promise<T | undefined>,
  { interval = 200, signal }: UntilOptions,
): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const found = await look(signal);
    if (found !== undefined) return found;
    await pause(interval, signal);
  }
}

/** Resolves early when the signal comes. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}

/** The first line of an output in which the pattern is found; undefined when there is none. */
export async function findLine(
  output: AsyncIterable<OutputFrame>,
  pattern: RegExp | string,
): Promise<string | undefined> {
  for await (const { line } of lines(output)) {
    if (typeof pattern === 'string' ? line.includes(pattern) : line.search(pattern) >= 0) return line;
  }
  return undefined;
}
