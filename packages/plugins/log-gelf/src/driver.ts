import { hostname } from 'node:os';
import {
  extraAttributes,
  logCommand,
  logTag,
  MessageWriter,
  type ContainerRecord,
  type LogDriver,
  type LogEntry,
  type LogOptions,
} from '@arca/plugin-kit';
import { parseOptions } from './options.js';
import { openSender } from './sender.js';

/** The driver `gelf`: Graylog's extended log format 1.1. */
export const gelf: LogDriver = {
  name: 'gelf',
  validate: (options) => void parseOptions(options),
  async open(container, options) {
    const parsed = parseOptions(options);
    const encode = messageEncoder(hostname(), extraFields(container, options));
    return new MessageWriter({ encode, sender: await openSender(parsed) });
  },
};

/** Syslog's levels. */
const levels: Readonly<Record<LogEntry['stream'], number>> = { stdout: 6, stderr: 3 };

/** Fields of all messages; names of labels and variables get an underscore before them. */
function extraFields(container: ContainerRecord, options: LogOptions): Record<string, string> {
  return {
    _command: logCommand(container),
    _container_id: container.id,
    _container_name: container.name,
    _created: container.createdAt,
    _image_id: container.image.id,
    _image_name: container.image.reference,
    _tag: logTag(container, options),
    ...extraAttributes(container, options, (name) => (name.startsWith('_') ? name : `_${name}`)),
  };
}

/** Messages as JSON; empty lines are none. Times have milliseconds, as dockerd's. */
export function messageEncoder(
  host: string,
  extra: Record<string, string>,
): (entry: LogEntry) => Buffer | undefined {
  const head = `{"version":"1.1","host":${JSON.stringify(host)},"short_message":`;
  const fields = JSON.stringify(extra).slice(1);
  return ({ stream, time, line }) => {
    if (line.length === 0) return undefined;
    const seconds = Number(time / 1_000_000n) / 1000;
    const text = JSON.stringify(line.toString());
    return Buffer.from(`${head}${text},"timestamp":${seconds},"level":${levels[stream]},${fields}`);
  };
}
