import { once } from 'node:events';
import { connect as connectPlain, type NetConnectOpts, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { dialFailure } from './dial-failure.js';

type Target = { network: string; address: string } & (
  { plain: NetConnectOpts; tls?: undefined } | { tls: ConnectionOptions; plain?: undefined }
);

/** A stream to a collector: TCP, TLS or a unix socket. It notices at once when the other side lets go. */
export class StreamLink {
  #socket: Socket | undefined;
  /** Milliseconds since the epoch. */
  connectedAt = 0;

  /** `network` and `address` are for messages. `data` is given what the collector answers. */
  constructor(
    private readonly target: Target,
    private readonly data: (chunk: Buffer) => void = () => undefined,
    private readonly lost: () => void = () => undefined,
  ) {}

  get up(): boolean {
    return this.#socket !== undefined;
  }

  /** Connects unless it is. Rejects with System, in Go's words. */
  async connect(signal?: AbortSignal): Promise<void> {
    if (this.#socket) return;
    const { network, address, plain, tls } = this.target;
    const socket = plain ? connectPlain(plain) : connectTls(tls);
    const down = () => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      socket.destroy();
      this.lost();
    };
    try {
      await once(socket, tls ? 'secureConnect' : 'connect', { signal });
    } catch (error) {
      socket.on('error', () => undefined).destroy();
      throw dialFailure(network, address, error);
    }
    socket.on('error', down).on('end', down).on('close', down).on('data', this.data);
    socket.setKeepAlive(true);
    this.#socket = socket;
    this.connectedAt = Date.now();
  }

  /** Resolves when the kernel has all of it. Rejects when the connection breaks, and when the signal is raised. */
  async write(data: Buffer, signal: AbortSignal): Promise<void> {
    const socket = this.#socket;
    if (!socket) throw new Error('there is no connection to the collector');
    const giveUp = () => this.reset();
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      signal.throwIfAborted();
      await new Promise<void>((resolve, reject) => {
        socket.write(data, (error) => (error ? reject(error) : resolve()));
      });
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  }

  /** Ends the connection at once. */
  reset(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.destroy();
  }

  /** Ends the connection after what has been written. */
  async close(): Promise<void> {
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
      socket.end(() => resolve());
    });
    socket.destroy();
  }
}
