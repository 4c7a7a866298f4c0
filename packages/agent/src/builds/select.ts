import { AgentError } from '@arca/agent-proto';
import { readdir } from 'node:fs/promises';
import { posix } from 'node:path';
import { resolvePath } from '../files/resolve.js';
import { statFile } from '../files/stat.js';
import { fdPath, O_DIRECTORY, O_RDONLY, withDescriptor } from '../linux/directory.js';
import { openInRoot } from '../linux/syscalls.js';
import { directoryDigest, fileDigest, type Hashed } from './digest.js';
import { componentExpression, isPattern } from './pattern.js';

export interface Selected {
  /** From the root. */
  path: string;
  digest: string;
  directory: boolean;
}

/**
 * What paths and patterns name inside a root, symbolic links followed inside it. NOT_FOUND for a path that is not there,
 * INVALID_ARGUMENT for a bad pattern.
 */
export async function select(files: Hashed, paths: readonly string[]): Promise<Selected[]> {
  const found: Selected[] = [];
  for (const path of paths) {
    const clean = posix.join('/', path).replace(/(?<=.)\/$/, '');
    const names = isPattern(path) ? await matches(files.root, clean) : [clean];
    for (const name of names) found.push(await describe(files, name));
  }
  return found;
}

async function matches(root: number, pattern: string): Promise<string[]> {
  let places = ['/'];
  for (const component of pattern.split('/').filter(Boolean)) {
    const expression = expressionOf(component, pattern);
    const lists = await Promise.all(places.map((place) => namesIn(root, place)));
    places = places.flatMap((place, index) =>
      lists[index]!.filter((name) => expression.test(name)).map((name) => posix.join(place, name)),
    );
  }
  return places;
}

function expressionOf(component: string, pattern: string): RegExp {
  try {
    return componentExpression(component);
  } catch (error) {
    const options = { cause: error };
    throw new AgentError('INVALID_ARGUMENT', `syntax error in pattern: ${pattern}`, undefined, options);
  }
}

/** None of what is no directory. */
async function namesIn(root: number, path: string): Promise<string[]> {
  try {
    const fd = openInRoot(root, path, O_RDONLY | O_DIRECTORY);
    return await withDescriptor(fd, async (directory) => (await readdir(fdPath(directory))).sort());
  } catch {
    return [];
  }
}

async function describe(files: Hashed, path: string): Promise<Selected> {
  const { root } = files;
  const resolved = resolvePath(root, path);
  const { isDirectory } = await statFile(root, resolved).catch((error: unknown) => {
    if (!(error instanceof AgentError)) throw error;
    const text = `stat ${path.slice(1)}: file does not exist`;
    throw new AgentError('NOT_FOUND', text, undefined, { cause: error });
  });
  const digest = await (isDirectory ? directoryDigest : fileDigest)(files, resolved);
  return { path, digest, directory: isDirectory };
}
