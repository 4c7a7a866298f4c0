import { ConnectionError, DockerError } from '../docker-error.js';
import type { Address } from './address.js';

/** The error for a request that got no answer; the signal's reason when it was the signal that ended it. */
export function connectionError(error: unknown, address: Address, signal?: AbortSignal): Error {
  if (signal?.aborted) return signal.reason as Error;
  if (error instanceof DockerError || !(error instanceof Error)) return error as Error;
  if (!isFailure(error)) return error;
  const where = address.socketPath ?? address.name ?? address.origin;
  return new ConnectionError(0, `no answer from the daemon at ${where}: ${reasonOf(error)}`, '', {
    cause: error,
  });
}

const reasonOf = (error: Error): string => error.message || codeOf(error) || error.name;

/** What the system calls it, such as ECONNREFUSED; of several addresses the first. */
export function codeOf(error: unknown): string | undefined {
  const { code, errors } = (error ?? {}) as { code?: string; errors?: unknown[] };
  return code ?? (errors?.[0] as { code?: string } | undefined)?.code;
}

/** Mistakes of the caller, such as a header that cannot be sent, stay what they are. */
const isFailure = (error: Error): boolean =>
  !/^(UND_ERR_INVALID|ERR_INVALID)/.test(codeOf(error) ?? '') && error.name !== 'TypeError';
