import { Readable } from 'node:stream';

/** A Node stream of what comes, which is read at the reader's pace; one that is a stream stays what it is. */
export const toNodeStream = (items: AsyncIterable<unknown>): Readable =>
  items instanceof Readable ? items : Readable.from(items, { objectMode: false });
