import { systemError, type ArcaError } from '@arca/plugin-kit';
import { requestedMount, type RequestedMount } from './requested.js';

const propagations = ['private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave'];
const consistencies = ['consistent', 'cached', 'delegated', 'default'];
const labels = ['z', 'Z'];

/**
 * Reads an entry of `HostConfig.Binds`: `source:destination[:options]`, or a destination alone. A source that is no path
 * is the name of a volume, made by `volumeDriver`. Throws System with dockerd's text.
 */
export function parseBind(text: string, volumeDriver = ''): RequestedMount {
  const parts = text.split(':');
  if (parts.length > 3 || parts.some((part) => part === '')) throw badSpecification(text);
  const [first = '', second = '', mode = ''] = parts;
  const [source, destination] = parts.length === 1 ? ['', first] : [first, second];
  if (parts.length === 2 && isMode(destination)) throw badSpecification(text);
  const { access, propagation, copy } = parseMode(mode);
  checkDestination(destination, text);
  const field = 'HostConfig.Binds' as const;
  const common = { field, destination: clean(destination), mode, writable: access !== 'ro' };
  if (source.startsWith('/')) {
    if (copy !== undefined) throw badSpecification(text, unfit('bind', 'VolumeOptions'));
    const bind = { source: clean(source), create: true, propagation: propagation ?? 'rprivate' };
    return requestedMount({ ...common, type: 'bind', ...bind });
  }
  if (propagation !== undefined) throw badSpecification(text, unfit('volume', 'BindOptions'));
  const volume = { name: source, driver: volumeDriver, anonymous: source === '', copy: copy === undefined };
  return requestedMount({ ...common, type: 'volume', ...volume });
}

const unfit = (type: string, field: string): string =>
  `invalid mount config for type "${type}": field ${field} must not be specified`;

/** dockerd answers 500 to a specification that it cannot read, and clients know it. */
function badSpecification(text: string, why?: string): ArcaError {
  const words = `invalid volume specification: '${text}'${why ? `: ${why}` : ''}`;
  return systemError(words, 'mounts.specification');
}

interface Mode {
  access?: string;
  propagation?: string;
  label?: string;
  copy?: string;
  consistency?: string;
}

/** The options of a bind or a volume: each kind at most once. Undefined for what is none. */
function readMode(mode: string): Mode | undefined {
  const found: Mode = {};
  for (const option of mode === '' ? [] : mode.split(',')) {
    const kind = kindOf(option);
    if (kind === undefined || found[kind] !== undefined) return undefined;
    found[kind] = option;
  }
  return found;
}

function kindOf(option: string): keyof Mode | undefined {
  if (option === 'ro' || option === 'rw') return 'access';
  if (propagations.includes(option)) return 'propagation';
  if (labels.includes(option)) return 'label';
  if (option === 'nocopy') return 'copy';
  return consistencies.includes(option) ? 'consistency' : undefined;
}

const isMode = (text: string): boolean => readMode(text) !== undefined;

export function parseMode(mode: string): Mode {
  const found = readMode(mode);
  if (!found) throw systemError(`invalid mode: ${mode}`, 'mounts.mode');
  return found;
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
