import type { OutputFrame } from '../frames.js';

/** A line of a container's output, without its end. */
export interface OutputLine {
  stream: 'stdout' | 'stderr';
  line: string;
}

/** Output line by line, each stream by itself; a last line needs no end. */
export async function* lines(output: AsyncIterable<OutputFrame>): AsyncGenerator<OutputLine> {
  const streams = { stdout: new LineSplitter(), stderr: new LineSplitter() };
  for await (const { stream, data } of output) {
    for (const line of streams[stream].push(data)) yield { stream, line };
  }
  for (const stream of ['stdout', 'stderr'] as const) {
    const line = streams[stream].rest();
    if (line !== '') yield { stream, line };
  }
}

/** Text in pieces, which may end inside a character, as lines. */
class LineSplitter {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #pieces: string[] = [];

  push(data: Uint8Array): string[] {
    const found = this.#decoder.decode(data, { stream: true }).split('\n');
    this.#pieces.push(found[0] as string);
    if (found.length === 1) return [];
    found[0] = this.#pieces.join('');
    this.#pieces = [found.pop() as string];
    return found.map((line) => line.replace(/\r$/, ''));
  }

  rest(): string {
    return this.#pieces.join('') + this.#decoder.decode();
  }
}
