import { Duplex } from 'node:stream';
import { WebSocket, type Agent } from 'undici/index.js';

/** Bytes on their way, above which a writer waits. */
const HIGH_WATER = 1024 * 1024;

/** A WebSocket tells nobody when it has sent something. */
function whenSent(socket: WebSocket, done: () => void): void {
  if (socket.readyState !== WebSocket.OPEN || socket.bufferedAmount < HIGH_WATER) done();
  else setTimeout(() => whenSent(socket, done), 2);
}

/**
 * Opens a WebSocket and gives it as a stream; what is read from it are its messages one by one: Buffers, or strings of
 * text messages. Rejects when the daemon refuses it. Writers wait for what is on its way; a WebSocket cannot be told to
 * bring less.
 */
export async function openWebSocket(
  url: URL,
  dispatcher: Agent,
  signal: AbortSignal | undefined,
): Promise<Duplex> {
  signal?.throwIfAborted();
  const socket = new WebSocket(url, { dispatcher });
  socket.binaryType = 'arraybuffer';
  return new Promise((resolve, reject) => {
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
    const abort = () => {
      reject(signal?.reason as Error);
      stream.destroy(signal?.reason as Error);
    };
    signal?.addEventListener('abort', abort, { once: true });
    stream.once('close', () => signal?.removeEventListener('abort', abort));
    socket.addEventListener('message', ({ data }) =>
      stream.push(typeof data === 'string' ? data : Buffer.from(data as ArrayBuffer)),
    );
    socket.addEventListener('close', () => stream.push(null));
    socket.addEventListener('open', () => resolve(stream));
    socket.addEventListener('error', ({ message }) => {
      const error = new Error(message || 'the WebSocket was refused');
      reject(error);
      stream.destroy(error);
    });
  });
}
