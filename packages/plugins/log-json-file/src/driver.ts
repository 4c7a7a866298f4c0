import { join } from 'node:path';
import { extraAttributes, FileDriver, logTag, type LogDriver, type LogFormat } from '@arca/plugin-kit';
import { LineEncoder } from './encoder.js';
import { LineEnding } from './ending.js';
import { LineDecoder } from './line.js';
import { rotationPolicy, validateNames, type Options } from './options.js';

/** The driver `json-file`: Docker's own format in the container's directory, so that other tools can read it. */
export const jsonFile = (): FileDriver =>
  new FileDriver({
    name: 'json-file',
    validate: validateNames,
    inspected: true,
    file: (container) => join(container.directory, `${container.id}-json.log`),
    policy: rotationPolicy,
    format: (container, options) => format(options ? attributesOf(container, options) : ''),
  });

const format = (attributes: string): LogFormat => ({
  encoder: ({ stream, time }) => new LineEncoder(new LineEnding(stream, attributes, time)),
  decoder: () => new LineDecoder(),
});

/** JSON of what options add to each line; empty when nothing. */
function attributesOf(container: Parameters<typeof extraAttributes>[0], options: Options): string {
  const attributes = extraAttributes(container, options);
  const tag = options['tag'] ? logTag(container, options) : '';
  if (tag) attributes['tag'] = tag;
  const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length > 0 ? JSON.stringify(Object.fromEntries(sorted)) : '';
}

/** The driver `none`: nothing is kept and nothing can be read. */
export const none: LogDriver = {
  name: 'none',
  validate: () => undefined,
  open: () => Promise.resolve({ write: () => undefined, close: () => Promise.resolve() }),
};
