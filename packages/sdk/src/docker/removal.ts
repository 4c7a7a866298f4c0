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
