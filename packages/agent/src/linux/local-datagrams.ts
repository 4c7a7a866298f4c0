import { closeSync, writeSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { connectDatagram, sealedMemory, sendDatagram, sendDescriptor } from './datagram-calls.js';
import type { SystemCallError } from './syscalls.js';

/** Milliseconds between two looks at a receiver whose queue is full. */
const waits = { first: 1, longest: 50 };
const replaced = new Set(['ECONNREFUSED', 'ENOTCONN', 'ECONNRESET', 'ENOENT']);
const full = new Set(['EAGAIN', 'ENOBUFS']);

/** A socket that sends datagrams to one in the file system (AF_UNIX, SOCK_DGRAM). */
class LocalDatagramSocket {
  #fd: number;

  constructor(private readonly path: string) {
    this.#fd = connectDatagram(path);
  }

  send(data: Uint8Array, signal: AbortSignal): Promise<void> {
    return this.#patiently(signal, () => sendDatagram(this.#fd, data));
  }

  async sendSealed(data: Uint8Array, signal: AbortSignal): Promise<void> {
    const memory = sealedMemory('arca-log', (fd) => {
      for (let at = 0; at < data.length;) at += writeSync(fd, data, at);
    });
    try {
      await this.#patiently(signal, () => sendDescriptor(this.#fd, memory));
    } finally {
      closeSync(memory);
    }
  }

  close(): void {
    if (this.#fd >= 0) closeSync(this.#fd);
    this.#fd = -1;
  }

  async #patiently(signal: AbortSignal, send: () => void): Promise<void> {
    let again = true;
    for (let wait = waits.first; ; wait = Math.min(wait * 2, waits.longest)) {
      signal.throwIfAborted();
      try {
        send();
        return;
      } catch (error) {
        const { code } = error as SystemCallError;
        if (full.has(code)) await after(wait, undefined, { signal });
        else if (again && replaced.has(code)) this.#reconnect();
        else throw error;
        if (!full.has(code)) again = false;
      }
    }
  }

  #reconnect(): void {
    const fd = connectDatagram(this.path);
    this.close();
    this.#fd = fd;
  }
}

/** Datagrams to sockets in the file system, which Node cannot send. */
export const localDatagrams = { connect: (path: string) => new LocalDatagramSocket(path) };
