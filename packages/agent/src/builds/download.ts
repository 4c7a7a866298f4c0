import { AgentError, type AgentCode } from '@arca/agent-proto';
import { constants } from 'node:fs';
import { open, utimes } from 'node:fs/promises';
import { posix } from 'node:path';
import type { Readable } from 'node:stream';
import { readBody, Transport } from '../images/registry/transport.js';
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

const transport = new Transport({});
const LONGEST_REASON = 4096;
const CODES: Readonly<Record<number, AgentCode>> = { 400: 'INVALID_ARGUMENT', 404: 'NOT_FOUND' };

/** Asks for a URL. NOT_FOUND, INVALID_ARGUMENT and INTERNAL, with what the server says. */
export async function download(url: string, signal?: AbortSignal): Promise<Download> {
  const address = URL.parse(url);
  if (!address) throw new AgentError('INVALID_ARGUMENT', `parse "${url}": invalid URL`);
  const response = await transport.request(address, { signal });
  const { status, statusText, headers, body } = response;
  if (status >= 400) {
    const reason = await readBody(response, LONGEST_REASON).catch(() => '');
    const text = `failed to GET ${url} with status ${status} ${statusText}: ${String(reason)}`;
    throw new AgentError(CODES[status] ?? 'INTERNAL', text);
  }
  const modified = Date.parse(headers['last-modified'] ?? '');
  return {
    name: nameOf(address.pathname, headers['content-disposition'] ?? ''),
    body,
    contentType: headers['content-type'] ?? '',
    ...(Number.isNaN(modified) ? {} : { modified }),
  };
}

/** The last component of the path; of one that ends with a slash what the server suggests. */
function nameOf(path: string, disposition: string): string {
  if (!path.endsWith('/')) return posix.basename(decodeURIComponent(path));
  const [, quoted, plain = ''] = /filename=(?:"([^"]*)"|([^;\s]*))/i.exec(disposition) ?? [];
  const name = quoted ?? plain;
  return name.endsWith('/') ? '' : posix.basename(name);
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
