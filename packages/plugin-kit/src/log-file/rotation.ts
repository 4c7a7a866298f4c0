import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** How a log is kept small: the current file and its elder siblings `.1`, `.2` …, compressed ones with `.gz`. */
export interface RotationPolicy {
  /** Bytes after which a new file is begun; undefined: never. */
  maxSize?: number;
  /** Number of files, the current one counted. */
  maxFiles: number;
  compress: boolean;
}

/** Moves the current file and its siblings one place on; the eldest goes. Afterwards `path` is free. */
export async function shift(path: string, { maxFiles }: RotationPolicy): Promise<void> {
  if (maxFiles < 2) return rm(path, { force: true });
  for (const extension of ['', '.gz']) {
    await rm(`${path}.${maxFiles - 1}${extension}`, { force: true });
    for (let place = maxFiles - 1; place > 1; place--) {
      await move(`${path}.${place - 1}${extension}`, `${path}.${place}${extension}`);
    }
  }
  await move(path, `${path}.1`);
}

/** Renames what is there; a file that is not there is no error. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** The places of a log's rotated files, in no order. A file that is being replaced by its gzip is there twice. */
export async function rotatedFiles(path: string): Promise<{ place: number; compressed: boolean }[]> {
  const prefix = `${basename(path)}.`;
  const names = await readdir(dirname(path)).catch(() => []);
  return names.flatMap((name) => {
    const match = name.startsWith(prefix) ? /^(\d+)(\.gz)?$/.exec(name.slice(prefix.length)) : null;
    return match ? [{ place: Number(match[1]), compressed: match[2] !== undefined }] : [];
  });
}
