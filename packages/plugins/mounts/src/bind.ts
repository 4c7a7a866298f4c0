import { invalidParameter } from '@arca/plugin-kit';

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
    throw invalidParameter(`invalid volume specification: '${text}'`, 'mounts.bind');
  }
  const [source = '', destination = '', mode = ''] = parts;
  checkDestination(destination, text);
  if (!source.startsWith('/')) {
    throw invalidParameter(
      `invalid volume specification: '${text}': named volumes need a volume plugin, and none is loaded`,
      'mounts.named-volume',
    );
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

/** The options of a bind: each kind at most once. */
function parseMode(mode: string): Pick<RequestedMount, 'mode' | 'writable' | 'propagation'> {
  let access: string | undefined;
  let propagation: string | undefined;
  let label: string | undefined;
  for (const option of mode === '' ? [] : mode.split(',')) {
    if ((option === 'ro' || option === 'rw') && access === undefined) access = option;
    else if (propagations.includes(option) && propagation === undefined) propagation = option;
    else if (labels.includes(option) && label === undefined) label = option;
    else if (!consistencies.includes(option)) throw invalidParameter(`invalid mode: ${mode}`, 'mounts.mode');
  }
  return { mode, writable: access !== 'ro', propagation: propagation ?? 'rprivate' };
}

/** Refuses a destination that is not absolute, or the root itself. */
export function checkDestination(destination: string, text: string): void {
  if (!destination.startsWith('/')) {
    throw invalidParameter(
      `invalid volume specification: '${text}': invalid mount path: '${destination}' mount path must be absolute`,
      'mounts.destination',
    );
  }
  if (clean(destination) === '/') {
    throw invalidParameter(
      `invalid volume specification: '${text}': invalid specification: destination can't be '/'`,
      'mounts.destination',
    );
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
