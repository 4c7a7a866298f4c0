import { ConnectionError, DockerError } from '../docker-error.js';
import type { Duplex, Readable } from 'node:stream';
import type { TransportRequest } from '../transport.js';
import type { Address } from './address.js';

/** Of a request, what its failures are told by. */
export type Asked = Pick<TransportRequest, 'operation' | 'signal'>;

/** The error for a request that got no answer; the signal's reason when it was the signal that ended it. */
export function connectionError(error: unknown, address: Address, { operation, signal }: Asked): Error {
  if (signal?.aborted) return signal.reason as Error;
  if (error instanceof DockerError || !(error instanceof Error)) return error as Error;
  if (!isFailure(error)) return error;
  const where = address.socketPath ?? address.name ?? address.origin;
  return new ConnectionError(0, `no answer from the daemon at ${where}: ${reasonOf(error)}`, operation, {
    cause: error,
  });
}

/** Lets who reads or writes a stream learn of a lost connection as those of whole answers do. */
export function tellFailures(stream: Duplex | Readable, address: Address, asked: Asked): void {
  const destroy = stream._destroy.bind(stream);
  stream._destroy = (error, done) => destroy(error && connectionError(error, address, asked), done);
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
