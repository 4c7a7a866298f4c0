import type { IncomingHttpHeaders } from 'node:http';
import type { Duplex } from 'node:stream';
import { invalidParameter } from '@arca/plugin-kit';
import { bodyLength, JSON_BODY_LIMIT } from './body.js';
import { BodyTooLarge } from './failure.js';

/**
 * Reads the body of a request whose connection is about to be taken over. Node no longer parses such a connection, so
 * the body is cut out of the raw bytes here; what follows it stays in the socket for the handler. Rejects with
 * InvalidParameter when the connection ends before the body does, or with BodyTooLarge.
 */
export async function readRawBody(
  socket: Duplex,
  headers: IncomingHttpHeaders,
  limit = JSON_BODY_LIMIT,
): Promise<Buffer> {
  const length = bodyLength(headers);
  if (length === 0) return Buffer.alloc(0);
  if (length !== undefined && length > limit) throw new BodyTooLarge(limit);
  if (headers.expect?.toLowerCase() === '100-continue') socket.write('HTTP/1.1 100 Continue\r\n\r\n');
  const source = new RawSource(socket);
  try {
    return length === undefined ? await readChunked(source, limit) : await source.take(length);
  } finally {
    source.release();
  }
}

/** Bytes of a socket by count; what is left over goes back. */
class RawSource {
  #rest: Buffer = Buffer.alloc(0);

  constructor(readonly socket: Duplex) {}

  async take(count: number): Promise<Buffer> {
    while (this.#rest.length < count) this.#rest = Buffer.concat([this.#rest, await this.#more()]);
    return this.#cut(count);
  }

  /** Up to the next CRLF, which is taken but not given. */
  async line(limit: number): Promise<string> {
    let end = this.#rest.indexOf('\r\n');
    while (end === -1) {
      if (this.#rest.length > limit) throw malformed();
      this.#rest = Buffer.concat([this.#rest, await this.#more()]);
      end = this.#rest.indexOf('\r\n');
    }
    return this.#cut(end + 2).toString('latin1', 0, end);
  }

  release(): void {
    if (this.#rest.length > 0 && !this.socket.readableEnded && !this.socket.destroyed) {
      this.socket.unshift(this.#rest);
    }
  }

  #cut(count: number): Buffer {
    const cut = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(count);
    return cut;
  }

  async #more(): Promise<Buffer> {
    for (;;) {
      const chunk = this.socket.read() as Buffer | null;
      if (chunk !== null) return chunk;
      await readable(this.socket);
    }
  }
}

function readable(socket: Duplex): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error): void => {
      socket.off('readable', ready).off('end', cutOff).off('close', cutOff).off('error', settle);
      if (error) reject(error);
      else resolve();
    };
    const ready = (): void => settle();
    const cutOff = (): void => settle(invalidParameter('invalid JSON: unexpected EOF', 'json.invalid'));
    if (socket.readableEnded || socket.destroyed) cutOff();
    else socket.on('readable', ready).on('end', cutOff).on('close', cutOff).on('error', settle);
  });
}

/** RFC 9112 section 7.1. Trailers are read and dropped. */
async function readChunked(source: RawSource, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const size = Number.parseInt(/^[0-9a-f]+/i.exec(await source.line(LINE_LIMIT))?.[0] ?? '', 16);
    if (Number.isNaN(size)) throw malformed();
    if (size === 0) break;
    total += size;
    if (total > limit) throw new BodyTooLarge(limit);
    chunks.push(await source.take(size));
    if ((await source.line(2)) !== '') throw malformed();
  }
  while ((await source.line(LINE_LIMIT)) !== '');
  return Buffer.concat(chunks);
}

const LINE_LIMIT = 8192;
const malformed = (): Error => invalidParameter('malformed chunked encoding', 'body.malformed');
