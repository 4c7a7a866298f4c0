import { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** Status codes of RFC 6455, section 7.4.1. */
const NORMAL = 1000;
const GOING_AWAY = 1001;
const INTERNAL_ERROR = 1011;

/** ms: shorter than what proxies close for being idle. */
const PING_INTERVAL = 30_000;

/**
 * A WebSocket as bytes, a message for each write: a binary one, or with `text` a text. Ending the stream closes it with
 * 1000, destroying it with an error closes with 1011. A WebSocket cannot be closed by halves: when the client closes it,
 * both sides of the stream end.
 *
 * It pings now and then, so that what lies between does not take a quiet connection for a dead one. A pong that does not
 * come ends nothing: a client that does not read now may read later. One that has vanished is noticed by TCP.
 */
export class WebSocketStream extends Duplex {
  readonly #webSocket: WebSocket;
  readonly #binary: boolean;
  readonly #pings: NodeJS.Timeout;

  constructor(webSocket: WebSocket, { text = false }: { text?: boolean } = {}, pingInterval = PING_INTERVAL) {
    super({ allowHalfOpen: false });
    this.#webSocket = webSocket;
    this.#binary = !text;
    webSocket.on('message', (data) => {
      // `ws` gives Buffers unless told otherwise. An empty one would mean nothing to readers.
      if (!this.push(data as Buffer)) webSocket.pause();
    });
    this.#pings = setInterval(() => {
      // Behind what the client has not taken yet there is no use in it.
      if (webSocket.readyState === webSocket.OPEN && webSocket.bufferedAmount === 0) webSocket.ping();
    }, pingInterval).unref();
    webSocket.once('close', () => {
      clearInterval(this.#pings);
      this.push(null);
    });
    // A client that breaks the protocol must not bring the server down when nobody listens. `ws` has told it the reason.
    webSocket.on('error', (error) => this.destroy(error));
    this.on('error', () => undefined);
  }

  /** Tells the client that the server stops. */
  leave(): void {
    this.#webSocket.close(GOING_AWAY);
  }

  override _read(): void {
    if (this.#webSocket.isPaused) this.#webSocket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#webSocket.send(chunk, { binary: this.#binary }, done);
  }

  /** The stream closes when the client has answered. */
  override _final(done: () => void): void {
    this.#webSocket.close(NORMAL);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (error) this.#webSocket.close(INTERNAL_ERROR);
    else this.#webSocket.terminate();
    done(error);
  }
}
