import { Duplex } from 'node:stream';
import { WebSocket, type Agent } from 'undici';

/**
 * Opens a WebSocket and gives it as a stream; what is read from it are its messages one by one: Buffers, or strings of
 * text messages. Rejects when the daemon refuses it.
 */
export function openWebSocket(url: URL, dispatcher: Agent): Promise<Duplex> {
  const socket = new WebSocket(url, { dispatcher });
  socket.binaryType = 'arraybuffer';
  return new Promise((resolve, reject) => {
    const stream = new Duplex({
      readableObjectMode: true,
      read: () => undefined,
      write(chunk: Buffer, _encoding, done) {
        socket.send(new Uint8Array(chunk));
        done();
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
    socket.addEventListener('close', () => stream.push(null));
    socket.addEventListener('open', () => resolve(stream));
    socket.addEventListener('error', ({ message }) => {
      const error = new Error(message || 'the WebSocket was refused');
      reject(error);
      stream.destroy(error);
    });
  });
}
