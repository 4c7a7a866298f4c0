import { AgentError } from '@arca/agent-proto';

// Names of images, after the grammar of the distribution project's reference format, with Docker's short forms.

/** A normalised image name: nothing is left out but what the person left out. */
export interface Reference {
  /** Registry host, with its port when it was given. */
  domain: string;
  /** Repository inside the registry: `library/busybox`. */
  path: string;
  tag?: string;
  /** `sha256:` and 64 hex digits. */
  digest?: string;
}

export const DEFAULT_DOMAIN = 'docker.io';
const FORMER_DOMAIN = 'index.docker.io';
const OFFICIAL_PREFIX = 'library/';
const LONGEST_NAME = 255;

const domainPattern =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?$/;
const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const pathPattern = new RegExp(`^${component}(?:/${component})*$`);
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^sha256:[a-f0-9]{64}$/;
const hexIdPattern = /^[a-f0-9]{64}$/;

const invalid = (message: string) => new AgentError('INVALID_ARGUMENT', message);

/** True for `sha256:` and 64 hex digits. */
export function isDigest(text: string): boolean {
  return digestPattern.test(text);
}

/** The digest that an image id or digest reference stands for; undefined when the text is a name. */
export function parseDigest(text: string): string | undefined {
  if (hexIdPattern.test(text)) return `sha256:${text}`;
  return isDigest(text) ? text : undefined;
}

/** Parses `[domain/]path[:tag][@digest]`. INVALID_ARGUMENT with Docker's messages. */
export function parseReference(text: string): Reference {
  if (hexIdPattern.test(text)) {
    throw invalid(`invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`);
  }
  const { domain, rest } = splitDomain(text);
  if (/[A-Z]/.test(rest.split(':', 1)[0]!)) {
    throw invalid('invalid reference format: repository name must be lowercase');
  }
  const [, name = '', tag, digest] = /^([^:@]*)(?::([^@]*))?(?:@(.*))?$/s.exec(rest) ?? [];
  if (!domainPattern.test(domain) || !pathPattern.test(name)) throw invalid('invalid reference format');
  if (tag !== undefined && !tagPattern.test(tag)) throw invalid('invalid reference format');
  if (digest !== undefined && !isDigest(digest)) throw invalid('invalid reference format');
  const path = domain === DEFAULT_DOMAIN && !name.includes('/') ? OFFICIAL_PREFIX + name : name;
  if (domain.length + 1 + path.length > LONGEST_NAME) {
    throw invalid(`repository name must not be more than ${LONGEST_NAME} characters`);
  }
  return { domain, path, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}

/** What stands before the first slash is a host when it looks like one: with a dot or a port, or `localhost`. */
function splitDomain(text: string): { domain: string; rest: string } {
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(slash, 0));
  if (slash === -1 || (!/[.:]/.test(first) && first !== 'localhost'))
    return { domain: DEFAULT_DOMAIN, rest: text };
  return { domain: first === FORMER_DOMAIN ? DEFAULT_DOMAIN : first, rest: text.slice(slash + 1) };
}

/** The repository: domain and path. */
export function repositoryOf({ domain, path }: Reference): string {
  return `${domain}/${path}`;
}

/** The tag `latest` where neither tag nor digest is given. */
export function withDefaultTag(reference: Reference): Reference {
  return reference.tag === undefined && reference.digest === undefined
    ? { ...reference, tag: 'latest' }
    : reference;
}

/** The full form, which is the name of the image's record. With both, the digest counts, as it says more. */
export function recordName(reference: Reference): string {
  const { tag, digest } = withDefaultTag(reference);
  return repositoryOf(reference) + (digest === undefined ? `:${tag}` : `@${digest}`);
}

/** True for what recordName() gives. */
export function isRecordName(text: string): boolean {
  try {
    return recordName(parseReference(text)) === text;
  } catch {
    return false;
  }
}

/** The repository as people write it: `busybox`, `team/app`, `localhost:5000/app`. */
export function familiarName({ domain, path }: Reference): string {
  if (domain !== DEFAULT_DOMAIN) return `${domain}/${path}`;
  const short = path.startsWith(OFFICIAL_PREFIX) ? path.slice(OFFICIAL_PREFIX.length) : path;
  // `library/a/b` must keep its prefix: `a/b` is another repository.
  return short.includes('/') ? path : short;
}

/** The whole reference as people write it: `busybox:latest`, `busybox@sha256:…`. */
export function familiar(reference: Reference): string {
  const { tag, digest } = reference;
  const suffix = (tag === undefined ? '' : `:${tag}`) + (digest === undefined ? '' : `@${digest}`);
  return familiarName(reference) + suffix;
}

/** What Docker says when nothing has that name. */
export function noSuchImage(text: string): AgentError {
  const shown = parseDigest(text) ?? familiar(withDefaultTag(parseReference(text)));
  return new AgentError('NOT_FOUND', `No such image: ${shown}`);
}

/** The 12 hex digits by which people know an image, a layer or a container. */
export function shortId(id: string): string {
  return id.replace(/^[a-z0-9]+:/, '').slice(0, 12);
}
