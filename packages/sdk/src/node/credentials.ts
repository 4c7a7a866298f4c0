import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { RegistryCredentials } from '../docker/registry.js';

type Environment = Readonly<Record<string, string | undefined>>;

interface ConfigurationFile {
  auths?: Record<string, { auth?: string; identitytoken?: string }>;
  credsStore?: string;
  credHelpers?: Record<string, string>;
}

/**
 * The credentials that the `docker` command would use for a registry: of its helper in `credHelpers`, of `credsStore`, or
 * those written in the configuration file. undefined when there are none. Throws what a helper complains of.
 */
export async function credentialsFor(
  registry: string,
  env: Environment = process.env,
): Promise<RegistryCredentials | undefined> {
  const configuration = readConfiguration(directoryOf(env));
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

const directoryOf = (env: Environment): string => env['DOCKER_CONFIG'] || join(homedir(), '.docker');

const hostOf = (name: string): string => name.replace(/^https?:\/\//, '').replace(/\/.*$/, '');

function readConfiguration(directory: string): ConfigurationFile {
  try {
    return JSON.parse(readFileSync(join(directory, 'config.json'), 'utf8')) as ConfigurationFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** All that is kept, by registry: for builds, of which nobody knows which registries they ask. */
export async function allCredentials(
  env: Environment = process.env,
): Promise<Record<string, RegistryCredentials>> {
  const { auths = {}, credHelpers = {}, credsStore } = readConfiguration(directoryOf(env));
  const stored = credsStore ? Object.keys(await listHelper(credsStore)) : [];
  const names = new Set([...Object.keys(auths), ...Object.keys(credHelpers), ...stored]);
  const all: Record<string, RegistryCredentials> = {};
  for (const name of names) {
    const found = await credentialsFor(name, env);
    if (found) all[name] = found;
  }
  return all;
}

const listHelper = async (helper: string): Promise<Record<string, string>> =>
  JSON.parse((await runHelper(helper, 'list', '')) || '{}') as Record<string, string>;

async function askHelper(helper: string, registry: string): Promise<RegistryCredentials | undefined> {
  const answer = await runHelper(helper, 'get', registry);
  if (answer === undefined) return undefined;
  const { Username, Secret } = JSON.parse(answer) as { Username: string; Secret: string };
  const serveraddress = registry;
  if (Username === '<token>') return { identitytoken: Secret, serveraddress };
  return { username: Username, password: Secret, serveraddress };
}

/** The protocol of docker-credential-helpers: text goes in, JSON comes out; undefined for credentials it has not. */
function runHelper(helper: string, verb: string, input: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = execFile(`docker-credential-${helper}`, [verb], (error, stdout) => {
      if (error && /credentials not found/.test(stdout)) resolve(undefined);
      else if (error) reject(new Error(`docker-credential-${helper}: ${stdout.trim() || error.message}`));
      else resolve(stdout);
    });
    child.stdin?.on('error', () => undefined).end(input);
  });
}
