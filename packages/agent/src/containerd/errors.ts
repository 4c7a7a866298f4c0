import { AgentError, type AgentCode } from '@arca/agent-proto';
import { Code, ConnectError } from '@connectrpc/connect';

/** True when containerd says that the thing does not exist. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ConnectError && error.code === Code.NotFound;
}

/** True when containerd says that the thing is there already. */
export function isAlreadyExists(error: unknown): boolean {
  return error instanceof ConnectError && error.code === Code.AlreadyExists;
}

const LOST_CONNECTION = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ERR_HTTP2_SESSION_ERROR']);

/** True when the call failed because containerd was not there, or went away meanwhile. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof ConnectError)) return false;
  if (error.code === Code.Unavailable) return true;
  // What is left of a stream whose connection was cut; one that we have cancelled has another text.
  if (/^http\/2 stream closed/.test(error.rawMessage)) return true;
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException;
  return code !== undefined && LOST_CONNECTION.has(code);
}

const CODES = new Map<Code, AgentCode>([
  [Code.NotFound, 'NOT_FOUND'],
  [Code.AlreadyExists, 'ALREADY_EXISTS'],
  [Code.InvalidArgument, 'INVALID_ARGUMENT'],
  [Code.FailedPrecondition, 'FAILED_PRECONDITION'],
  [Code.Unavailable, 'UNAVAILABLE'],
  [Code.Unimplemented, 'UNIMPLEMENTED'],
  [Code.Canceled, 'CANCELLED'],
]);

/** The error as the agent's callers know it; an AgentError stays what it is. */
export function agentError(error: unknown): AgentError {
  if (error instanceof AgentError) return error;
  if (error instanceof ConnectError) {
    return new AgentError(CODES.get(error.code) ?? 'INTERNAL', error.rawMessage, undefined, { cause: error });
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return new AgentError('CANCELLED', 'context canceled', undefined, { cause: error });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new AgentError('INTERNAL', message, undefined, { cause: error });
}
