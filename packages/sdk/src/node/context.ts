import { createReadStream, type Stats } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pack, type Pack } from 'tar-stream';
import type { Context, ContextOptions } from '../services.js';
import { ignoreOf, type Ignore } from './ignore.js';

/**
 * A folder as a context of a build, streamed: files, folders and symbolic links (as links) with their modes, owned by
 * root, less what `.dockerignore` leaves out. The Dockerfile and `.dockerignore` are sent in any case, as engines read
 * both. `<Dockerfile>.dockerignore` comes before `.dockerignore`. Rejects when there is no such folder or Dockerfile.
 */
export async function contextOf(folder: string, { dockerfile }: ContextOptions): Promise<Context> {
  const root = resolve(folder);
  const file = await dockerfileOf(root, dockerfile ?? 'Dockerfile');
  const general = await read(join(root, '.dockerignore'));
  const ignore = ignoreOf((await read(`${file.path}.dockerignore`)) ?? general ?? '');
  const outside: Entry[] =
    file.content === undefined
      ? []
      : [
          { name: file.name, content: file.content },
          // It is no part of what a COPY sees.
          { name: '.dockerignore', content: `${general ?? ''}\n${file.name}\n` },
        ];
  const always = new Set([file.name, '.dockerignore']);
  return { tar: new Folder(root, ignore, always, outside).tar(), dockerfile: file.name };
}

/** A file that is made up. */
interface Entry {
  name: string;
  content: string;
}

/** Walks a folder while its tar is read. */
class Folder {
  constructor(
    private readonly root: string,
    private readonly ignore: Ignore,
    /** Sent whatever the patterns say. */
    private readonly always: ReadonlySet<string>,
    private readonly entries: readonly Entry[],
  ) {}

  async *tar(): AsyncGenerator<Uint8Array> {
    const tar = pack();
    this.#write(tar).then(
      () => tar.finalize(),
      (error: unknown) => tar.destroy(error as Error),
    );
    yield* tar as AsyncIterable<Uint8Array>;
  }

  async #write(tar: Pack): Promise<void> {
    await this.#walk(tar, '');
    for (const { name, content } of this.entries) tar.entry({ name }, content);
  }

  async #walk(tar: Pack, folder: string): Promise<void> {
    const names = await readdir(join(this.root, folder));
    for (const name of names.sort()) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (this.entries.some((entry) => entry.name === path)) continue;
      const stats = await lstat(join(this.root, path));
      const ignored = !this.always.has(path) && this.ignore(path);
      if (!ignored) await this.#add(tar, path, stats);
      if (stats.isDirectory() && (!ignored || this.#mayHold(path))) await this.#walk(tar, path);
    }
  }

  /** Whether something may be sent of a folder that is left out. */
  #mayHold(folder: string): boolean {
    return this.ignore.hasExceptions || [...this.always].some((path) => path.startsWith(`${folder}/`));
  }

  async #add(tar: Pack, path: string, stats: Stats): Promise<void> {
    const at = join(this.root, path);
    const header = { name: path, mode: stats.mode & 0o7777, mtime: stats.mtime, uid: 0, gid: 0 };
    if (stats.isDirectory()) tar.entry({ ...header, type: 'directory' });
    else if (stats.isSymbolicLink())
      tar.entry({ ...header, type: 'symlink', linkname: await readlink(at), size: 0 });
    else if (stats.isFile() && stats.size === 0) tar.entry({ ...header, type: 'file' }, '');
    else if (stats.isFile()) {
      const entry = tar.entry({ ...header, type: 'file', size: stats.size });
      // What is written to it meanwhile has no place in the archive.
      await pipeline(createReadStream(at, { end: stats.size - 1 }), entry as unknown as Writable);
    }
    // Sockets, devices and pipes have no place in an image.
  }
}

interface Dockerfile {
  /** Where it lies. */
  path: string;
  /** Its path in the context. */
  name: string;
  /** Its content when it lies outside of the context. */
  content: string | undefined;
}

async function dockerfileOf(root: string, given: string): Promise<Dockerfile> {
  const path = await firstThatIs(isAbsolute(given) ? [given] : [join(root, given), resolve(given)]);
  const name = relative(root, path).split(sep).join('/');
  if (!name.startsWith('../') && !isAbsolute(name)) return { path, name, content: undefined };
  const content = await readFile(path, 'utf8');
  return { path, name: `.dockerfile.${process.pid.toString(36)}${Date.now().toString(36)}`, content };
}

async function firstThatIs(paths: string[]): Promise<string> {
  for (const path of paths) if (await lstat(path).catch(() => undefined)) return path;
  throw new Error(`there is no Dockerfile ${paths[0]}`);
}

const read = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
