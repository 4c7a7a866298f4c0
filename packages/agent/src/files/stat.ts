import { AgentError, type FileStatSchema } from '@arca/agent-proto';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { fstat, type BigIntStats } from 'node:fs';
import { promisify } from 'node:util';
import { closeDescriptor, O_NOFOLLOW, O_PATH } from '../linux/directory.js';
import type { SystemCallError } from '../linux/syscalls.js';
import { openInRoot } from '../linux/syscalls.js';
import { nameOf } from './paths.js';
import { resolvePath } from './resolve.js';

export type FileStat = MessageInitShape<typeof FileStatSchema>;

/** Looks up an absolute path. NOT_FOUND when there is nothing. */
export async function statFile(root: number, path: string): Promise<FileStat & { isDirectory: boolean }> {
  const fd = openAt(root, path, O_PATH | O_NOFOLLOW);
  let stats: BigIntStats;
  try {
    stats = await promisify(fstat)(fd, { bigint: true });
  } finally {
    closeDescriptor(fd);
  }
  return {
    name: nameOf(path),
    size: Number(stats.size),
    mode: Number(stats.mode),
    modified: instant(stats.mtimeNs),
    linkTarget: stats.isSymbolicLink() ? resolvePath(root, path) : '',
    isDirectory: stats.isDirectory(),
  };
}

/** openat2(2) with the agent's errors: NOT_FOUND for ENOENT, INTERNAL for everything else. */
export function openAt(root: number, path: string, flags: number): number {
  try {
    return openInRoot(root, path, flags);
  } catch (error) {
    throw fileError(error, path);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOTDIR: 'not a directory',
  ELOOP: 'too many levels of symbolic links',
  EACCES: 'permission denied',
  ENAMETOOLONG: 'file name too long',
};

/** The error of a path of the container. */
export function fileError(error: unknown, path: string): AgentError {
  if (error instanceof AgentError) return error;
  const { code = '', message, cause } = error as SystemCallError;
  const options = { cause: cause ?? error };
  if (code === 'ENOENT') return new AgentError('NOT_FOUND', `no such file: ${path}`, undefined, options);
  const text = reasons[code];
  return new AgentError('INTERNAL', text ? `lstat ${path}: ${text}` : message, undefined, options);
}

/** RFC 3339 with nanoseconds as Go writes it. */
function instant(nanoseconds: bigint): string {
  const rest = ((nanoseconds % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  const whole = new Date(Number((nanoseconds - rest) / 1_000_000n)).toISOString().slice(0, 19);
  return rest === 0n ? `${whole}Z` : `${whole}.${String(rest).padStart(9, '0').replace(/0+$/, '')}Z`;
}
