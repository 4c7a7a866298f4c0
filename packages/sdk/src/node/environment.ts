import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ClientOptions } from './create-client.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The daemon that the `docker` command would use: `DOCKER_HOST` with `DOCKER_TLS_VERIFY` and `DOCKER_CERT_PATH`, else the
 * context of `DOCKER_CONTEXT` or of the configuration file, else Docker's own socket. `DOCKER_API_VERSION` pins the
 * version. Throws an Error for a context that is not there.
 */
export function fromEnvironment(env: Environment = process.env): ClientOptions {
  const version = env['DOCKER_API_VERSION'];
  const common = version ? { version } : {};
  if (env['DOCKER_HOST']) return { ...common, host: env['DOCKER_HOST'], ...tlsOf(env) };
  const directory = env['DOCKER_CONFIG'] || join(homedir(), '.docker');
  const name = env['DOCKER_CONTEXT'] || currentContext(directory);
  if (!name || name === 'default') return common;
  return { ...common, ...contextOf(directory, name) };
}

function tlsOf(env: Environment): Pick<ClientOptions, 'tls'> {
  if (!env['DOCKER_TLS_VERIFY']) return {};
  return { tls: certificatesIn(env['DOCKER_CERT_PATH'] || join(homedir(), '.docker')) };
}

function certificatesIn(directory: string): NonNullable<ClientOptions['tls']> {
  const read = (name: string) => {
    const path = join(directory, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  const [ca, cert, key] = [read('ca.pem'), read('cert.pem'), read('key.pem')];
  return { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
}

function currentContext(directory: string): string | undefined {
  try {
    const text = readFileSync(join(directory, 'config.json'), 'utf8');
    return (JSON.parse(text) as { currentContext?: string }).currentContext;
  } catch {
    return undefined;
  }
}

interface ContextFile {
  Endpoints?: { docker?: { Host?: string; SkipTLSVerify?: boolean } };
}

/** Contexts are kept under the SHA-256 of their names, certificates beside them. */
function contextOf(directory: string, name: string): Pick<ClientOptions, 'host' | 'tls'> {
  const id = createHash('sha256').update(name).digest('hex');
  const file = join(directory, 'contexts', 'meta', id, 'meta.json');
  if (!existsSync(file)) throw new Error(`there is no context ${name}`);
  const meta = JSON.parse(readFileSync(file, 'utf8')) as ContextFile;
  const { Host: host, SkipTLSVerify } = meta.Endpoints?.docker ?? {};
  if (!host) throw new Error(`the context ${name} names no daemon`);
  const certificates = join(directory, 'contexts', 'tls', id, 'docker');
  if (!existsSync(certificates) && !SkipTLSVerify) return { host };
  return {
    host,
    tls: { ...certificatesIn(certificates), ...(SkipTLSVerify && { rejectUnauthorized: false }) },
  };
}
