import { readFile } from 'node:fs/promises';
import { createSecureContext, rootCertificates, type ConnectionOptions } from 'node:tls';
import { badLogOption, type LogOptions } from '@arca/plugin-kit';

/** The TLS options. Throws System for files that cannot be read or used. */
export async function tlsOptions(options: LogOptions): Promise<ConnectionOptions> {
  const {
    'syslog-tls-ca-cert': authority,
    'syslog-tls-cert': certificate,
    'syslog-tls-key': key,
    'syslog-tls-skip-verify': skip,
  } = options;
  const tls: ConnectionOptions = {};
  // As in dockerd, the option counts by being there.
  if (skip !== undefined) tls.rejectUnauthorized = false;
  else if (authority) {
    const own = await read(authority, (reason) => `could not read CA certificate "${authority}": ${reason}`);
    tls.ca = [...rootCertificates, own];
  }
  if (certificate || key) {
    const fails = (reason: string) =>
      `could not load X509 key pair: ${reason}. Make sure the key is not encrypted`;
    [tls.cert, tls.key] = [await read(certificate ?? '', fails), await read(key ?? '', fails)];
    try {
      createSecureContext({ cert: tls.cert, key: tls.key });
    } catch (error) {
      throw badLogOption(fails((error as Error).message), error);
    }
  }
  return tls;
}

async function read(path: string, message: (reason: string) => string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw badLogOption(message(`open ${path}: no such file or directory`), error);
  }
}
