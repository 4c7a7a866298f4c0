/** With which code and reason a WebSocket was closed. */
export interface Closing {
  code: number;
  reason: string;
}

/** An open WebSocket. */
export interface SocketTransport {
  /** Its messages: texts, ArrayBuffers, bytes. Ends or fails with the connection. */
  readonly readable: ReadableStream<string | ArrayBuffer | Uint8Array>;
  /** A write is done when there is room for more. */
  readonly writable: WritableStream<Uint8Array>;
  /** Never rejects; what is no clean end is 1006. */
  readonly closed: Promise<Closing>;
  /** Closes it; what was written before goes out. */
  close(): void;
}

/** What Chromium has for it, by which the other side can be told to wait. */
interface WebSocketStream {
  readonly opened: Promise<Pick<SocketTransport, 'readable' | 'writable'>>;
  readonly closed: Promise<{ closeCode?: number; reason?: string }>;
  close(): void;
}

/** Code of a connection that is lost. */
const LOST = 1006;

/** Opens a WebSocket. Rejects when it is refused. */
export async function openTransport(url: string, signal?: AbortSignal): Promise<SocketTransport> {
  const { WebSocketStream } = globalThis as { WebSocketStream?: new (url: string) => WebSocketStream };
  const opening = WebSocketStream ? openStream(new WebSocketStream(url)) : openPlain(new WebSocket(url));
  if (!signal) return opening.opened;
  const abort = () => opening.close();
  signal.addEventListener('abort', abort, { once: true });
  try {
    const transport = await opening.opened;
    // A late abort ends what is open.
    void transport.closed.then(() => signal.removeEventListener('abort', abort));
    return transport;
  } catch (error) {
    signal.removeEventListener('abort', abort);
    signal.throwIfAborted();
    throw error;
  }
}

interface Opening {
  opened: Promise<SocketTransport>;
  close(): void;
}

const refused = (url: string): Error => new Error(`the WebSocket ${url} was refused or is out of reach`);

function openStream(socket: WebSocketStream & { url?: string }): Opening {
  const closed = socket.closed.then(
    ({ closeCode = 1005, reason = '' }) => ({ code: closeCode, reason }),
    (error: { closeCode?: number | null; reason?: string }) => ({
      code: error.closeCode ?? LOST,
      reason: error.reason ?? '',
    }),
  );
  const close = () => socket.close();
  const opened = socket.opened.then(
    ({ readable, writable }) => ({ readable, writable, closed, close }),
    () => Promise.reject(refused(socket.url ?? '')),
  );
  return { opened, close };
}

function openPlain(socket: WebSocket): Opening {
  socket.binaryType = 'arraybuffer';
  const close = () => socket.close();
  const closed = new Promise<Closing>((resolve) =>
    socket.addEventListener('close', ({ code, reason }) => resolve({ code, reason })),
  );
  const opened = new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    // Nothing after the opening, of which the close has told.
    socket.addEventListener('close', () => reject(refused(socket.url)));
  });
  let reading = true;
  const readable = new ReadableStream<string | ArrayBuffer>({
    start(controller) {
      socket.addEventListener('message', ({ data }) => {
        if (reading) controller.enqueue(data as string | ArrayBuffer);
      });
      socket.addEventListener('close', () => {
        if (reading) controller.close();
      });
    },
    cancel() {
      reading = false;
      close();
    },
  });
  const writable = new WritableStream<Uint8Array>({
    async write(bytes, controller) {
      if (socket.readyState !== WebSocket.OPEN) return controller.error(refused(socket.url));
      socket.send(bytes as Uint8Array<ArrayBuffer>);
      await roomIn(socket);
    },
    close,
  });
  return { opened: opened.then(() => ({ readable, writable, closed, close })), close };
}

/** Bytes on their way, above which a writer waits. */
const HIGH_WATER = 1024 * 1024;

/** A WebSocket tells nobody when it has sent something. */
async function roomIn(socket: WebSocket): Promise<void> {
  while (socket.readyState === WebSocket.OPEN && socket.bufferedAmount >= HIGH_WATER)
    await new Promise((resolve) => setTimeout(resolve, 2));
}
