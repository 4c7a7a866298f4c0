import { createWriteStream } from 'node:fs';
import { access, open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip, type Gzip } from 'node:zlib';

/** Bytes that are compressed at a time: each time costs a round through the thread pool. */
const blockSize = 512 * 1024;

/** How a log is kept small: the current file and its elder siblings `.1`, `.2` …, compressed ones with `.gz`. */
export interface RotationPolicy {
  /** Bytes after which a new file is begun; undefined: never. */
  maxSize?: number;
  /** Number of files, the current one counted. */
  maxFiles: number;
  compress: boolean;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Renames what is there; a file that is not there is no error. */
const move = async (from: string, to: string) => {
  if (await exists(from)) await rename(from, to);
};

/** Moves the current file and its siblings one place on; the eldest goes. Afterwards `path` is free. */
export async function shift(path: string, { maxFiles, compress }: RotationPolicy): Promise<void> {
  if (maxFiles < 2) return rm(path, { force: true });
  if (compress) await compressFile(`${path}.1`); // left over by a daemon that was killed
  const extension = compress ? '.gz' : '';
  await rm(`${path}.${maxFiles - 1}${extension}`, { force: true });
  for (let place = maxFiles - 1; place > 1; place--) {
    await move(`${path}.${place - 1}${extension}`, `${path}.${place}${extension}`);
  }
  await move(path, `${path}.1`);
}

/** Replaces a file by its gzip. The file itself goes last, so that a reader always finds one of the two whole. */
export async function compressFile(path: string): Promise<void> {
  if (!(await exists(path))) return;
  const unfinished = `${path}.gz.tmp`;
  const gzip = createGzip({ level: constants.Z_BEST_SPEED, chunkSize: blockSize });
  await Promise.all([feed(path, gzip), pipeline(gzip, createWriteStream(unfinished, { mode: 0o640 }))]);
  await rename(unfinished, `${path}.gz`);
  await rm(path, { force: true });
}

/**
 * Writes a file to a stream through one block of memory. A log is compressed while its container writes on, so speed is
 * worth more than the last tenth of the size.
 */
async function feed(path: string, gzip: Gzip): Promise<void> {
  const file = await open(path, 'r');
  try {
    const block = Buffer.allocUnsafeSlow(blockSize);
    for (;;) {
      const { bytesRead } = await file.read(block, 0, blockSize);
      if (bytesRead === 0) break;
      await new Promise<void>((resolve, reject) => {
        gzip.write(block.subarray(0, bytesRead), (error) => (error ? reject(error) : resolve()));
      });
    }
    gzip.end();
  } catch (error) {
    gzip.destroy(error as Error);
    throw error;
  } finally {
    await file.close();
  }
}
