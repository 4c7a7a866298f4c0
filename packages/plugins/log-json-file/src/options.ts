import {
  attributeOptions,
  badLogOption as bad,
  invalidParameter,
  parseLogBoolean,
  parseLogInteger,
  parseSize,
  type LogOptions,
  type RotationPolicy,
} from '@arca/plugin-kit';

export type Options = LogOptions;

const known = new Set<string>(['max-file', 'max-size', 'compress', ...attributeOptions]);

/** Names are checked when a container is created, values (as in dockerd) when its log is opened. */
export function validateNames(options: Options): void {
  for (const name of Object.keys(options)) {
    if (!known.has(name)) {
      throw invalidParameter(`unknown log opt '${name}' for json-file log driver`, 'log.option');
    }
  }
}

/** `max-size`, `max-file` and `compress`. Throws System with dockerd's texts. */
export function rotationPolicy(options: Options): RotationPolicy {
  const policy: RotationPolicy = { maxFiles: 1, compress: false };
  if (options['max-size'] !== undefined) policy.maxSize = maxSize(options['max-size']);
  if (options['max-file'] !== undefined) policy.maxFiles = maxFiles(options['max-file']);
  if (options['compress'] !== undefined) policy.compress = parseLogBoolean(options['compress']);
  if (policy.compress && (policy.maxFiles === 1 || policy.maxSize === undefined)) {
    throw bad('compress cannot be true when max-file is less than 2 or max-size is not set');
  }
  return policy;
}

function maxSize(text: string): number {
  const size = parseSize(text, 1000);
  if (size === undefined) throw bad(`invalid size: '${text}'`);
  if (size <= 0) throw bad('max-size must be a positive number');
  return size;
}

function maxFiles(text: string): number {
  const count = parseLogInteger(text);
  if (count < 1) throw bad('max-file cannot be less than 1');
  return count;
}
