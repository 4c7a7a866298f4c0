import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getCACertificates, type SecureContextOptions } from 'node:tls';

export const CERTIFICATE_DIRECTORIES = ['/etc/docker/certs.d', '/etc/arca/certs.d'];

let trusted: string[] | undefined;

/** What the machine trusts, next to what Node brings. */
function trustedAuthorities(): string[] {
  trusted ??= [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
  return trusted;
}

/**
 * The TLS parameters for a host, from `<directory>/<host>/`: `*.crt` are further authorities, `*.cert` with `*.key` of
 * the same name a client certificate (dockerd's rules for certs.d).
 */
export async function certificatesFor(host: string, directories: string[]): Promise<SecureContextOptions> {
  const files = (await Promise.all(directories.map((directory) => filesOf(join(directory, host))))).flat();
  const read = (suffix: string) =>
    Promise.all(files.filter((path) => path.endsWith(suffix)).map((path) => readFile(path, 'utf8')));
  const [authorities, cert, key] = await Promise.all([read('.crt'), read('.cert'), read('.key')]);
  return {
    ca: [...trustedAuthorities(), ...authorities],
    ...(cert.length > 0 && key.length > 0 && { cert, key }),
  };
}

async function filesOf(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => []);
  return names.sort().map((name) => join(directory, name));
}
