import { ConflictError, NotFoundError } from '../docker-error.js';

/** For the end of a block: no error when what is to be removed has gone, or goes. */
export async function removeOnce(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (error instanceof NotFoundError) return;
    if (error instanceof ConflictError && /already in progress/.test(error.message)) return;
    throw error;
  }
}

/** Uses something that is released at the end. What goes wrong first is told, and not that it could not be released then. */
export async function during<T>(held: AsyncDisposable, use: () => Promise<T>): Promise<T> {
  let result: T;
  try {
    result = await use();
  } catch (error) {
    await held[Symbol.asyncDispose]().then(undefined, () => undefined);
    throw error;
  }
  await held[Symbol.asyncDispose]();
  return result;
}
