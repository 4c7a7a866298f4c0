import { randomUUID } from 'node:crypto';
import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a containerd with this root keeps writes that have begun: a directory for each. */
export const ingestDirectory = (root: string): string =>
  join(root, 'containerd', 'io.containerd.content.v1.content', 'ingest');

/** A name for a write. With the digest of what may go on after it was cut off, so that even a killed agent leaves it. */
export const ingestReference = (digest?: string): string =>
  ['arca-', randomUUID(), digest === undefined ? '' : `@${digest}`].join('');

/** Writes that were cut off and may be gone on with: digests of the whole, and the files with what has come. */
export async function cutIngests(directory: string): Promise<{ digest: string; file: string }[]> {
  const names = await readdir(directory).catch(() => []);
  const found = names.map(async (name) => {
    const stored = await readFile(join(directory, name, 'ref'), 'utf8').catch(() => '');
    const digest = /@(sha256:[0-9a-f]{64})$/.exec(stored)?.[1];
    return digest === undefined ? [] : [{ digest, file: join(directory, name, 'data') }];
  });
  return (await Promise.all(found)).flat();
}

/**
 * The file of a write that has begun, by its reference; undefined where none is found. To write to it spares what comes
 * by the hundred megabytes several copies on its way through gRPC; containerd reads and hashes it when it goes on.
 */
export async function ingestFile(directory: string, reference: string): Promise<string | undefined> {
  const names = await readdir(directory).catch(() => []);
  for (const name of names.reverse()) {
    // containerd puts its namespace and a number before it.
    const stored = await readFile(join(directory, name, 'ref'), 'utf8').catch(() => '');
    if (stored === reference || stored.endsWith(`/${reference}`)) return join(directory, name, 'data');
  }
  return undefined;
}

/** Writes pieces into a file; `pieces` ends, or throws, as the source does. */
export async function fill(path: string, pieces: AsyncIterable<Uint8Array[]>): Promise<void> {
  const file = await open(path, 'r+');
  try {
    for await (const piece of pieces) {
      let left = piece;
      while (left.length > 0) left = unwritten(left, (await file.writev(left)).bytesWritten);
    }
  } finally {
    await file.close();
  }
}

function unwritten(pieces: Uint8Array[], written: number): Uint8Array[] {
  let rest = written;
  let index = 0;
  while (index < pieces.length && rest >= pieces[index]!.length) rest -= pieces[index++]!.length;
  const [first, ...others] = pieces.slice(index);
  return first === undefined ? [] : [first.subarray(rest), ...others];
}
