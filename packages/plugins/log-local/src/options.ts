import {
  badLogOption,
  invalidParameter,
  parseLogBoolean,
  parseLogInteger,
  parseSize,
  type LogOptions,
  type RotationPolicy,
} from '@arca/plugin-kit';

const known = new Set(['max-file', 'max-size', 'compress']);
const defaults = { size: 20 * 1024 * 1024, files: 5 };

/** Names are checked when a container is created, values (as in dockerd) when its log is opened. */
export function validateNames(options: LogOptions): void {
  for (const name of Object.keys(options)) {
    if (!known.has(name)) {
      throw invalidParameter(`unknown log opt '${name}' for log driver local`, 'log.option');
    }
  }
}

/** `max-size` (20 MiB), `max-file` (5) and `compress` (true). Throws System with dockerd's texts. */
export function rotationPolicy(options: LogOptions): RotationPolicy {
  const { 'max-size': size, 'max-file': files, compress } = options;
  const policy = {
    maxSize: size === undefined ? defaults.size : maxSize(size),
    maxFiles:
      files === undefined ? defaults.files : parseLogInteger(files, `invalid value for max-file: ${files}: `),
    compress: compress === undefined || parseLogBoolean(compress, 'error reading compress log option: '),
  };
  if (policy.maxFiles < 0) throw badLogOption('max file count cannot be less than 0');
  if (policy.compress && policy.maxFiles <= 1) {
    throw badLogOption('compression cannot be enabled when max file count is 1');
  }
  // As in dockerd, no size is no limit, and no file count one file.
  return { ...policy, maxSize: policy.maxSize || Infinity, maxFiles: Math.max(1, policy.maxFiles) };
}

function maxSize(text: string): number {
  const size = parseSize(text, 1000);
  if (size === undefined) throw badLogOption(`invalid value for max-size: ${text}: invalid size: '${text}'`);
  return size;
}
