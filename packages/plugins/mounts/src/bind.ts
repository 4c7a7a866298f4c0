import { invalidParameter, notImplemented, systemError, type ArcaError } from '@arca/plugin-kit';

/** One mount that a person asked for. */
export interface RequestedMount {
  type: 'bind' | 'tmpfs';
  /** Host path; empty for tmpfs. */
  source: string;
  destination: string;
  /** What inspect shows as `Mode`. */
  mode: string;
  writable: boolean;
  propagation: string;
  recursive: boolean;
  /** Make a missing source as a directory, as `Binds` do. */
  create: boolean;
  /** mount(8) options of a tmpfs. */
  options: string[];
}

const propagations = ['private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave'];
const consistencies = ['consistent', 'cached', 'delegated', 'default'];
const labels = ['z', 'Z'];

/**
 * Reads an entry of `HostConfig.Binds`: `source:destination[:options]`. Throws InvalidParameter with dockerd's text.
 */
export function parseBind(text: string): RequestedMount {
  const parts = text.split(':');
  if (parts.length < 2 || parts.length > 3 || parts.some((part) => part === '')) {
    throw badSpecification(text);
  }
  const [source = '', destination = '', mode = ''] = parts;
  checkDestination(destination, text);
  if (!source.startsWith('/')) {
    throw notAPath(source);
  }
  return {
    type: 'bind',
    source: clean(source),
    destination: clean(destination),
    create: true,
    recursive: true,
    options: [],
    ...parseMode(mode),
  };
}

/** dockerd answers 500 to a specification that it cannot read, and clients know it. */
function badSpecification(text: string, why?: string): ArcaError {
  return systemError(
    `invalid volume specification: '${text}'${why ? `: ${why}` : ''}`,
    'mounts.specification',
  );
}

/** A source that is no path is the name of a volume, if it can be one. */
function notAPath(source: string): ArcaError {
  if (/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(source)) {
    return notImplemented(
      `volume ${source}: named volumes need a volume plugin, and none is loaded`,
      'mounts.named-volume',
    );
  }
  return invalidParameter(
    `create ${source}: "${source}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`,
    'mounts.volume-name',
  );
}

/** The options of a bind: each kind at most once. */
function parseMode(mode: string): Pick<RequestedMount, 'mode' | 'writable' | 'propagation'> {
  let access: string | undefined;
  let propagation: string | undefined;
  let label: string | undefined;
  for (const option of mode === '' ? [] : mode.split(',')) {
    if ((option === 'ro' || option === 'rw') && access === undefined) access = option;
    else if (propagations.includes(option) && propagation === undefined) propagation = option;
    else if (labels.includes(option) && label === undefined) label = option;
    else if (!consistencies.includes(option)) throw systemError(`invalid mode: ${mode}`, 'mounts.mode');
  }
  return { mode, writable: access !== 'ro', propagation: propagation ?? 'rprivate' };
}

/** Refuses a destination that is not absolute, or the root itself. */
export function checkDestination(destination: string, text: string): void {
  if (!destination.startsWith('/')) {
    throw badSpecification(text, `invalid mount path: '${destination}' mount path must be absolute`);
  }
  if (clean(destination) === '/') {
    throw badSpecification(text, `invalid specification: destination can't be '/'`);
  }
}

/** The path without `.`, `..`, doubled and final slashes. */
export function clean(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
