import { AgentError } from '@arca/agent-proto';
import { readdir, readlink, rename } from 'node:fs/promises';
import { fdPath, O_DIRECTORY, O_RDONLY, withDescriptor } from '../linux/directory.js';
import { Git, GitError } from '../linux/git-program.js';
import { openInRoot } from '../linux/syscalls.js';

export interface Commit {
  url: string;
  reference: string;
}

/** Git takes words that begin with a dash as options, and those before a double colon as programs to run. */
const ADDRESS = /^((git|https?|ssh):\/\/|[\w.]+@)[^-]/i;
const CONTROL = /\p{Cc}/u;

/** Checks a commit out into an empty directory. INVALID_ARGUMENT, INTERNAL. */
export async function clone({ url, reference }: Commit, root: number, signal: AbortSignal): Promise<void> {
  if (!ADDRESS.test(url) || CONTROL.test(url))
    throw new AgentError('INVALID_ARGUMENT', `not the address of a git repository: ${url}`);
  if (reference === '' || reference.startsWith('-') || CONTROL.test(reference))
    throw new AgentError('INVALID_ARGUMENT', `invalid refspec: ${reference}`);
  const git = new Git(await readlink(fdPath(root)), signal);
  const step = (failure: string, work: Promise<void>) => work.catch((error: unknown) => fail(failure, error));
  await step('failed to init repo', git.run('init', '--quiet', '--template='));
  await step(`failed add origin repo at ${url}`, git.run('remote', 'add', 'origin', url));
  await step('error fetching', git.runShallow(['fetch', '--quiet'], 'origin', '--', reference));
  await step(`error checking out ${reference}`, checkOut(git, reference));
  await step('error initializing submodules', initializeSubmodules(git));
}

/** As the branch that it names, else detached. */
async function checkOut(git: Git, reference: string): Promise<void> {
  try {
    await git.run('checkout', '--quiet', reference, '--');
  } catch (error) {
    await git.run('checkout', '--quiet', 'FETCH_HEAD', '--').catch(() => {
      throw error;
    });
  }
}

const initializeSubmodules = (git: Git): Promise<void> =>
  git.runShallow(['submodule', '--quiet', 'update', '--init', '--recursive']);

function fail(what: string, error: unknown): never {
  if (!(error instanceof GitError)) throw error;
  throw new AgentError('INTERNAL', `${what}: ${error.message}`, undefined, { cause: error });
}

/** Moves what is in a directory of one root, links followed inside of it, to another root. INVALID_ARGUMENT. */
export async function moveContents(from: number, directory: string, to: number): Promise<void> {
  let fd: number;
  try {
    fd = openInRoot(from, directory, O_RDONLY | O_DIRECTORY);
  } catch (error) {
    const message = `error setting git context, no such directory in the repository: ${directory}`;
    throw new AgentError('INVALID_ARGUMENT', message, undefined, { cause: error });
  }
  await withDescriptor(fd, async (source) => {
    for (const name of await readdir(fdPath(source))) await rename(fdPath(source, name), fdPath(to, name));
  });
}
