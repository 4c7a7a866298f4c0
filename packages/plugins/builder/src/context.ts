import type { Agent } from '@arca/agent-proto';
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
    const path = only || request.dockerfile;
    const name = posix.join('/', path).slice(1);
    const { found, content } = await agent.builds.readFile({ context: id, path: name });
    if (!found) throw systemError(`Cannot locate specified Dockerfile: ${path}`, 'build.dockerfile');
    const text = Buffer.from(content).toString('utf8');
    if (text.trim() === '')
      throw invalidParameter(`the Dockerfile (${path}) cannot be empty`, 'build.dockerfile');
    await removeIgnored(agent, id, name);
    return { id, dockerfile: text };
  } catch (error) {
    await agent.builds.remove({ id });
    throw error;
  }
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
  const { context, name } = await agent.builds.download(
    { url: remote, name: 'Dockerfile', unpack: true },
    { signal },
  );
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

function isIgnored(patterns: readonly string[], path: string): boolean {
  let ignored = false;
  for (const pattern of patterns) {
    const negated = pattern.startsWith('!');
    const clean = posix.join('/', negated ? pattern.slice(1) : pattern).slice(1);
    if (posix.matchesGlob(path, clean)) ignored = !negated;
  }
  return ignored;
}
