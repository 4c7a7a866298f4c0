import type { Duplex } from 'node:stream';
import type { HttpCall } from './http-call.js';

/** The open connections of a listener, and the calls on each. */
export class Connections {
  readonly #calls = new Map<Duplex, Set<HttpCall>>();
  readonly #held = new Set<Duplex>();
  readonly #running = new Set<Promise<void>>();

  add(socket: Duplex): void {
    const calls = new Set<HttpCall>();
    this.#calls.set(socket, calls);
    // The end of what the client sends is the usual way to learn that it has gone.
    socket.on('end', () => {
      for (const call of calls) call.sendingEnded();
    });
    socket.on('close', () => {
      this.#calls.delete(socket);
      for (const call of calls) call.leave();
    });
  }

  /** Remembers a connection on which there are no calls. */
  hold(socket: Duplex): void {
    this.#held.add(socket);
    socket.on('close', () => this.#held.delete(socket));
  }

  /** Remembers a call until it is served. */
  track(socket: Duplex, call: HttpCall, served: Promise<void>): void {
    const calls = this.#calls.get(socket);
    if (calls === undefined) call.leave();
    else calls.add(call);
    this.#running.add(served);
    void served.then(() => {
      calls?.delete(call);
      this.#running.delete(served);
    });
  }

  /** Tells all calls that their clients are gone. */
  leave(): void {
    for (const calls of this.#calls.values()) for (const call of calls) call.leave();
  }

  /** Resolves when no call is under way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  destroy(): void {
    for (const socket of [...this.#calls.keys(), ...this.#held]) socket.destroy();
  }
}
