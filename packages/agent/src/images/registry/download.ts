import { setTimeout as delay } from 'node:timers/promises';
import { AgentError } from '@arca/agent-proto';
import type { Descriptor } from '../../containerd/image-records.js';
import type { RegistryClient } from './client.js';
import { isRefusal } from './failure.js';

const ATTEMPTS = 5;
const LONGEST_DELAY = 10_000; // ms

export interface DownloadOptions {
  signal?: AbortSignal;
  /** ms before the first repeated attempt. */
  retryDelay: number;
  /** Told before a pause. */
  onRetry: (seconds: number) => void;
}

/**
 * A blob as it comes. A connection that breaks is taken up where it broke, after a pause; attempts count anew once bytes
 * have come. Not repeated is what the registry refuses.
 */
export async function* download(
  client: Pick<RegistryClient, 'blob'>,
  { digest, size }: Descriptor,
  { signal, retryDelay, onRetry }: DownloadOptions,
): AsyncGenerator<Buffer> {
  let position = 0;
  let failures = 0;
  while (position < size || size === 0) {
    try {
      for await (const chunk of from(client, digest, position, signal)) {
        position += chunk.length;
        failures = 0;
        yield chunk;
      }
      if (position >= size) return;
      throw new AgentError('INTERNAL', `${digest}: unexpected EOF`);
    } catch (error) {
      failures += 1;
      signal?.throwIfAborted();
      if (failures >= ATTEMPTS || isRefusal(error)) throw error;
    }
    const pause = Math.min(LONGEST_DELAY, retryDelay * 2 ** (failures - 1));
    onRetry(Math.ceil(pause / 1000));
    await delay(pause, undefined, { signal });
  }
}

async function* from(
  client: Pick<RegistryClient, 'blob'>,
  digest: string,
  position: number,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  const { body, offset } = await client.blob(digest, position, signal);
  let surplus = position - offset;
  for await (const data of body) {
    const chunk = data as Buffer;
    const skipped = Math.min(surplus, chunk.length);
    surplus -= skipped;
    if (skipped < chunk.length) yield chunk.subarray(skipped);
  }
}
