import {
  attributeOptions,
  badLogRequest,
  formatDuration,
  goBoolean,
  notGoBoolean,
  parseDuration,
  parseLogAddress,
  parseSize,
  refuseUnknown,
  type LogOptions,
} from '@arca/plugin-kit';

export type FluentdAddress =
  { network: 'unix'; path: string } | { network: 'tcp' | 'tls'; host: string; port: number };

/** Times in milliseconds. */
export interface FluentdOptions {
  address: FluentdAddress;
  async: boolean;
  /** 0: never. */
  asyncReconnectInterval: number;
  /** Messages that wait at most, with `async`. */
  bufferLimit: number;
  maxRetries: number;
  retryWait: number;
  subSecond: boolean;
  requestAck: boolean;
  /** 0: none. */
  writeTimeout: number;
}

const names = [
  'address',
  'async',
  'async-reconnect-interval',
  'buffer-limit',
  'max-retries',
  'request-ack',
  'retry-wait',
  'sub-second-precision',
  'write-timeout',
];
const known = new Set<string>([...attributeOptions, ...names.map((name) => `fluentd-${name}`)]);
const millisecond = 1e6;
const largestRetries = 2 ** 31 - 1;
const interval = { least: 100 * millisecond, most: 10_000 * millisecond };

/** Takes the options apart. Throws InvalidParameter with dockerd's texts. */
export function parseOptions(options: LogOptions): FluentdOptions {
  refuseUnknown(options, known, (name) => `unknown log opt '${name}' for fluentd log driver`);
  const option = (name: string) => options[`fluentd-${name}`] ?? '';
  return {
    address: parseAddress(option('address')),
    bufferLimit: limit(option('buffer-limit')),
    retryWait: duration(option('retry-wait'), 1000 * millisecond) / millisecond,
    maxRetries: retries(option('max-retries')),
    async: boolean(option('async')),
    asyncReconnectInterval: reconnectInterval(option('async-reconnect-interval')),
    subSecond: boolean(option('sub-second-precision')),
    requestAck: boolean(option('request-ack')),
    writeTimeout: writeTimeout(option('write-timeout')),
  };
}

function parseAddress(text: string): FluentdAddress {
  const bad = (reason: string) => badLogRequest(`invalid fluentd-address (${text}): ${reason}`);
  const { scheme, host, port, path } = parse(text.includes('://') ? text : `tcp://${text}`, bad);
  if (scheme === 'unix') {
    if (path.replace(/^\/+/, '') === '') throw bad('path is empty');
    return { network: scheme, path };
  }
  if (scheme !== 'tcp' && scheme !== 'tls') throw bad(`unsupported scheme: '${scheme}'`);
  if (path !== '') throw bad('should not contain a path element');
  if (port !== undefined && port > 65535) {
    throw bad(`invalid port: strconv.ParseUint: parsing "${port}": value out of range`);
  }
  return { network: scheme, host: host || '127.0.0.1', port: port ?? 24224 };
}

function parse(text: string, bad: (reason: string) => Error) {
  try {
    return parseLogAddress(text);
  } catch (error) {
    throw bad((error as Error).message);
  }
}

function limit(text: string): number {
  if (!text) return 1024 * 1024;
  const size = parseSize(text, 1024);
  if (size === undefined) throw badLogRequest(`invalid size: '${text}'`);
  return size;
}

function retries(text: string): number {
  if (!text) return largestRetries;
  const bad = (reason: string) =>
    badLogRequest(`strconv.ParseUint: parsing ${JSON.stringify(text)}: ${reason}`);
  if (!/^\d+$/.test(text)) throw bad('invalid syntax');
  if (Number(text) > 2 ** 32 - 1) throw bad('value out of range');
  if (Number(text) > largestRetries) throw badLogRequest('invalid fluentd-max-retries: value out of range');
  return Number(text);
}

function boolean(text: string): boolean {
  const value = goBoolean(text || 'false');
  if (value === undefined) throw badLogRequest(notGoBoolean(text));
  return value;
}

function reconnectInterval(text: string): number {
  const name = 'invalid value for fluentd-async-reconnect-interval';
  const nanoseconds = duration(text, 0, `${name}: `);
  if (nanoseconds !== 0 && (nanoseconds < interval.least || nanoseconds > interval.most)) {
    const given = JSON.stringify(formatDuration(nanoseconds));
    throw badLogRequest(`${name}: value (${given}) must be between 100ms and 10s`);
  }
  return nanoseconds / millisecond;
}

function writeTimeout(text: string): number {
  const name = 'invalid value for fluentd-write-timeout: value must be a duration';
  const nanoseconds = duration(text, 0, `${name}: `);
  if (nanoseconds < 0) throw badLogRequest(`${name} that is non-negative`);
  return nanoseconds / millisecond;
}

/** Nanoseconds. */
function duration(text: string, byDefault: number, before = ''): number {
  if (!text) return byDefault;
  try {
    return parseDuration(text);
  } catch (error) {
    throw badLogRequest(before + (error as Error).message);
  }
}
