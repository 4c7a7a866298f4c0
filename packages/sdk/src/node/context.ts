import { createReadStream, type Stats } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Context, ContextOptions } from '../services.js';
import { tarOf, type TarEntry } from '../tar.js';
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
  const outside: TarEntry[] =
    file.content === undefined
      ? []
      : [
          { name: file.name, content: file.content },
          // It is no part of what a COPY sees.
          { name: '.dockerignore', content: `${general ?? ''}\n${file.name}\n` },
        ];
  const always = new Set([file.name, '.dockerignore']);
  return { tar: tarOf(new Folder(root, ignore, always, outside).entries()), dockerfile: file.name };
}

/** Bytes up to which a file is read at once. */
const SMALL = 64 * 1024;

/** Walks a folder while its tar is read. */
class Folder {
  constructor(
    private readonly root: string,
    private readonly ignore: Ignore,
    /** Sent whatever the patterns say. */
    private readonly always: ReadonlySet<string>,
    /** What is made up. */
    private readonly further: readonly TarEntry[],
  ) {}

  async *entries(): AsyncGenerator<TarEntry> {
    yield* this.#walk('');
    yield* this.further;
  }

  async *#walk(folder: string): AsyncGenerator<TarEntry> {
    const names = await readdir(join(this.root, folder));
    for (const name of names.sort()) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (this.further.some((entry) => entry.name === path)) continue;
      const stats = await lstat(join(this.root, path));
      const ignored = !this.always.has(path) && this.ignore(path);
      if (!ignored) yield* this.#entryOf(path, stats);
      if (stats.isDirectory() && (!ignored || this.#mayHold(path))) yield* this.#walk(path);
    }
  }

  /** Whether something may be sent of a folder that is left out. */
  #mayHold(folder: string): boolean {
    return this.ignore.hasExceptions || [...this.always].some((path) => path.startsWith(`${folder}/`));
  }

  /** Sockets, devices and pipes have no place in an image. */
  async *#entryOf(path: string, stats: Stats): AsyncGenerator<TarEntry> {
    const at = join(this.root, path);
    const { mode, mtime, size } = stats;
    if (stats.isDirectory()) yield { name: path, type: 'directory', mode, mtime };
    else if (stats.isSymbolicLink()) yield { name: path, target: await readlink(at), mode, mtime };
    else if (stats.isFile()) {
      // What is written to it meanwhile has no place in the archive.
      const content = size > SMALL ? createReadStream(at, { end: size - 1 }) : await readFile(at);
      yield { name: path, content, size, mode, mtime };
    }
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
