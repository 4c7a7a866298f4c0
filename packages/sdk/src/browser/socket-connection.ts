import { chunks, encoded } from './bytes.js';
import { openTransport, type Closing, type SocketTransport } from './socket-transport.js';

/** The largest message that is sent, so that a long text is not in memory twice. */
const MESSAGE = 64 * 1024;

const NORMAL = 1000;

/** The WebSocket was closed otherwise than by the end of its stream: the engine stops, fails, or is out of reach. */
export class SocketClosedError extends Error {
  override readonly name = 'SocketClosedError';

  constructor(
    /** 1001: the engine stops; 1006: the connection is lost; 1011: the engine failed. */
    readonly code: number,
    readonly reason: string,
  ) {
    super(`the WebSocket was closed with ${code}${reason ? `: ${reason}` : ''}`);
  }
}

/**
 * A WebSocket of an engine as a stream both ways. Iterate over it once: binary messages come as bytes, others as texts.
 * What is not read waits, where the browser can tell the engine to wait (`WebSocketStream`); else it is kept.
 * `await using` closes it.
 */
export class SocketConnection<Message extends string | Uint8Array = string | Uint8Array> {
  /** How it was closed; never rejects. 1000 is the end of the stream, or that somebody let go of it. */
  readonly closed: Promise<Closing>;
  readonly #transport: SocketTransport;
  readonly #signal: AbortSignal | undefined;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  /** Ends when what has been given to write before is on its way. */
  #written: Promise<unknown> = Promise.resolve();

  constructor(transport: SocketTransport, signal?: AbortSignal) {
    this.#transport = transport;
    this.#signal = signal;
    this.#writer = transport.writable.getWriter();
    this.#writer.closed.catch(() => undefined); // told by `closed` and by writes
    this.closed = transport.closed;
  }

  /**
   * Sends input, after what was given before; resolves when it is on its way and more may be sent. Rejects with a
   * SocketClosedError when the connection is closed.
   */
  write(data: string | Uint8Array): Promise<void> {
    const written = this.#written.then(() => this.#send(encoded(data)));
    this.#written = written.catch(() => undefined);
    return written;
  }

  async #send(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; at += MESSAGE) {
      try {
        await this.#writer.ready;
        await this.#writer.write(bytes.subarray(at, at + MESSAGE));
      } catch {
        const { code, reason } = await this.closed;
        throw new SocketClosedError(code, reason);
      }
    }
  }

  /**
   * What comes, to the end. Throws a SocketClosedError for an end that is none, and the reason of a signal. Ending the
   * iteration early closes it.
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<Message> {
    try {
      for await (const message of chunks(this.#transport.readable))
        yield (message instanceof ArrayBuffer ? new Uint8Array(message) : message) as Message;
    } catch {
      // How it was closed says more.
    } finally {
      this.close();
    }
    const { code, reason } = await this.closed;
    this.#signal?.throwIfAborted();
    if (code !== NORMAL) throw new SocketClosedError(code, reason);
  }

  /** Lets go of the stream. A process whose input it is goes on. */
  close(): void {
    this.#transport.close();
    // What nobody reads would hold the end of the connection back.
    if (!this.#transport.readable.locked) this.#transport.readable.cancel().catch(() => undefined);
  }

  /** Closes it, and waits for that. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.close();
    await this.closed;
  }
}

/** Opens a WebSocket. Rejects when the engine refuses it, of which browsers tell no reason, and with the signal's reason. */
export async function openSocket(url: string, signal?: AbortSignal): Promise<SocketConnection> {
  return new SocketConnection(await openTransport(url, signal), signal);
}
