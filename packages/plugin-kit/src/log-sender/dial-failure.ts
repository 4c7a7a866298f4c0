import { systemError, type ArcaError } from '../errors.js';

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connect: connection refused',
  ECONNRESET: 'read: connection reset by peer',
  EHOSTUNREACH: 'connect: no route to host',
  ENETUNREACH: 'connect: network is unreachable',
  ENOENT: 'connect: no such file or directory',
  EACCES: 'connect: permission denied',
  ETIMEDOUT: 'i/o timeout',
};

/** That a collector could not be reached, in Go's words: `dial tcp 127.0.0.1:514: connect: connection refused`. */
export function dialFailure(network: string, address: string, cause: unknown): ArcaError {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  const reason = code === 'ENOTFOUND' ? `lookup ${address}: no such host` : (reasons[code] ?? message);
  return systemError(`dial ${network} ${address}: ${reason}`, 'log.dial', { cause });
}
