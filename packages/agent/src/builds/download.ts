import { AgentError } from '@arca/agent-proto';
import { constants } from 'node:fs';
import { open, utimes } from 'node:fs/promises';
import { posix } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { fdPath } from '../linux/directory.js';

const { O_CREAT, O_EXCL, O_WRONLY } = constants;

/** An answer whose body has not been read. */
export interface Download {
  /** Last component of the URL's path. */
  name: string;
  body: Readable;
  contentType: string;
  /** ms since the epoch, when the server says it. */
  modified?: number;
}

/** Asks for a URL. INVALID_ARGUMENT when it cannot be had. */
export async function download(url: string, signal?: AbortSignal): Promise<Download> {
  const response = await fetch(url, { signal, redirect: 'follow' }).catch((error: unknown) => {
    signal?.throwIfAborted();
    const { message, cause } = error as Error;
    const why = cause instanceof Error ? cause.message : message;
    throw new AgentError('INVALID_ARGUMENT', `Get "${url}": ${why}`, undefined, { cause: error });
  });
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new AgentError(
      'INVALID_ARGUMENT',
      `error downloading ${url}: ${response.status} ${response.statusText}`,
    );
  }
  const modified = Date.parse(response.headers.get('last-modified') ?? '');
  return {
    name: posix.basename(decodeURIComponent(new URL(url).pathname)),
    body: Readable.fromWeb(response.body as ReadableStream<Uint8Array>),
    contentType: response.headers.get('content-type') ?? '',
    ...(Number.isNaN(modified) ? {} : { modified }),
  };
}

/** Writes a download into a directory; only its owner may read it, as dockerd has it. Gives its size in bytes. */
export async function save({ body, modified }: Download, directory: number, name: string): Promise<number> {
  const path = fdPath(directory, name);
  const file = await open(path, O_CREAT | O_EXCL | O_WRONLY, 0o600);
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      await file.writeFile(chunk);
      size += chunk.length;
    }
  } finally {
    await file.close();
  }
  // Without a time of the server's own, the epoch: a later build must find the same file.
  const seconds = (modified ?? 0) / 1000;
  await utimes(path, seconds, seconds);
  return size;
}
