import {
  AgentError,
  RuntimeFailure,
  type File,
  type ReadFileResponseSchema,
  type StartContainerRequest,
} from '@arca/agent-proto';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { close, closeSync, constants, fstat, openSync, read } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { openInRoot, type SystemCallError } from '../linux/syscalls.js';

/** Writes the files of a start into the container's directory and makes the missing host directories. */
export async function prepareFiles(
  directory: string,
  { files, directories }: Pick<StartContainerRequest, 'files' | 'directories'>,
): Promise<void> {
  await Promise.all([
    ...Object.entries(files).map(([name, file]) => writeIn(directory, name, file)),
    ...directories.map(makeMountSource),
  ]);
}

async function writeIn(directory: string, name: string, { content, mode }: File): Promise<void> {
  const path = join(directory, normalize(`/${name}`));
  const write = () => writeFile(path, content, { mode: mode || 0o644 });
  try {
    await write();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(dirname(path), { recursive: true, mode: 0o755 });
    await write();
  }
}

/** dockerd makes the missing sources of `Binds`; a file that is there already is a source as good. */
async function makeMountSource(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o755 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    const reason = code === 'ENOTDIR' ? 'not a directory' : message;
    const text = `error while creating mount source path '${path}': mkdir ${path}: ${reason}`;
    throw new AgentError('FAILED_PRECONDITION', text, RuntimeFailure.MOUNT, { cause: error });
  }
}

const { O_NONBLOCK, O_PATH, O_RDONLY, O_DIRECTORY } = { ...constants, O_PATH: 0o10000000 };

/** Bytes that ReadFile gives at most. */
const LARGEST = 1024 * 1024;

const ABSENT = ['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'EXDEV', 'ENXIO', 'ENAMETOOLONG'];

export type FileAnswer = MessageInitShape<typeof ReadFileResponseSchema>;

/** Reads a regular file as the process sees it, symlinks resolved inside its root. */
export async function readFileOfProcess(pid: number, path: string): Promise<FileAnswer> {
  let fd: number;
  try {
    const root = openSync(`/proc/${pid}/root`, O_PATH | O_DIRECTORY);
    try {
      fd = openInRoot(root, path, O_RDONLY | O_NONBLOCK); // a FIFO must not make the agent wait for a writer
    } finally {
      closeSync(root);
    }
  } catch (error) {
    if (ABSENT.includes((error as SystemCallError).code)) return { found: false };
    throw new AgentError('INTERNAL', (error as Error).message, undefined, { cause: error });
  }
  try {
    return await readRegular(fd, path);
  } finally {
    close(fd, () => undefined);
  }
}

async function readRegular(fd: number, path: string): Promise<FileAnswer> {
  const stat = await promisify(fstat)(fd);
  if (!stat.isFile()) return { found: false };
  const content = Buffer.alloc(Math.min(stat.size, LARGEST) + 1);
  let length = 0;
  for (let got = -1; got !== 0 && length < content.length; length += got) {
    got = (await promisify(read)(fd, content, length, content.length - length, null)).bytesRead;
  }
  checkSize(length, path);
  return { found: true, content: content.subarray(0, length) };
}

export function checkSize(bytes: number, path: string): void {
  if (bytes > LARGEST) throw new AgentError('INVALID_ARGUMENT', `${path} is larger than 1 MiB`);
}
