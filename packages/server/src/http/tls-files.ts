import { readFileSync } from 'node:fs';

/** Paths of PEM files, as dockerd's `--tls…` flags give them. */
export interface TlsFiles {
  /** Clients must have a certificate of `ca`. */
  verify: boolean;
  ca?: string;
  certificate?: string;
  key?: string;
}

/** TLS as Node takes it. Throws an Error for people when a file is missing. */
export function readTls({ verify, ca, certificate, key }: TlsFiles): TlsSettings {
  if (certificate === undefined || key === undefined) {
    throw new Error('TLS needs a certificate and its key: --tlscert and --tlskey');
  }
  if (verify && ca === undefined)
    throw new Error('--tlsverify needs the authority of the clients: --tlscacert');
  return {
    cert: readPem(certificate),
    key: readPem(key),
    ...(ca !== undefined && { ca: readPem(ca) }),
    requestCert: verify,
    rejectUnauthorized: verify,
    minVersion: 'TLSv1.2',
  };
}

export interface TlsSettings {
  cert: Buffer;
  key: Buffer;
  ca?: Buffer;
  requestCert: boolean;
  rejectUnauthorized: boolean;
  minVersion: 'TLSv1.2';
}

function readPem(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`cannot read ${path}: ${(error as NodeJS.ErrnoException).code}`, { cause: error });
  }
}
