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

const untrusted = 'certificate signed by unknown authority';
const certificates: Readonly<Record<string, string>> = {
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  CERT_HAS_EXPIRED: 'certificate has expired or is not yet valid',
  CERT_NOT_YET_VALID: 'certificate has expired or is not yet valid',
};

/** Why a certificate was refused, in Go's words; undefined for any other error. `host`: the name that it should have. */
export function certificateFailure(cause: unknown, host: string): string | undefined {
  const { code = '' } = cause as NodeJS.ErrnoException;
  const reason =
    code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? `certificate is not valid for ${host}` : certificates[code];
  return reason && `tls: failed to verify certificate: x509: ${reason}`;
}

/**
 * That a collector could not be reached, in Go's words: `dial tcp 127.0.0.1:514: connect: connection refused`; of one that
 * was reached and is not trusted, the reason alone.
 */
export function dialFailure(network: string, address: string, cause: unknown): ArcaError {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  const untrustworthy = certificateFailure(cause, address);
  if (untrustworthy) return systemError(untrustworthy, 'log.dial', { cause });
  const reason = code === 'ENOTFOUND' ? `lookup ${address}: no such host` : (reasons[code] ?? message);
  return systemError(`dial ${network} ${address}: ${reason}`, 'log.dial', { cause });
}
