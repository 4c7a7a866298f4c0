import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from './command.js';

/** PEM files of a self-made authority, and of a server and a client certificate that it signed. */
export interface Certificates {
  authority: string;
  certificate: string;
  key: string;
  client: { certificate: string; key: string };
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
const ONE_DAY = ['-days', '1'];

/**
 * Makes an authority, a server certificate for IP addresses and a client certificate, valid for a day, in a
 * directory, under the names that the docker CLI looks for (ca.pem, cert.pem, key.pem for the client).
 */
export async function makeCertificates(directory: string, addresses: string[]): Promise<Certificates> {
  const at = (name: string): string => join(directory, name);
  await must('openssl', [
    ...['req', '-x509', ...NEW_KEY, ...ONE_DAY, '-subj', '/CN=test authority'],
    ...['-keyout', at('ca-key.pem'), '-out', at('ca.pem')],
  ]);
  const names = addresses.map((address) => `IP:${address}`).join(',');
  await sign(directory, 'server-', `subjectAltName=${names}\nextendedKeyUsage=serverAuth\n`);
  await sign(directory, '', 'extendedKeyUsage=clientAuth\n');
  return {
    ...{ authority: at('ca.pem'), certificate: at('server-cert.pem'), key: at('server-key.pem') },
    client: { certificate: at('cert.pem'), key: at('key.pem') },
  };
}

async function sign(directory: string, prefix: string, extensions: string): Promise<void> {
  const at = (name: string): string => join(directory, name);
  writeFileSync(at(`${prefix}extensions`), extensions);
  await must('openssl', [
    ...['req', ...NEW_KEY, '-subj', '/CN=test peer'],
    ...['-keyout', at(`${prefix}key.pem`), '-out', at(`${prefix}request.pem`)],
  ]);
  await must('openssl', [
    ...['x509', '-req', ...ONE_DAY, '-in', at(`${prefix}request.pem`), '-out', at(`${prefix}cert.pem`)],
    ...[
      '-extfile',
      at(`${prefix}extensions`),
      '-CAcreateserial',
      '-CA',
      at('ca.pem'),
      '-CAkey',
      at('ca-key.pem'),
    ],
  ]);
}

/** Base64 DER of a PEM certificate, as the `x5c` header of a JWT carries it. */
export function certificateDer(path: string): string {
  return readFileSync(path, 'utf8').replaceAll(/-----[A-Z ]+-----|\s/g, '');
}
