import {
  AgentError,
  type AgentStreams,
  type ExtractOptionsSchema,
  type FileRequestSchema,
  type Files,
  type ServiceImplementation,
} from '@arca/agent-proto';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { decompressed } from '../images/archive/compression.js';
import { layerDirectories } from '../images/files.js';
import { closeDescriptor, O_DIRECTORY, O_PATH } from '../linux/directory.js';
import { archiveFile, exportDirectory } from './archive.js';
import { layerChanges } from './changes.js';
import { extractTar } from './extract.js';
import { absolutePath, isWithin } from './paths.js';
import { resolvePath } from './resolve.js';
import { Roots, type FileSource, type Mounts, type Root } from './roots.js';
import { fileError, openAt, statFile } from './stat.js';

type Request = MessageInitShape<typeof FileRequestSchema>;
type Options = MessageInitShape<typeof ExtractOptionsSchema>;

export interface FileServices {
  /** Where the roots of containers are had from. */
  roots: Roots;
  files: ServiceImplementation<typeof Files>;
  streams: Pick<AgentStreams, 'archive' | 'extract' | 'export'>;
  /** Unmounts what is still mounted. */
  close(): Promise<void>;
}

/** Changes that are told at once. */
const GROUP = 1000;

/** `Files` of the agent's contract. `run` holds what is mounted for a while; what an earlier agent left is removed. */
export async function openFiles(source: FileSource, run: string): Promise<FileServices> {
  const roots = new Roots(source, join(run, 'files'));
  await roots.sweep();
  return {
    roots,
    files: {
      stat: (request) =>
        inRoot(roots, request, async ({ fd }, path) => {
          const { isDirectory: _, ...stat } = await statFile(fd, path);
          return stat;
        }),
      changes: ({ id }) => changesOf(source, id),
    },
    streams: {
      archive: (request, call) => archive(roots, request, call?.signal),
      extract: (options, tar, call) => extract(roots, options, tar, call?.signal),
      export: (id, call) => exportRoot(roots, id, call?.signal),
    },
    close: () => roots.close(),
  };
}

async function inRoot<T>(
  roots: Roots,
  request: Request,
  use: (root: Root, path: string) => Promise<T>,
): Promise<T> {
  const path = absolutePath(request.path ?? '');
  const root = await roots.open(request.containerId ?? '', mountsOf(request));
  try {
    return await use(root, path);
  } catch (error) {
    throw fileError(error, path);
  } finally {
    root.close();
  }
}

const mountsOf = ({ mounts = [] }: Request): Mounts =>
  mounts.map(({ source = '', target = '', readOnly = false, image = 0, subpath = '' }) => ({
    ...{ source, target, readOnly, image, subpath },
  }));

/** The root stays open until the stream has ended. */
async function archive(roots: Roots, request: Request, signal?: AbortSignal): Promise<Readable> {
  const path = absolutePath(request.path ?? '');
  const root = await roots.open(request.containerId ?? '', mountsOf(request));
  try {
    return endedBy(await archiveFile(root.fd, path), root, signal);
  } catch (error) {
    root.close();
    throw fileError(error, path);
  }
}

async function exportRoot(roots: Roots, id: string, signal?: AbortSignal): Promise<Readable> {
  const root = await roots.openPlain(id);
  try {
    return endedBy(await exportDirectory(root.fd), root, signal);
  } catch (error) {
    root.close();
    throw fileError(error, '/');
  }
}

function endedBy(stream: Readable, root: Root, signal?: AbortSignal): Readable {
  const stop = () => stream.destroy();
  signal?.addEventListener('abort', stop, { once: true });
  return stream.once('close', () => {
    signal?.removeEventListener('abort', stop);
    root.close();
  });
}

async function extract(roots: Roots, options: Options, tar: Readable, signal?: AbortSignal): Promise<void> {
  const request = options.target ?? {};
  await inRoot(roots, request, async (root, path) => {
    const directory = resolvePath(root.fd, path);
    checkDirectory(root, directory);
    checkWritable(directory, mountsOf(request), options.readOnlyRoot ?? false);
    const plain = await decompressed(tar, signal ?? new AbortController().signal);
    try {
      const { uid = 0, gid = 0 } = options.owner ?? {};
      await extractTar(plain, {
        root: root.fd,
        path: directory,
        noOverwrite: options.noOverwrite ?? false,
        owner: options.owner && { uid, gid },
      });
    } finally {
      plain.destroy();
    }
  });
}

function checkDirectory(root: Root, path: string): void {
  closeDescriptor(openAt(root.fd, path, O_PATH));
  try {
    closeDescriptor(openAt(root.fd, path, O_PATH | O_DIRECTORY));
  } catch {
    throw new AgentError('INVALID_ARGUMENT', 'extraction point is not a directory');
  }
}

/** The mount that the directory is in counts, or else the root. */
function checkWritable(directory: string, mounts: Mounts, readOnlyRoot: boolean): void {
  const [mount] = mounts
    .filter(({ target }) => isWithin(directory, target))
    .sort((a, b) => b.target.length - a.target.length);
  if (mount?.readOnly) throw new AgentError('PERMISSION_DENIED', 'mounted volume is marked read-only');
  if (!mount && readOnlyRoot)
    throw new AgentError('PERMISSION_DENIED', 'container rootfs is marked read-only');
}

async function* changesOf(source: FileSource, id: string) {
  const [upper, ...lowers] = layerDirectories(await source.mounts(id));
  if (upper === undefined) return;
  const changes = await layerChanges(upper, lowers);
  for (let start = 0; start < changes.length; start += GROUP)
    yield { changes: changes.slice(start, start + GROUP) };
}
