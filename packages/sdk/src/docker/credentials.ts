import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Credentials for a registry, as `docker login` keeps them. */
export interface RegistryCredentials {
  username?: string;
  password?: string;
  identitytoken?: string;
  serveraddress?: string;
}

interface ConfigurationFile {
  auths?: Record<string, { auth?: string; identitytoken?: string }>;
  credsStore?: string;
  credHelpers?: Record<string, string>;
}

/** Docker's own registry, under the name that configuration files have for it. */
const DOCKER_HUB = 'https://index.docker.io/v1/';

/** The registry of an image reference, as configuration files name it. */
export function registryOf(reference: string): string {
  const [first = '', ...rest] = reference.split('/');
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  return !isHost || ['docker.io', 'index.docker.io'].includes(first) ? DOCKER_HUB : first;
}

/**
 * The credentials that the `docker` command would use for a registry: of its helper in `credHelpers`, of `credsStore`, or
 * those written in the configuration file. undefined when there are none. Throws what a helper complains of.
 */
export async function credentialsFor(
  registry: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<RegistryCredentials | undefined> {
  const configuration = readConfiguration(env['DOCKER_CONFIG'] || join(homedir(), '.docker'));
  const helper = configuration.credHelpers?.[registry] ?? configuration.credsStore;
  if (helper) return askHelper(helper, registry);
  const { auths = {} } = configuration;
  const known = Object.keys(auths).find((name) => name === registry || hostOf(name) === hostOf(registry));
  const entry = known === undefined ? undefined : auths[known];
  if (!entry) return undefined;
  if (entry.identitytoken) return { identitytoken: entry.identitytoken, serveraddress: registry };
  const text = Buffer.from(entry.auth ?? '', 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  return { username: text.slice(0, colon), password: text.slice(colon + 1), serveraddress: registry };
}

const hostOf = (name: string): string => name.replace(/^https?:\/\//, '').replace(/\/.*$/, '');

function readConfiguration(directory: string): ConfigurationFile {
  try {
    return JSON.parse(readFileSync(join(directory, 'config.json'), 'utf8')) as ConfigurationFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** The protocol of docker-credential-helpers: the name goes in, JSON comes out. */
function askHelper(helper: string, registry: string): Promise<RegistryCredentials | undefined> {
  return new Promise((resolve, reject) => {
    const child = execFile(`docker-credential-${helper}`, ['get'], (error, stdout) => {
      if (error && /credentials not found/.test(stdout)) return resolve(undefined);
      if (error) return reject(new Error(`docker-credential-${helper}: ${stdout.trim() || error.message}`));
      const { Username, Secret } = JSON.parse(stdout) as { Username: string; Secret: string };
      const serveraddress = registry;
      if (Username === '<token>') resolve({ identitytoken: Secret, serveraddress });
      else resolve({ username: Username, password: Secret, serveraddress });
    });
    child.stdin?.on('error', () => undefined).end(registry);
  });
}
