/**
 * Names of images as people write them, by the grammar of distribution's references: `[domain/]path[:tag][@digest]`,
 * where `docker.io` and `library/` may be left out.
 */
export interface ImageReference {
  /** `docker.io`, `registry:5000` … */
  domain: string;
  /** `library/busybox`, `team/app` … */
  path: string;
  tag?: string;
  /** `sha256:…` */
  digest?: string;
}

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const pathPattern = new RegExp(`^${component}(?:/${component})*$`);
const domainPattern =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*(?::\d+)?$|^\[[a-fA-F0-9:]+\](?::\d+)?$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const hexId = /^[a-f0-9]{64}$/;

/** Takes a name apart and completes it; undefined when it is none, or only an id. */
export function parseImageReference(text: string): ImageReference | undefined {
  if (hexId.test(text) || digestPattern.test(text)) return undefined;
  const [named = '', digest, ...rest] = text.split('@');
  if (rest.length > 0 || (digest !== undefined && !digestPattern.test(digest))) return undefined;
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const name = colon < 0 ? named : named.slice(0, colon);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  if (tag !== undefined && !tagPattern.test(tag)) return undefined;
  const { domain, path } = splitDomain(name);
  if (!domainPattern.test(domain) || !pathPattern.test(path) || domain.length + path.length > 254)
    return undefined;
  return { domain, path, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}

function splitDomain(name: string): { domain: string; path: string } {
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  // What looks like a host is one: a dot, a port, `localhost`, or capitals, which a path cannot have.
  const isDomain = /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
  const domain = isDomain ? first : 'docker.io';
  const path = isDomain ? name.slice(slash + 1) : name;
  if (domain !== 'docker.io' && domain !== 'index.docker.io') return { domain, path };
  return { domain: 'docker.io', path: path.includes('/') ? path : `library/${path}` };
}

/** What Docker says of a text that is no image's name. */
export function referenceFault(text: string): string {
  const first = text.slice(0, Math.max(text.indexOf('/'), 0));
  const isDomain = /[.:]/.test(first) || first === 'localhost';
  const [path = ''] = (isDomain ? text.slice(first.length + 1) : text).split(/[:@]/, 1);
  const fault = 'invalid reference format';
  return /[A-Z]/.test(path) ? `${fault}: repository name must be lowercase` : fault;
}

/** The short form of the name without tag and digest: `busybox`, `team/app`, `registry:5000/app`. */
export function familiarName({ domain, path }: ImageReference): string {
  if (domain !== 'docker.io') return `${domain}/${path}`;
  const official = path.startsWith('library/') ? path.slice('library/'.length) : path;
  return official.includes('/') ? path : official;
}

/** The short form with its tag, `latest` when it has neither tag nor digest; an id as `sha256:…`; other text as it is. */
export function familiarReference(text: string): string {
  if (hexId.test(text)) return `sha256:${text}`;
  const reference = parseImageReference(text);
  if (!reference) return text;
  const tag = reference.tag ?? (reference.digest === undefined ? 'latest' : undefined);
  const name = familiarName(reference);
  return `${name}${tag === undefined ? '' : `:${tag}`}${reference.digest === undefined ? '' : `@${reference.digest}`}`;
}
