import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { OutputFrame } from '../frames.js';

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
    await delay(interval, undefined, signal && { signal }).catch(() => signal?.throwIfAborted());
  }
}

/**
 * The first line of an output in which the pattern is found, each stream by itself; a last line needs no end. undefined
 * when there is none.
 */
export async function findLine(
  output: AsyncIterable<OutputFrame>,
  pattern: RegExp | string,
): Promise<string | undefined> {
  const found = (line: string) =>
    typeof pattern === 'string' ? line.includes(pattern) : line.search(pattern) >= 0;
  const streams = { stdout: new Lines(), stderr: new Lines() };
  for await (const { stream, data } of output) {
    const line = streams[stream].push(data).find(found);
    if (line !== undefined) return line;
  }
  return [streams.stdout.rest(), streams.stderr.rest()].find((line) => line !== '' && found(line));
}

/** Text in pieces, which may end inside a character, as lines. */
class Lines {
  readonly #decoder = new TextDecoder();
  #rest = '';

  push(data: Uint8Array): string[] {
    const lines = (this.#rest + this.#decoder.decode(data, { stream: true })).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.map((line) => line.replace(/\r$/, ''));
  }

  rest(): string {
    return this.#rest + this.#decoder.decode();
  }
}

/** ms for which a connection must last: what forwards ports may take one for a container that does not listen. */
const LASTING = 50;

/** Whether a TCP connection is taken and kept. */
export function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const done = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('error', () => done(false));
    socket.once('end', () => done(false));
    socket.once('data', () => done(true));
    socket.once('connect', () => setTimeout(() => done(true), LASTING));
  });
}
