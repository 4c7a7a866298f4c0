import { AgentError } from '@arca/agent-proto';
import { ArcaError, type ErrorKind } from '@arca/plugin-kit';

const kinds: Readonly<Partial<Record<string, ErrorKind>>> = {
  NOT_FOUND: 'NotFound',
  ALREADY_EXISTS: 'Conflict',
  FAILED_PRECONDITION: 'Conflict',
  INVALID_ARGUMENT: 'InvalidParameter',
  UNAUTHENTICATED: 'Unauthorized',
  PERMISSION_DENIED: 'Forbidden',
  UNIMPLEMENTED: 'NotImplemented',
  UNAVAILABLE: 'System',
};

/** The agent's answer in the API's terms; its message is Docker's already. */
export function failure(error: unknown): unknown {
  if (!(error instanceof AgentError)) return error;
  return new ArcaError(kinds[error.code] ?? 'System', error.message, `images.${error.code.toLowerCase()}`, {
    cause: error,
  });
}

/** Runs a call to the agent with its failures translated. */
export async function asking<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw failure(error);
  }
}
