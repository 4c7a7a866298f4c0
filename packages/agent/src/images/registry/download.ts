import { setTimeout as delay } from 'node:timers/promises';
import { AgentError } from '@arca/agent-proto';
import type { Descriptor } from '../../containerd/image-records.js';
import type { RegistryClient } from './client.js';
import { pauseAfter } from './failure.js';

export interface DownloadOptions {
  signal?: AbortSignal;
  /** ms before the first repeated attempt. */
  retryDelay: number;
  /** What is there of it from before, and how many bytes. */
  begun?: { size: number; bytes: AsyncIterable<Buffer> };
  /** Told before a pause of so many ms. */
  onRetry: (pause: number) => void;
}

/**
 * A blob as it comes. A connection that breaks is taken up where it broke, after a pause; attempts count anew once bytes
 * have come. Not repeated is what the registry refuses; a registry that says when to come back is believed.
 */
export async function* download(
  client: Pick<RegistryClient, 'blob'>,
  { digest, size }: Descriptor,
  { signal, retryDelay, onRetry, begun }: DownloadOptions,
): AsyncGenerator<Buffer> {
  let position = 0;
  let failures = 0;
  let pause = 0;
  if (begun !== undefined && begun.size < size) {
    yield* begun.bytes;
    position = begun.size;
  }
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
      const next = pauseAfter(error, failures, retryDelay);
      if (next === undefined) throw error;
      pause = next;
    }
    await pausing(pause, onRetry, signal);
  }
}

const SECOND = 1000; // ms

/** Waits so many ms, and tells once a second how many are left. */
export async function pausing(
  pause: number,
  tell: (left: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (let left = pause; left > 0; left -= SECOND) {
    tell(left);
    await delay(Math.min(left, SECOND), undefined, { signal });
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
