import { AgentError, RuntimeFailure } from '@arca/agent-proto';
import type { RuntimeChoice } from '../ports.js';
import { TtrpcError } from '../ttrpc/client.js';
import { interpretCrun } from './crun.js';
import { interpretRunc } from './runc.js';
import type { Command, Interpreter } from './rule.js';

const interpreters: Record<RuntimeChoice['type'], Interpreter> = {
  crun: interpretCrun,
  runc: interpretRunc,
  other: (text) => ({ failure: RuntimeFailure.UNKNOWN, text }),
};

/** dockerd adds it to every error that speaks of ENOTDIR. */
const HINT =
  'Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type';

/**
 * Puts the error of a shim's Create, Start or Exec into the words that dockerd would use, and tells why the runtime
 * refused. What the runtime did not say itself stays the shim's error.
 */
export function refusal(error: unknown, type: RuntimeChoice['type'], command: Command): AgentError {
  const message = error instanceof Error ? error.message : String(error);
  const [, call, said] = /^OCI runtime (create|start|exec) failed: (.*)$/s.exec(message) ?? [];
  if (!call || said === undefined) return shimError(error);
  const { failure, text } = interpreters[type](said.trim(), command, call as 'create' | 'start' | 'exec');
  const context =
    call === 'create' ? 'failed to create task for container: failed to create shim task: ' : '';
  const hint = text.includes('not a directory') ? `: ${HINT}` : '';
  const words = `${context}OCI runtime ${call} failed: ${text}: unknown${hint}`;
  return new AgentError('FAILED_PRECONDITION', words, failure, { cause: error });
}

/** The error of any other call of the shim. */
export function shimError(error: unknown): AgentError {
  if (error instanceof AgentError) return error;
  if (!(error instanceof TtrpcError)) {
    return new AgentError('INTERNAL', (error as Error).message, undefined, { cause: error });
  }
  // What a process's state forbids has no code of its own: `cannot pause a stopped container`.
  const forbidden = error.code === 'UNKNOWN' && error.message.startsWith('cannot ');
  const code = forbidden ? 'FAILED_PRECONDITION' : error.code === 'UNKNOWN' ? 'INTERNAL' : error.code;
  return new AgentError(code, error.message, undefined, { cause: error });
}
