import type { Duplex } from 'node:stream';

/** Resolves when the stream is closed, however that came about. */
export const closed = (stream: Duplex): Promise<void> =>
  new Promise((resolve) => {
    if (stream.closed) resolve();
    else stream.once('close', () => resolve());
  });
