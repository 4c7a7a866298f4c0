import { AgentError, RuntimeFailure } from '@arca/agent-proto';
import { ArcaError, invalidParameter, systemError } from '@arca/plugin-kit';
import { fromAgent } from '../kernel/failure.js';

/** How a process could not be started: what the client is told, and the exit code that dockerd gives it. */
export interface StartFailure {
  error: ArcaError;
  exitCode: number;
}

const notExecutable = 126;
const notFound = 127;
const unknown = 128;

/** Exit codes by the runtime's reason; for those the request is to blame, so the client gets 400. */
const exitCodes: { readonly [F in RuntimeFailure]?: number } = {
  [RuntimeFailure.NOT_FOUND]: notFound,
  [RuntimeFailure.NOT_EXECUTABLE]: notExecutable,
};

/** What dockerd reads in other errors of the runtime: a missing working directory, a file mounted onto a directory. */
const texts: readonly [pattern: RegExp, exitCode: number][] = [
  [/permission denied|is a directory/i, notExecutable],
  [/not a directory|executable file not found|no such file or directory/i, notFound],
];

/** The failure behind an error of the agent, a hook or a logging driver. */
export function startFailure(error: unknown): StartFailure {
  if (error instanceof AgentError && error.failure !== undefined) {
    const exitCode = exitCodes[error.failure] ?? texts.find(([text]) => text.test(error.message))?.[1];
    if (exitCode !== undefined) {
      return { error: invalidParameter(error.message, 'start.refused', { cause: error }), exitCode };
    }
  }
  const known =
    error instanceof AgentError ? systemError(error.message, 'start.failed', { cause: error }) : error;
  return { error: asArcaError(known), exitCode: unknown };
}

function asArcaError(error: unknown): ArcaError {
  const known = fromAgent(error);
  if (known instanceof ArcaError) return known;
  return systemError(error instanceof Error ? error.message : String(error), 'start.failed', {
    cause: error,
  });
}
