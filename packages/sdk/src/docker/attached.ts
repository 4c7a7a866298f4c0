import type { Duplex } from 'node:stream';
import type { DockerClient } from '../docker-client.js';
import { demultiplex, type OutputFrame } from '../frames.js';
import { containerResize } from '../generated/sdk.gen.js';
import { plain, untilEnd } from './output.js';

/** The streams of a container that somebody has taken hold of. `await using` lets go of them. */
export class Attached {
  /** Its output piece by piece, told apart; with a terminal all of it is stdout. */
  readonly output: AsyncIterable<OutputFrame>;

  constructor(
    private readonly client: DockerClient,
    private readonly id: string,
    /** Input goes in; ending it closes the container's standard input. With a terminal the output comes out, and ends with the input. */
    readonly stream: Duplex,
    tty: boolean,
  ) {
    const bytes = untilEnd(stream, client, 'ContainerAttach');
    this.output = tty ? plain(bytes) : demultiplex(bytes);
  }

  /** Sets the size of its terminal. */
  async resize(columns: number, rows: number): Promise<void> {
    const query = { w: columns, h: rows };
    await containerResize({ client: this.client, path: { id: this.id }, query, throwOnError: true });
  }

  /** Lets go of the streams; the container goes on. */
  detach(): void {
    this.stream.destroy();
  }

  /** Lets go of the streams. */
  [Symbol.asyncDispose](): Promise<void> {
    this.detach();
    return Promise.resolve();
  }
}
