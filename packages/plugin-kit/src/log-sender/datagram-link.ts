import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { lookup } from 'node:dns/promises';
import { setImmediate } from 'node:timers/promises';
import { dialFailure } from './dial-failure.js';
import { withPort } from './address.js';

/** Datagrams after which the event loop goes round. */
const turn = 32;

/** UDP to a collector. */
export class DatagramLink {
  #sent = 0;

  private constructor(private readonly socket: Socket) {}

  /** Rejects with System, in Go's words, when there is no such host. */
  static async open(host: string, port: number): Promise<DatagramLink> {
    try {
      const { address, family } = await lookup(host || 'localhost');
      const socket = createSocket(family === 6 ? 'udp6' : 'udp4');
      socket.on('error', () => undefined);
      socket.connect(port, address);
      await once(socket, 'connect');
      return new DatagramLink(socket);
    } catch (error) {
      throw dialFailure('udp', withPort(host, port), error);
    }
  }

  /** Resolves when the kernel has it. */
  async send(data: Buffer): Promise<void> {
    // The kernel takes datagrams at once: others have a turn now and then, the collector's process among them.
    if (++this.#sent % turn === 0) await setImmediate();
    // What the kernel refuses first is mostly the answer to a datagram before.
    await this.#send(data).catch(() => this.#send(data));
  }

  close(): void {
    this.socket.close();
  }

  #send(data: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.socket.send(data, (error) => (error ? reject(error) : resolve()));
    });
  }
}
