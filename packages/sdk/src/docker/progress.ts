import { dockerError } from '../docker-error.js';

/** A line of progress, which may tell of a failure. */
interface Line {
  error?: string;
  errorDetail?: { code?: number; message?: string };
}

/** The lines of a stream of progress; throws a DockerError of kind `stream` for a failure that is told in it. */
export async function* progress<T extends object>(
  lines: AsyncIterable<T>,
  operation: string,
): AsyncGenerator<T> {
  for await (const line of lines) {
    const { error, errorDetail } = line as Line;
    const message = errorDetail?.message ?? error;
    if (message !== undefined) throw dockerError(200, message, operation);
    yield line;
  }
}

/** Reads a stream to its end, and gives the last of its items. */
export async function last<T>(items: AsyncIterable<T>): Promise<T | undefined> {
  let item: T | undefined;
  for await (item of items);
  return item;
}
