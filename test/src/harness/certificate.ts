import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from './command.js';

/** PEM files of a self-made authority and of a server certificate that it signed. */
export interface Certificates {
  authority: string;
  certificate: string;
  key: string;
}

/** Makes an authority and a server certificate for IP addresses, valid for a day, in a directory. */
export async function makeCertificates(directory: string, addresses: string[]): Promise<Certificates> {
  const at = (name: string): string => join(directory, name);
  const extensions = at('extensions');
  writeFileSync(extensions, `subjectAltName=${addresses.map((address) => `IP:${address}`).join(',')}\n`);
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  await must('openssl', [
    ...['req', '-x509', ...newKey, '-subj', '/CN=test authority'],
    ...['-keyout', at('ca.key'), '-out', at('ca.crt')],
  ]);
  await must('openssl', [
    ...['req', ...newKey.slice(0, -2), '-subj', '/CN=test registry'],
    ...['-keyout', at('server.key'), '-out', at('server.csr')],
  ]);
  await must('openssl', [
    ...['x509', '-req', '-days', '1', '-in', at('server.csr'), '-extfile', extensions, '-CAcreateserial'],
    ...['-CA', at('ca.crt'), '-CAkey', at('ca.key'), '-out', at('server.crt')],
  ]);
  return { authority: at('ca.crt'), certificate: at('server.crt'), key: at('server.key') };
}

/** Base64 DER of a PEM certificate, as the `x5c` header of a JWT carries it. */
export function certificateDer(path: string): string {
  return readFileSync(path, 'utf8').replaceAll(/-----[A-Z ]+-----|\s/g, '');
}
