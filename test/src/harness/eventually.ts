import { setTimeout as delay } from 'node:timers/promises';

/** For machines that take so many times as long: emulated ones. */
export const patience = Number(process.env['ARCA_TEST_PATIENCE'] ?? 1);

/**
 * Repeats an observation until it gives something other than `undefined` or `false`, or throws no more.
 * For states that are reached a moment after an answer; the limit is generous, since it only decides when to
 * give up.
 */
export async function eventually<T>(
  observe: () => Promise<T | undefined | false> | T | undefined | false,
  what: string,
  limit = 15_000,
): Promise<T> {
  const end = Date.now() + limit * patience;
  let last: unknown;
  do {
    try {
      const value = await observe();
      if (value !== undefined && value !== false) return value;
    } catch (error) {
      last = error;
    }
    await delay(20);
  } while (Date.now() < end);
  throw new Error(`${what}: not within ${limit} ms`, { cause: last });
}
