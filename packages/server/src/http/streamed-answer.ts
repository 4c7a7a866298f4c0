import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ByteStream } from '@arca/plugin-kit';
import type { HttpCall } from './http-call.js';

/**
 * Sends a stream. The head goes with the first piece, so that a failure before it has its own status; after it, a failure
 * cuts the connection. A client that goes away destroys the source.
 */
export async function stream(
  call: HttpCall,
  status: number,
  contentType: string | undefined,
  bytes: ByteStream,
): Promise<void> {
  const { response } = call;
  const source = bytes instanceof Readable ? bytes : Readable.from(bytes);
  const watch = watchIdle(call, source);
  try {
    if (!response.headersSent) {
      await firstPiece(source, call);
      if (!response.destroyed) call.writeHead(status, contentType);
    }
    await pipeline(source, response).catch((error: NodeJS.ErrnoException) => {
      // What the client did is nobody's fault.
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') call.cut(error);
    });
  } finally {
    watch.stop();
  }
}

/** How long a source may be silent for a client that seems to be gone. */
const SILENCE_MS = 1000;

/**
 * A client that closes its sending half may be gone or may still read: only a write will tell. A source that ends by the
 * call's signal is no trouble; one that stays silent is ended here, or it would wait for the client for ever.
 */
function watchIdle(call: HttpCall, source: Readable): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const written = (): number => call.response.socket?.bytesWritten ?? 0;
  call.onLeave = () => {
    let before = written();
    timer ??= setInterval(() => {
      if (written() === before) source.destroy();
      before = written();
    }, SILENCE_MS).unref();
  };
  return {
    stop() {
      clearInterval(timer);
      call.onLeave = undefined;
    },
  };
}

function firstPiece(source: Readable, { response }: HttpCall): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null): void => {
      source.off('readable', ready).off('end', ready).off('close', ready).off('error', settle);
      response.off('close', gone);
      if (error) reject(error);
      else resolve();
    };
    const ready = (): void => settle();
    const gone = (): void => {
      // Its error, if any, is of no interest any more.
      source.on('error', () => undefined).destroy();
      settle();
    };
    if (source.errored) return settle(source.errored);
    if (source.readableEnded || source.readableLength > 0) return resolve();
    source.on('readable', ready).on('end', ready).on('close', ready).on('error', settle);
    response.on('close', gone);
    if (response.destroyed) gone();
  });
}
