import { AgentError } from '@arca/agent-proto';

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset by peer',
  EHOSTUNREACH: 'no route to host',
  ENETUNREACH: 'network is unreachable',
  ETIMEDOUT: 'connection timed out',
};

const CERTIFICATES: Record<string, string> = {
  CERT_HAS_EXPIRED: 'certificate has expired or is not yet valid',
  CERT_NOT_YET_VALID: 'certificate has expired or is not yet valid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate signed by unknown authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate signed by unknown authority',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate signed by unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate signed by unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate signed by unknown authority',
};

/** What Docker's users read when a registry cannot be reached: `Get "https://…": dial tcp …: connect: …`. */
export function networkError(method: string, url: URL, error: unknown): AgentError {
  if (error instanceof AgentError) return error;
  const verb = method.charAt(0) + method.slice(1).toLowerCase();
  return new AgentError('INTERNAL', `${verb} "${url.href}": ${reason(error, url)}`, undefined, {
    cause: error,
  });
}

interface SystemError extends Error {
  code?: string;
  syscall?: string;
  address?: string;
  port?: number;
  errors?: SystemError[];
}

function reason(error: unknown, url: URL): string {
  // Several addresses were tried: the last one's failure is told.
  const { code = '', syscall, message, address, port } = lastOf(error as SystemError);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `dial tcp: lookup ${url.hostname}: no such host`;
  if (code in CERTIFICATES) return `tls: failed to verify certificate: x509: ${CERTIFICATES[code]}`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `tls: failed to verify certificate: x509: certificate is not valid for ${url.hostname}`;
  }
  if (/wrong version number|packet length too long/i.test(message))
    return 'http: server gave HTTP response to HTTPS client';
  const text = REASONS[code];
  if (text === undefined) return message;
  if (syscall !== 'connect') return `${syscall ?? 'read'} tcp: ${text}`;
  const host = address?.includes(':') ? `[${address}]` : (address ?? url.hostname);
  return `dial tcp ${host}:${port ?? url.port}: connect: ${text}`;
}

function lastOf(error: SystemError): SystemError {
  return error.errors?.at(-1) ?? error;
}
