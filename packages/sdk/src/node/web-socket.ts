import { Duplex } from 'node:stream';
import { WebSocket, type Dispatcher } from 'undici/index.js';
import type { Address } from './address.js';
import { tellFailures, type Asked } from './failures.js';

/** Bytes on their way, above which a writer waits. */
const HIGH_WATER = 1024 * 1024;

/** A WebSocket tells nobody when it has sent something. */
function whenSent(socket: WebSocket, done: () => void): void {
  if (socket.readyState !== WebSocket.OPEN || socket.bufferedAmount < HIGH_WATER) done();
  else setTimeout(() => whenSent(socket, done), 2);
}

/** A WebSocket was closed as one is at the end of its stream; engines need not say so. */
const NORMAL = new Set([1000, 1005]);

/**
 * Opens a WebSocket and gives it as a stream; what is read from it are its messages one by one: Buffers, or strings of
 * text messages. Rejects when the daemon refuses it, and fails when it is closed otherwise than by its end. Writers wait
 * for what is on its way; a WebSocket cannot be told to bring less.
 */
export async function openWebSocket(
  address: Address,
  dispatcher: Dispatcher,
  asked: Asked & { path: string },
): Promise<Duplex> {
  const { signal } = asked;
  signal?.throwIfAborted();
  const socket = new WebSocket(new URL(asked.path, address.origin.replace(/^http/, 'ws')), { dispatcher });
  socket.binaryType = 'arraybuffer';
  const stream = streamOf(socket);
  tellFailures(stream, address, asked);
  return new Promise((resolve, reject) => {
    // Told by the promise, and later to who reads or writes.
    stream.on('error', reject);
    const abort = () => void stream.destroy(signal?.reason as Error);
    signal?.addEventListener('abort', abort, { once: true });
    stream.once('close', () => signal?.removeEventListener('abort', abort));
    socket.addEventListener('open', () => resolve(stream));
    socket.addEventListener('close', ({ code, reason }) => {
      if (NORMAL.has(code)) stream.push(null);
      else stream.destroy(new Error(`the WebSocket was closed with ${code}${reason && `: ${reason}`}`));
    });
    socket.addEventListener('error', ({ message }) =>
      stream.destroy(new Error(message || 'the WebSocket was refused or lost')),
    );
  });
}

function streamOf(socket: WebSocket): Duplex {
  const stream = new Duplex({
    readableObjectMode: true,
    read: () => undefined,
    write(chunk: Buffer, _encoding, done) {
      socket.send(new Uint8Array(chunk));
      whenSent(socket, done);
    },
    final(done) {
      socket.close();
      done();
    },
    destroy(error, done) {
      socket.close();
      done(error);
    },
  });
  socket.addEventListener('message', ({ data }) =>
    stream.push(typeof data === 'string' ? data : Buffer.from(data as ArrayBuffer)),
  );
  return stream;
}
