/** Credentials for a registry, as `docker login` keeps them. */
export interface RegistryCredentials {
  username?: string;
  password?: string;
  identitytoken?: string;
  serveraddress?: string;
}

/** Docker's own registry, under the name that configuration files have for it. */
const DOCKER_HUB = 'https://index.docker.io/v1/';

/** The registry of an image reference, as configuration files name it. */
export function registryOf(reference: string): string {
  const [first = '', ...rest] = reference.split('/');
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  return !isHost || ['docker.io', 'index.docker.io'].includes(first) ? DOCKER_HUB : first;
}

const hasTag = (reference: string): boolean =>
  /(:[\w.-]+|@\w+:[0-9a-f]+)$/.test(reference.split('/').at(-1)!);

/** A name without a tag means `latest`. */
export const withTag = (reference: string): string => (hasTag(reference) ? reference : `${reference}:latest`);

/** A digest stays with the name: the daemon says what it thinks of that. */
export function splitTag(reference: string): { name: string; tag: string } {
  if (reference.includes('@')) return { name: reference, tag: '' };
  const colon = reference.lastIndexOf(':');
  return { name: reference.slice(0, colon), tag: reference.slice(colon + 1) };
}

/** JSON in base64 with the URL alphabet and padding, as engines want it in headers. */
export function headerValue(value: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_');
}
