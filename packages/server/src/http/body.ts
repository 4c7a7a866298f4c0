import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { invalidParameter } from '@arca/plugin-kit';
import { BodyTooLarge } from './failure.js';

/**
 * The largest JSON body. It is held in memory whole, so there must be a limit; the largest honest ones (a create with a
 * seccomp profile, a swarm config of 1000 KiB in base64) stay below 2 MiB. Bodies of bytes have none.
 */
export const JSON_BODY_LIMIT = 16 * 1024 * 1024;

/** The length in bytes; undefined when it is only known at the end (chunked). */
export function bodyLength(headers: IncomingHttpHeaders): number | undefined {
  return headers['transfer-encoding'] !== undefined ? undefined : Number(headers['content-length'] ?? 0);
}

/** Refuses a body that does not say it is JSON, as dockerd does. Throws InvalidParameter. */
export function checkContentType(headers: IncomingHttpHeaders): void {
  const value = headers['content-type'];
  if (value === 'application/json') return;
  if ((value === undefined || value === '') && bodyLength(headers) === 0) return;
  const mediaType = (value ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!/^[^\s/;,="()<>@:\\]+(\/[^\s/;,="()<>@:\\]+)?$/.test(mediaType)) {
    const reason = mediaType === '' ? 'mime: no media type' : 'mime: expected token after slash';
    throw invalidParameter(`malformed Content-Type header (${value ?? ''}): ${reason}`, 'body.content-type');
  }
  if (mediaType !== 'application/json') {
    throw invalidParameter(
      `unsupported Content-Type header (${value}): must be 'application/json'`,
      'body.content-type',
    );
  }
}

/** Collects a body. Rejects with BodyTooLarge, or with the stream's error when the client goes before its end. */
export function readBody(stream: Readable, limit = JSON_BODY_LIMIT): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (error?: Error): void => {
      stream.off('data', take).off('end', settle).off('error', settle).off('close', cutOff);
      // What is still to come is read and dropped, so that the client gets to the answer.
      stream.resume();
      if (error) reject(error);
      else resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > limit) settle(new BodyTooLarge(limit));
      else chunks.push(chunk);
    };
    const cutOff = (): void => settle(new Error('the client went away in the middle of its request'));
    stream.on('data', take).on('end', settle).on('error', settle).on('close', cutOff);
  });
}
