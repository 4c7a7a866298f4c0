import { setTimeout as after } from 'node:timers/promises';
import type { LogWriter } from '@arca/plugin-kit';

/** Milliseconds that a driver has for its last lines: the end of a container is not told before. dockerd's figure. */
const closePatience = 10_000;

/** The same writer, with an end to the waiting for it to close. */
export function withPatience(writer: LogWriter, patience = closePatience): LogWriter {
  return {
    write: (batch) => writer.write(batch),
    close: async () => {
      const done = new AbortController();
      const late = after(patience, 'late' as const, { signal: done.signal }).catch(() => undefined);
      const closed = writer.close().finally(() => done.abort());
      if ((await Promise.race([closed, late])) !== 'late') return closed;
      closed.catch(() => undefined);
      throw new Error('the logging driver did not finish in time; its last lines may be lost');
    },
  };
}
