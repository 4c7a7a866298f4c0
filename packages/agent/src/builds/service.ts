import {
  AgentError,
  type AgentStreams,
  type Builds,
  type BuildSource,
  type ServiceImplementation,
} from '@arca/agent-proto';
import { readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Readable } from 'node:stream';
import { extractTar } from '../files/extract.js';
import { splitPath } from '../files/paths.js';
import type { Roots } from '../files/roots.js';
import { fileError } from '../files/stat.js';
import { makeDirectories as makeAll } from '../files/tree.js';
import { decompressed } from '../images/archive/compression.js';
import {
  closeDescriptor,
  fdPath,
  O_DIRECTORY,
  O_NOFOLLOW,
  O_RDONLY,
  withDescriptor,
} from '../linux/directory.js';
import { openInRoot } from '../linux/syscalls.js';
import { clone, moveContents } from './clone.js';
import { Contexts, type ContextFields } from './contexts.js';
import { fieldsOf } from './digest-fields.js';
import { copy, makeDirectories } from './copy.js';
import { download, save } from './download.js';
import { select } from './select.js';

export interface BuildServices {
  builds: ServiceImplementation<typeof Builds>;
  streams: Pick<AgentStreams, 'context'>;
}

const LARGEST_FILE = 1024 * 1024;
const nobody = () => new AbortController().signal;

/** `Builds` of the agent's contract. `root` holds the contexts; those of an earlier agent are removed. */
export async function openBuilds(roots: Pick<Roots, 'open'>, root: string): Promise<BuildServices> {
  const contexts = new Contexts(join(root, 'builds'));
  await contexts.sweep();
  const service = new BuildService(contexts, roots);
  return {
    builds: {
      download: (request, { signal }) => service.download(request, signal),
      clone: async (request, { signal }) => ({ id: await service.clone(request, signal) }),
      write: async ({ files }) => ({ id: await service.write(files) }),
      readFile: ({ context, path }) => service.readFile(context, path),
      removeFile: async ({ context, path }) => (await service.removeFile(context, path), {}),
      select: ({ source, paths }) =>
        service.within(source, async (root) => ({
          files: await select({ root, fields: contexts.fields(source?.context ?? '') }, paths),
        })),
      copy: async (request, { signal }) => {
        const { source, containerId, setMode, mode } = request;
        const { uid = 0, gid = 0 } = request.owner ?? {};
        const owner = request.owner && { uid, gid };
        await service.within(source, (from) =>
          service.within({ containerId }, (to) =>
            copy({ ...request, from, to, owner, mode: setMode ? mode : undefined, signal }),
          ),
        );
        return {};
      },
      freeSpace: async () => {
        const { bavail, bsize } = await statfs(root);
        return { bytes: bavail * bsize };
      },
      makeDirectory: async ({ containerId, path }) => {
        await service.within({ containerId }, (fd) => makeDirectories(fd, path));
        return {};
      },
      remove: async ({ id }) => (await contexts.remove(id), {}),
    },
    streams: { context: (tar, call) => service.unpack(tar, call?.signal) },
  };
}

class BuildService {
  constructor(
    private readonly contexts: Contexts,
    private readonly roots: Pick<Roots, 'open'>,
  ) {}

  /** Runs something with a descriptor of the source's root. */
  async within<T>(
    source: Partial<Pick<BuildSource, 'context' | 'containerId'>> | undefined,
    use: (root: number) => Promise<T>,
  ): Promise<T> {
    const { context = '', containerId = '' } = source ?? {};
    try {
      if (context) return await withDescriptor(this.contexts.open(context), use);
      const root = await this.roots.open(containerId, []);
      try {
        return await use(root.fd);
      } finally {
        root.close();
      }
    } catch (error) {
      throw fileError(error, '/');
    }
  }

  unpack(tar: Readable, signal = nobody()): Promise<string> {
    return this.contexts.make(async (root, id) => {
      this.contexts.describe(id, await unpackInto(root, tar, signal));
      return id;
    });
  }

  download(
    { url, name, unpack }: { url: string; name: string; unpack: boolean },
    signal?: AbortSignal,
  ): Promise<{ context: string; name: string; size: number }> {
    return this.contexts.make(async (root, context) => {
      const answer = await download(url, signal);
      const isText = answer.contentType.startsWith('text/plain');
      if (unpack && !isText) {
        let size = 0;
        answer.body.on('data', (chunk: Uint8Array) => (size += chunk.length)).pause();
        this.contexts.describe(context, await unpackInto(root, answer.body, signal ?? nobody()));
        return { context, name: '', size };
      }
      const own = name || answer.name;
      if (own === '' || own === '/' || own.includes('/'))
        throw new AgentError('INVALID_ARGUMENT', `cannot determine filename from url: ${url}`);
      return { context, name: own, size: await save(answer, root, own) };
    });
  }

  async clone(
    { url, reference, directory }: { url: string; reference: string; directory: string },
    signal = nobody(),
  ): Promise<string> {
    const all = await this.contexts.make(async (root, id) => {
      await clone({ url, reference }, root, signal);
      return id;
    });
    if (directory === '') return all;
    try {
      return await withDescriptor(this.contexts.open(all), (from) =>
        this.contexts.make(async (root, id) => (await moveContents(from, directory, root), id)),
      );
    } finally {
      await this.contexts.remove(all);
    }
  }

  write(files: Record<string, { content: string; mode: number }>): Promise<string> {
    return this.contexts.make(async (root, id) => {
      for (const [path, { content, mode }] of Object.entries(files)) {
        const { parent, name } = splitPath(posix.join('/', path));
        makeAll(root, parent);
        await withDescriptor(openInRoot(root, parent, O_RDONLY | O_DIRECTORY), (fd) =>
          writeFile(fdPath(fd, name), content, { mode: mode || 0o644, flag: 'wx' }),
        );
      }
      return id;
    });
  }

  readFile(context: string, path: string): Promise<{ found: boolean; content?: Buffer }> {
    return withDescriptor(this.contexts.open(context), async (root) => {
      let fd: number;
      try {
        fd = openInRoot(root, path, O_RDONLY);
      } catch {
        return { found: false };
      }
      const content = await withDescriptor(fd, (file) => readFile(fdPath(file))).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'EISDIR') throw error;
        throw new AgentError('INVALID_ARGUMENT', `${path}: is a directory`, undefined, { cause: error });
      });
      if (content.length > LARGEST_FILE)
        throw new AgentError('INVALID_ARGUMENT', `${path}: larger than ${LARGEST_FILE} bytes`);
      return { found: true, content };
    });
  }

  async removeFile(context: string, path: string): Promise<void> {
    const root = this.contexts.open(context);
    try {
      const { parent, name } = splitPath(posix.join('/', path));
      const directory = openInRoot(root, parent, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
      await withDescriptor(directory, (fd) => rm(fdPath(fd, name), { force: true }));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    } finally {
      closeDescriptor(root);
    }
  }
}

async function unpackInto(root: number, tar: Readable, signal: AbortSignal): Promise<ContextFields> {
  const plain = await decompressed(tar, signal);
  const fields: ContextFields = new Map();
  try {
    await extractTar(plain, {
      ...{ root, path: '/', noOverwrite: false, owner: { uid: 0, gid: 0 } },
      onEntry: (path, { header }) => fields.set(path.slice(1), fieldsOf(header!)),
    });
    return fields;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AgentError) throw new AgentError('INVALID_ARGUMENT', error.message);
    // Paths of the context only: descriptors of the agent say nothing to a person.
    const reason = (error as Error).message.replace(/\/proc\/self\/fd\/\d+/g, '');
    throw new AgentError('INVALID_ARGUMENT', `Error processing tar file: ${reason}`);
  } finally {
    plain.destroy();
  }
}
