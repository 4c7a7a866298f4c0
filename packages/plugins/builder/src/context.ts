import { AgentError, type Agent } from '@arca/agent-proto';
import { invalidParameter, systemError } from '@arca/plugin-kit';
import { posix } from 'node:path';
import type { Readable } from 'node:stream';
import { gitCommit } from './git-commit.js';
import type { BuildRequest } from './request.js';

/** The context of a build, in the agent's hands, and its Dockerfile. */
export interface Context {
  id: string;
  dockerfile: string;
}

/** Takes the context in. The caller removes it. */
export async function openContext(
  agent: Agent,
  request: BuildRequest,
  body: Readable,
  signal: AbortSignal,
): Promise<Context> {
  const { id, only } = await receive(agent, request, body, signal);
  try {
    const { path, text } = await readDockerfile(agent, id, only || request.dockerfile);
    if (text.trim() === '')
      throw invalidParameter(`the Dockerfile (${path}) cannot be empty`, 'build.dockerfile');
    await removeIgnored(agent, id, posix.join('/', path).slice(1));
    return { id, dockerfile: text };
  } catch (error) {
    await agent.builds.remove({ id });
    throw error;
  }
}

/** Where no other name was asked for, `dockerfile` will do. */
async function readDockerfile(
  agent: Agent,
  context: string,
  path: string,
): Promise<{ path: string; text: string }> {
  if (/^\.\.(\/|$)/.test(posix.normalize(path.replace(/^\/+/, ''))))
    throw systemError(`forbidden path outside the build context: ${path} ()`, 'build.dockerfile');
  const { found, content } = await agent.builds.readFile({ context, path: posix.join('/', path).slice(1) });
  if (found) return { path, text: Buffer.from(content).toString('utf8') };
  if (path === 'Dockerfile') {
    const other = await readDockerfile(agent, context, 'dockerfile').catch(() => undefined);
    if (other) return other;
  }
  throw systemError(`Cannot locate specified Dockerfile: ${path}`, 'build.dockerfile');
}

async function receive(
  agent: Agent,
  { remote }: BuildRequest,
  body: Readable,
  signal: AbortSignal,
): Promise<{ id: string; only?: string }> {
  if (remote === '') return { id: await agent.streams.context(body, { signal }) };
  const commit = gitCommit(remote);
  if (commit) return agent.builds.clone(commit, { signal });
  if (!/^https?:\/\//.test(remote))
    throw invalidParameter(`remoteURL (${remote}) could not be recognized as URL`, 'build.remote');
  const download = { url: remote, name: 'Dockerfile', unpack: true };
  const { context, name } = await agent.builds.download(download, { signal }).catch((error: unknown) => {
    if (!(error instanceof AgentError)) throw error;
    const text = `error downloading remote context ${remote}: ${error.message}`;
    throw new AgentError(error.code, text, undefined, { cause: error });
  });
  return { id: context, only: name };
}

/** The client sends the Dockerfile and .dockerignore in any case; what they exclude is not part of the context. */
async function removeIgnored(agent: Agent, context: string, dockerfile: string): Promise<void> {
  const { found, content } = await agent.builds.readFile({ context, path: '.dockerignore' });
  if (!found) return;
  const patterns = Buffer.from(content)
    .toString('utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  for (const path of [dockerfile, '.dockerignore'])
    if (isIgnored(patterns, path)) await agent.builds.removeFile({ context, path });
}

/** Whether patterns, of which the last that fits counts, exclude a path or a directory that it is in. */
function isIgnored(patterns: readonly string[], path: string): boolean {
  const parts = path.split('/');
  const places = parts.map((_, index) => literalDots(parts.slice(0, index + 1).join('/')));
  let ignored = false;
  for (const pattern of patterns) {
    const negated = pattern.startsWith('!');
    const clean = posix.join('/', negated ? pattern.slice(1).trim() : pattern).slice(1);
    // Neither braces nor lists are patterns to Docker.
    const glob = literalDots(clean.replace(/[{}()|+@!]/g, '\\$&'));
    if (places.some((place) => posix.matchesGlob(place, glob))) ignored = !negated;
  }
  return ignored;
}

/** Wildcards match dots at the beginning of a name, too. */
const literalDots = (path: string): string => path.replace(/(?<=^|\/)\./g, '\u0001');
