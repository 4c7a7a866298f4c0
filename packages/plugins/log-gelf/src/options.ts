import { attributeOptions, badLogRequest, parseLogAddress, type LogOptions } from '@arca/plugin-kit';

export interface GelfOptions {
  network: 'udp' | 'tcp';
  host: string;
  port: number;
  compression: 'gzip' | 'zlib' | 'none';
  /** zlib's; -1 is its default. */
  level: number;
  /** Attempts to connect again before messages are given up. */
  maxReconnect: number;
  /** Seconds before each. */
  reconnectDelay: number;
}

const shared = new Set<string>(['gelf-address', ...attributeOptions]);
const integer = /^[+-]?\d+$/;

/** Takes the options apart. Throws InvalidParameter with dockerd's texts. */
export function parseOptions(options: LogOptions): GelfOptions {
  const address = parseAddress(options);
  for (const [name, value] of Object.entries(options)) {
    if (!shared.has(name)) check(name, value, address.network);
  }
  return {
    ...address,
    compression: (options['gelf-compression-type'] ?? 'gzip') as GelfOptions['compression'],
    level: Number(options['gelf-compression-level'] ?? 1),
    maxReconnect: Number(options['gelf-tcp-max-reconnect'] ?? 3),
    reconnectDelay: Number(options['gelf-tcp-reconnect-delay'] ?? 1),
  };
}

function parseAddress({ 'gelf-address': text }: LogOptions): Pick<GelfOptions, 'network' | 'host' | 'port'> {
  if (!text) throw badLogRequest('gelf-address is a required parameter');
  const { scheme, host, port } = parseLogAddress(text);
  if (scheme !== 'udp' && scheme !== 'tcp') throw badLogRequest('gelf: endpoint needs to be TCP or UDP');
  if (port === undefined) throw badLogRequest('gelf: please provide gelf-address as proto://host:port');
  return { network: scheme, host: host || 'localhost', port };
}

function check(name: string, value: string, network: GelfOptions['network']): void {
  const unknown = () =>
    badLogRequest(
      `unknown value ${JSON.stringify(value)} for log opt ${JSON.stringify(name)} for gelf log driver`,
    );
  switch (name) {
    case 'gelf-compression-level':
    case 'gelf-compression-type': {
      if (network !== 'udp') throw badLogRequest('compression is only supported on UDP');
      const level = integer.test(value) && Number(value) >= -1 && Number(value) <= 9;
      const fits = name === 'gelf-compression-level' ? level : ['gzip', 'zlib', 'none'].includes(value);
      if (!fits) throw unknown();
      return;
    }
    case 'gelf-tcp-max-reconnect':
    case 'gelf-tcp-reconnect-delay':
      if (network !== 'tcp') throw badLogRequest(`${JSON.stringify(name)} is only valid for TCP`);
      if (!integer.test(value) || Number(value) < 0) {
        throw badLogRequest(`${JSON.stringify(name)} must be a positive integer`);
      }
      return;
    default:
      throw badLogRequest(`unknown log opt ${JSON.stringify(name)} for gelf log driver`);
  }
}
